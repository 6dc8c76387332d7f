#!/usr/bin/env bash
# Packs every package, and uses each from a folder outside this checkout as somebody would who has only the package: the sample of its README is built and
# run, and the tool is installed and run. Ends with 0 when all of it works. The tool is packed for this kind of machine alone.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
mock=
trap '[ -z "$mock" ] || kill "$mock"; rm -rf "$work"' EXIT
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

packages=(SpecEngine Validator Validator.AspNetCore Validator.JsonSchemaNet Proxy MockGen TestKit TestKit.Xunit Templates Cli)
for package in "${packages[@]}"; do
  ToolMachines="linux-x64;any" dotnet pack "src/IntegrationCopilot.$package" -c Release -v q -o "$work/feed"
done
eng/check-packages.sh "$work/feed"
packed=$(basename "$work"/feed/IntegrationCopilot.SpecEngine.[0-9]*.nupkg .nupkg)
packed=${packed#IntegrationCopilot.SpecEngine.}
echo "The version is $packed."
# From here on packages come from the folder, and into folders of their own.
export NUGET_PACKAGES=$work/packages DOTNET_CLI_HOME=$work/home

# The code of a block of a README: what stands between "```KIND" and "```".
block() { awk -v kind="\`\`\`$2" '$0 == kind { on = 1; next } $0 == "```" { on = 0 } on' "src/IntegrationCopilot.$1/README.md"; }

# A project that knows our packages from the folder only.
project() {
  mkdir -p "$work/$1"
  cat > "$work/$1/nuget.config" << CONFIG
<configuration><packageSources><add key="packed" value="$work/feed" /></packageSources></configuration>
CONFIG
  cp samples/payments.openapi.yaml "$work/$1/"
}

for package in SpecEngine Validator Validator.AspNetCore Validator.JsonSchemaNet Proxy MockGen TestKit; do
  project "$package"
  web=; [[ "$package" = Validator.AspNetCore || "$package" = Proxy ]] && web='<FrameworkReference Include="Microsoft.AspNetCore.App" />'
  cat > "$work/$package/Try.csproj" << PROJECT
<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
<ItemGroup><PackageReference Include="IntegrationCopilot.$package" Version="$packed" />$web</ItemGroup></Project>
PROJECT
  {
    block "$package" cs
    [[ "$package" = Validator.AspNetCore || "$package" = Proxy ]] && echo 'using System.Text.Json; using Microsoft.AspNetCore.Builder;'
    echo 'var path = "payments.openapi.yaml";'
    [ "$package" = Validator ] && echo 'var response = new HttpResponseMessage { Content = new StringContent("{}") };'
    block "$package" csharp
  } > "$work/$package/Program.cs"
  echo "== $package"
  (cd "$work/$package" && dotnet run -v q > out.txt) || { cat "$work/$package/out.txt"; exit 1; }
  tail -3 "$work/$package/out.txt"
done

echo "== TestKit.Xunit"
project Xunit
cp -r samples/Bookshelf samples/Bookshelf.Tests "$work/Xunit/"
version() { sed -n "s/.*Include=\"$1\" Version=\"\([^\"]*\)\".*/\1/p" Directory.Packages.props; }
cat > "$work/Xunit/Directory.Build.props" << PROJECT
<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup></Project>
PROJECT
cat > "$work/Xunit/Bookshelf.Tests/Bookshelf.Tests.csproj" << PROJECT
<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
<ItemGroup><ProjectReference Include="../Bookshelf/Bookshelf.csproj" /><Using Include="Xunit" /><Using Include="FluentAssertions" />
<PackageReference Include="IntegrationCopilot.TestKit.Xunit" Version="$packed" /><PackageReference Include="xunit.v3" Version="$(version xunit.v3)" />
<PackageReference Include="Microsoft.AspNetCore.Mvc.Testing" Version="$(version Microsoft.AspNetCore.Mvc.Testing)" />
<PackageReference Include="FluentAssertions" Version="$(version FluentAssertions)" />
<None Include="../Bookshelf/bookshelf.openapi.yaml" CopyToOutputDirectory="PreserveNewest" /></ItemGroup></Project>
PROJECT
(cd "$work/Xunit/Bookshelf.Tests" && dotnet run -v q > out.txt) || { cat "$work/Xunit/Bookshelf.Tests/out.txt"; exit 1; }
tail -5 "$work/Xunit/Bookshelf.Tests/out.txt"

echo "== Templates"
project Templates
cd "$work/Templates"
create() { dotnet new "$@" --debug:custom-hive "$work/hive" > out.txt || { cat out.txt; exit 1; }; }
green() { (cd "$1" && dotnet run -v q > out.txt) || { cat "$1/out.txt"; exit 1; }; tail -2 "$1/out.txt"; }
create install "$work/feed/IntegrationCopilot.Templates.$packed.nupkg"
create ic-tests -o Document.Tests
green Document.Tests
create ic-tests -o Application.Tests --application ../../Xunit/Bookshelf/Bookshelf.csproj
green Application.Tests
create ic-mock -o Mock
(cd Mock && dotnet build -v q --nologo)
(cd Mock && exec dotnet bin/Debug/net10.0/Mock.dll --urls http://127.0.0.1:0 > out.txt 2>&1) &
mock=$!
url=
for _ in $(seq 100); do
  url=$(sed -n 's/.*Now listening on: \(http[^ ]*\).*/\1/p' Mock/out.txt 2> /dev/null || true)
  [ -n "$url" ] && break
  sleep 0.1
done
[ -n "$url" ] || { cat Mock/out.txt; exit 1; }
create ic-tests -o Url.Tests --url "$url/"
green Url.Tests
kill "$mock"
mock=
cd "$root"

echo "== Cli"
project Cli
(cd "$work/Cli" && dotnet tool install --tool-path "$work/tool" IntegrationCopilot.Cli --version "$packed" > /dev/null)
cd "$work/Cli"
"$work/tool/integration-copilot" inspect payments.openapi.yaml | head -3
"$work/tool/integration-copilot" init
"$work/tool/integration-copilot" run --quiet
echo "All packages work from a folder of their own."
