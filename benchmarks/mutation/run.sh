#!/usr/bin/env bash
# Measures, for each of the real documents of documents.txt, which faults its golden tests find, and writes the table of
# docs/articles/benchmarks-mutation.md. What is measured already is not measured again; remove artifacts/mutation to begin anew.
# usage: benchmarks/mutation/run.sh [DOCUMENTS_FOLDER]
#   SIDE_BY_SIDE=4 measures so many documents at the same time (2). Needs node.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
documents=${1:-$root/../shared/data/specs}
work=$root/artifacts/mutation
[ -n "${CLI:-}" ] || { dotnet publish "$root/src/IntegrationCopilot.Cli" -c Release -o "$work/cli" -v q --nologo; CLI=$work/cli/IntegrationCopilot.Cli.dll; }
mkdir -p "$work"
export documents work CLI
measure() {
  [ -s "$work/$1.json" ] && return
  start=$(date +%s)
  # 1 says that the suite raised an alarm with nothing wrong, which the table tells.
  dotnet "$CLI" mutate "$documents/$1" --format json > "$work/$1.part" 2> "$work/$1.log" || [ $? -eq 1 ]
  echo $(($(date +%s) - start)) > "$work/$1.seconds"
  mv "$work/$1.part" "$work/$1.json"
}
export -f measure
xargs -P "${SIDE_BY_SIDE:-2}" -I {} bash -c 'measure {}' < "$here/documents.txt"
node "$here/table.js" "$work" "$here/documents.txt" "$root/docs/articles/benchmarks-mutation.md"
