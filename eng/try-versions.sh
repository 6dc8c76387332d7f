#!/usr/bin/env bash
# Asks copies of this checkout for the version of its packages: a clone without history and tags, one with a tag, one with a commit after it, and a folder that is
# not under git. Ends with 0 when each says what is expected.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
git clone -q --depth 1 "file://$root" "$work/copy"
cd "$work/copy"
git tag -l | xargs -r git tag -d > /dev/null
dotnet restore -v q src/IntegrationCopilot.SpecEngine

expect() {
  local said
  said=$(dotnet msbuild src/IntegrationCopilot.SpecEngine -t:MinVer -getProperty:PackageVersion | tail -1)
  [ "$said" = "$2" ] || { echo "$1: the version is '$said' and not '$2'."; exit 1; }
}

expect "A clone without history and tags" 0.1.0-preview
git tag v2.3.4
expect "A tag" 2.3.4
git -c user.name=t -c user.email=t@example.com commit -q --allow-empty -m "After the tag"
expect "A commit after a tag" 2.3.5-preview.1
mv .git "$work/git"
expect "A folder without git" 0.1.0-preview
echo "Versions are those of tags, and there is one without them."
