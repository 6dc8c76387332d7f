#!/usr/bin/env bash
# Runs the golden tests in a pipeline. What the environment says:
#   SPEC         documents or patterns, one a line; without it those of integration-copilot.yaml
#   BASE_URL     the API; without it what integration-copilot.yaml says, or a mock of the document
#   ENVIRONMENT  mock, sandbox, uat or production
#   ARGUMENTS    further words of 'integration-copilot run', one a line
#   REPORTS      the folder that the reports are written to
# Ends as the command does: 0 good, 1 the API breaks its description or nothing was judged, 2 used wrongly.
set -euo pipefail
reports=${REPORTS:-integration-copilot-reports}
mkdir -p "$reports"

words=()
add_lines() {
  local line
  while IFS= read -r line; do
    line=${line%$'\r'}
    [ -z "$line" ] || words+=("$line")
  done <<< "$1"
}
add_lines "${SPEC:-}"
[ -z "${BASE_URL:-}" ] || words+=(--base-url "$BASE_URL")
[ -z "${ENVIRONMENT:-}" ] || words+=(--environment "$ENVIRONMENT")
add_lines "${ARGUMENTS:-}"
for report in junit=xml sarif=sarif html=html markdown=md; do words+=(--report "${report%=*}=$reports/{name}.${report#*=}"); done

code=0
integration-copilot run "${words[@]}" || code=$?
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  for summary in "$reports"/*.md; do [ ! -e "$summary" ] || cat "$summary" >> "$GITHUB_STEP_SUMMARY"; done
fi
[ -z "${GITHUB_OUTPUT:-}" ] || echo "reports=$reports" >> "$GITHUB_OUTPUT"
exit "$code"
