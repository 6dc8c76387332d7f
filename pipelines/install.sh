#!/usr/bin/env bash
# Installs the tool for this user, of the version VERSION or the newest, unless a command of its name is there already.
set -euo pipefail
if command -v integration-copilot > /dev/null; then
  integration-copilot --version
  exit 0
fi
dotnet tool install --global IntegrationCopilot.Cli ${VERSION:+--version "$VERSION"}
tools=$HOME/.dotnet/tools
[ -z "${GITHUB_PATH:-}" ] || echo "$tools" >> "$GITHUB_PATH"
"$tools/integration-copilot" --version
