#!/usr/bin/env bash
# Measures JSON.parse + Ajv and IntegrationCopilot.Validator in turns in one run, and prints the ratios.
# usage: benchmarks/ajv/run.sh [DATA_FOLDER]      SETS=a,b TURNS=n MILLISECONDS=n narrow or lengthen it
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
data=${1:-$root/../shared/data/jsonschema-benchmark}
[ -d "$here/node_modules/ajv" ] || npm install --prefix "$here" --no-audit --no-fund --silent
dotnet build "$root/benchmarks/IntegrationCopilot.Benchmarks" -c Release -v q -m:1 --nologo
exec node "$here/compare.js" dotnet "$root/artifacts/bin/IntegrationCopilot.Benchmarks/release/IntegrationCopilot.Benchmarks.dll" peers "$data"
