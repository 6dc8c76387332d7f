#!/usr/bin/env bash
# Measures the mock beside a bare Kestrel endpoint and Prism in one run, and prints the ratios. Needs node, npm and wrk.
# usage: benchmarks/mock/run.sh [SPECS_FOLDER]      SECONDS_EACH=n TURNS=n MEMORY_SECONDS=n shorten or lengthen it
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
specs=${1:-$root/../shared/data/specs}
built=$root/artifacts/mock-peers
[ -d "$here/node_modules/@stoplight/prism-cli" ] || npm install --prefix "$here" --no-audit --no-fund --silent
dotnet publish "$root/src/IntegrationCopilot.Cli" -c Release -o "$built/cli" -v q --nologo
dotnet publish "$here/BareKestrel" -c Release -o "$built/bare" -v q --nologo
exec node "$here/compare.js" "$built" "$specs"
