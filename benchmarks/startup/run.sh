#!/usr/bin/env bash
# How long the installed tool takes to start, beside node and prism: packs it, installs it from the folder, and takes turns.
# usage: benchmarks/startup/run.sh [TURNS]
#   TOOL=FOLDER uses a tool that is installed there. Needs node and npm.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$root/artifacts/startup
mkdir -p "$work"
if [ -z "${TOOL:-}" ]; then
  TOOL=$work/tool
  rm -rf "$TOOL" "$work/feed"
  ToolMachines="linux-x64;any" dotnet pack "$root/src/IntegrationCopilot.Cli" -c Release -v q -o "$work/feed" -p:ArtifactsPath="$work/artifacts"
  echo "<configuration><packageSources><add key=\"packed\" value=\"$work/feed\" /></packageSources></configuration>" > "$work/nuget.config"
  NUGET_PACKAGES=$work/packages dotnet tool install --tool-path "$TOOL" IntegrationCopilot.Cli --configfile "$work/nuget.config" > /dev/null
fi
[ -d "$root/benchmarks/mock/node_modules" ] || npm ci --prefix "$root/benchmarks/mock" --no-audit --no-fund --silent
exec node "$here/measure.js" "$TOOL/integration-copilot" "$root/benchmarks/mock/node_modules/.bin/prism" "$root/samples" "${1:-20}"
