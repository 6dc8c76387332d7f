#!/usr/bin/env bash
# Tests real servers that nobody here wrote, from the documents of their vendors: PowerDNS, Alertmanager and etcd as Debian ships
# them, each fresh for each tool on the loopback interface. Dredd and Portman run beside us, on the same servers in the same way.
# usage: benchmarks/servers/run.sh [DOCUMENTS_FOLDER]
#   SERVERS="powerdns etcd" and TOOLS="ours dredd" take a part; what is left in artifacts/servers tells each request and finding.
# Needs node, npm and, as root once: apt-get install pdns-server pdns-backend-sqlite3 prometheus-alertmanager etcd-server sqlite3
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
documents=${1:-$root/../shared/data/servers}
work=$root/artifacts/servers
for program in node npm pdns_server prometheus-alertmanager etcd sqlite3; do
  command -v "$program" > /dev/null || { echo "$program is not installed; the head of this script says what is needed." >&2; exit 2; }
done
for peers in "$here" "$here/dredd" "$here/portman"; do
  [ -d "$peers/node_modules" ] || npm ci --prefix "$peers" --no-audit --no-fund --silent
done
[ -n "${CLI:-}" ] || { dotnet publish "$root/src/IntegrationCopilot.Cli" -c Release -o "$work/cli" -v q --nologo; CLI=$work/cli/IntegrationCopilot.Cli.dll; }
mkdir -p "$work"
exec node "$here/compare.js" "$CLI" "$documents" "$work"
