#!/usr/bin/env bash
# Publishes samples/Native for native AOT, runs it on the sample document, and compares what it prints with the same program run by the runtime.
# Ends with 0 when both print the same and publishing showed no warning about trimming or AOT but the one that is known: Bogus is not marked as trimmable.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
document=samples/payments.openapi.yaml
known="Assembly 'Bogus' produced trim warnings"
case $(uname -m) in aarch64 | arm64) runtime=linux-arm64 ;; *) runtime=linux-x64 ;; esac

dotnet publish samples/Native -c Release -r "$runtime" -v q -p:TreatWarningsAsErrors=false -p:RunAnalyzers=false -o "$work/native" \
  > "$work/publish.log" 2>&1 || { tail -40 "$work/publish.log"; echo "samples/Native does not publish."; exit 1; }
if grep -E 'warning IL[0-9]+' "$work/publish.log" | grep -vF "$known" | sort -u | grep .; then echo "Publishing showed warnings that are not known."; exit 1; fi

dotnet "artifacts/bin/Native/release_$runtime/Native.dll" "$document" > "$work/managed.txt"
"$work/native/Native" "$document" > "$work/native.txt" || { cat "$work/native.txt"; echo "The native program ended with an error."; exit 1; }
diff "$work/managed.txt" "$work/native.txt" || { echo "The native program prints something else."; exit 1; }
if grep "differently" "$work/native.txt"; then echo "What is written as JSON is not read back alike."; exit 1; fi

cat "$work/native.txt"
started=$(date +%s%N)
for _ in 1 2 3 4 5 6 7 8 9 10; do "$work/native/Native" "$document" > "$work/again.txt"; done
echo "Native: $(stat -c %s "$work/native/Native") bytes, $((($(date +%s%N) - started) / 10000000)) ms a run on $document (mean of 10)."
