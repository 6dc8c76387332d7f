#!/usr/bin/env bash
# Rewrites PublicAPI.Unshipped.txt of the named package projects from what the compiler reports.
# usage: eng/update-public-api.sh src/IntegrationCopilot.SpecEngine [...]
set -euo pipefail
cd "$(dirname "$0")/.."
for project in "$@"; do
  echo '#nullable enable' > "$project/PublicAPI.Unshipped.txt"
  log=$(mktemp)
  dotnet build "$project" --no-incremental -p:TreatWarningsAsErrors=false -p:WarningsNotAsErrors=RS0016 -v q -m:1 > "$log" 2>&1 || true
  grep -oP "RS0016: Symbol '\K.*(?=' is not part of the declared public API)" "$log" | LC_ALL=C sort -u >> "$project/PublicAPI.Unshipped.txt" || true
  grep -E "error (CS|RS0017)" "$log" | sort -u | head -20 || true
  echo "$project: $(($(wc -l < "$project/PublicAPI.Unshipped.txt") - 1)) symbols"
  rm -f "$log"
done
