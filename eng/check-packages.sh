#!/usr/bin/env bash
# check-packages.sh FOLDER: opens every package of a folder as eng/try-packages.sh packs them, and holds it against what a package is to have: license, readme,
# icon, tags, the commit it was built of, documentation, symbols, no path of the machine, and the dependencies below, no others.
# Ends with 0 when all is there, and tells each thing that is not.
set -euo pipefail
feed=$1
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
problems=0

# What a package stands on: packages, our own without their first name, and "web" for ASP.NET Core. What comes with another is not
# listed, but for what is named because it generates code.
declare -A dependencies=(
  [SpecEngine]="Microsoft.Extensions.DependencyInjection.Abstractions Microsoft.OpenApi YamlDotNet"
  [Validator]="SpecEngine Microsoft.AspNetCore.WebUtilities Microsoft.Extensions.Http Microsoft.Extensions.Options Microsoft.Net.Http.Headers"
  [Validator.AspNetCore]="Validator web"
  [Validator.JsonSchemaNet]="Validator JsonSchema.Net"
  [Proxy]="Validator.AspNetCore Yarp.ReverseProxy web"
  [MockGen]="Validator Bogus YamlDotNet web"
  [TestKit]="MockGen"
  [TestKit.Xunit]="TestKit xunit.v3.extensibility.core"
)

problem() { echo "$1: $2"; problems=$((problems + 1)); }

# What the nuspec of a package lists, sorted, on one line.
listed() {
  { grep -oE '<dependency id="[^"]*"' "$1" | sed -E 's/.*id="(IntegrationCopilot\.)?([^"]*)"/\2/'; grep -q '<frameworkReference name="Microsoft.AspNetCore.App"' "$1" && echo web; } \
    | sort -u | tr '\n' ' '
}

check() {
  local name=$1 id=IntegrationCopilot.$1 file spec=$work/$1
  file=$(find "$feed" -name "$id.[0-9]*.nupkg")
  [ -f "$file" ] || { problem "$name" "there is not exactly one package in $feed"; return; }
  mkdir -p "$spec"
  unzip -q "$file" -d "$spec"
  local nuspec=$spec/$id.nuspec
  for element in '<license type="expression">MIT<' '<readme>README.md<' '<icon>icon.png<' '<tags>openapi ' '<repository type="git" ' ' commit="[0-9a-f]{40}"' '<authors>'; do
    grep -qE "$element" "$nuspec" || problem "$name" "its nuspec has no $element"
  done
  for part in README.md icon.png; do [ -s "$spec/$part" ] || problem "$name" "$part is not in it"; done
  grep -rqaF "$root/" "$spec" && problem "$name" "a file in it names a folder of the machine that built it"
  [ -n "${dependencies[$name]-}" ] || return 0 # the tool holds all it needs, and templates name theirs
  for ending in dll xml; do [ -s "$spec/lib/net10.0/$id.$ending" ] || problem "$name" "lib/net10.0/$id.$ending is not in it"; done
  local expected
  expected=$(tr ' ' '\n' <<< "${dependencies[$name]}" | sort -u | tr '\n' ' ')
  [ "$(listed "$nuspec")" = "$expected" ] || problem "$name" "it depends on $(listed "$nuspec")and not on $expected"
  unzip -l "${file%.nupkg}.snupkg" 2> /dev/null | grep -F "lib/net10.0/$id.pdb" > /dev/null || problem "$name" "its symbols are not packed beside it"
}

for name in "${!dependencies[@]}" Cli Templates; do check "$name"; done
[ "$problems" -eq 0 ] && echo "Every package has what it should." || exit 1
