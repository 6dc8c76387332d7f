#!/usr/bin/env bash
# Measures the recording proxy beside a bare YARP proxy with wrk, 1 KB both ways, all before the same upstream in one run, in turns. Needs wrk and python3.
# usage: benchmarks/proxy/run.sh      SECONDS_EACH=n TURNS=n CONNECTIONS=n change it; BUILT=1 builds nothing
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
built=$root/artifacts/proxy-peers
work=$(mktemp -d)
[ -n "${BUILT:-}" ] || dotnet publish "$here/ProxyHosts" -c Release -o "$built" -v q --nologo
python3 - "$work" << 'PYTHON'
import json, sys
items = [{"sku": f"ABC-{1000 + i}", "title": f"A thing that somebody ordered, number {i}", "quantity": i + 1, "price": 12.5 + i, "currency": "EUR"} for i in range(6)]
order = {"id": "0190f3f0-0c54-7d0f-9d0a-6f0c5f6f3b9a", "customer": {"name": "Ada Example", "email": "ada@example.com",
         "address": {"street": "Long Road 1", "city": "Town", "zip": "12345"}}, "note": "", "items": items}
order["note"] = "x" * (1024 - len(json.dumps(order)))
text = json.dumps(order)
assert len(text) == 1024, len(text)
open(sys.argv[1] + "/order.json", "w").write(text)
PYTHON
export BODY=$work/order.json DOTNET_TieredPGO=1
pids=()
trap 'kill "${pids[@]}" 2> /dev/null; wait 2> /dev/null; rm -rf "$work"' EXIT
start() { "$built/ProxyHosts" "$@" > "$work/$1.log" 2>&1 & pids+=($!); }
start upstream 18080 "$BODY"
start bare 18081 http://127.0.0.1:18080
start judging 18082 http://127.0.0.1:18080 "$here/orders.openapi.yaml"
start recording 18083 http://127.0.0.1:18080 "$here/orders.openapi.yaml" "$work/traces.ndjson"
for port in 18080 18081 18082 18083; do
  for _ in $(seq 100); do (echo > /dev/tcp/127.0.0.1/$port) 2> /dev/null && break; sleep 0.1; done
done
# Prints "requests a second" and "microseconds of processor time a request took in the process"; its clock ticks 100 times a second.
measure() {
  local pid=$1 before after
  before=$(awk '{ print $14 + $15 }' "/proc/$pid/stat")
  wrk -t 1 -c "${CONNECTIONS:-16}" -d "${3}s" -s "$here/post.lua" "http://127.0.0.1:$2/orders" > "$work/wrk.txt"
  after=$(awk '{ print $14 + $15 }' "/proc/$pid/stat")
  if grep -q "Non-2xx" "$work/wrk.txt"; then cat "$work/wrk.txt" >&2; exit 1; fi
  awk -v ticks=$((after - before)) '/requests in/ { n = $1 } /Requests\/sec/ { printf "%s %.1f ", $2, ticks * 10000 / n }' "$work/wrk.txt"
}
for i in 0 1 2 3; do measure "${pids[$i]}" $((18080 + i)) "${WARM_UP:-4}" > /dev/null; done
for turn in $(seq "${TURNS:-5}"); do
  for i in 1 2 3 0; do measure "${pids[$i]}" $((18080 + i)) "${SECONDS_EACH:-5}"; done | tee -a "$work/turns.txt"
  echo | tee -a "$work/turns.txt"
done
python3 - "$work/turns.txt" << 'PYTHON'
import statistics, sys
rows = [list(map(float, line.split())) for line in open(sys.argv[1]) if line.strip()]
names = ["bare YARP", "with validation", "and signed traces", "upstream itself"]
print("| | requests a second, median | of the bare proxy, median of the turns | processor time a request, median |\n|---|---|---|---|")
for i, name in enumerate(names):
    rate, ratio, cost = (statistics.median(f(row) for row in rows) for f in (lambda r: r[2 * i], lambda r: r[2 * i] / r[0], lambda r: r[2 * i + 1]))
    print(f"| {name} | {rate:,.0f} | {ratio:.2f} | {cost:.0f} µs |")
PYTHON
kill -INT "${pids[2]}" "${pids[3]}"; wait "${pids[2]}" "${pids[3]}" || true
cat "$work/judging.log" "$work/recording.log"
