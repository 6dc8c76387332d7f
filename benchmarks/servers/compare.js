// Runs each tool against each server, started fresh for it, and prints one table.
// usage: node compare.js CLI_DLL DOCUMENTS_FOLDER WORK_FOLDER
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const servers = require("./servers");
const { record } = require("./recorder");
const { read, reach } = require("./operations");

const [cli, documents, work] = process.argv.slice(2).map((name) => path.resolve(name));
const tools = require("./tools")(cli);
const chosen = (variable, all) => (process.env[variable] ?? Object.keys(all).join(" ")).split(" ");
let port = 47300;

async function one(server, tool, folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, "data"), { recursive: true });
  const at = port++, own = `http://127.0.0.1:${at}`;
  const child = await server.start(path.join(folder, "data"), at);
  try {
    await until(() => server.ready(own), child, folder);
    const header = (await server.prepare?.(own)) ?? server.header;
    return await measured(server, tool, folder, at, own, header);
  } finally {
    child.kill("SIGKILL");
  }
}

async function measured(server, tool, folder, at, own, header) {
  const before = await server.things(own);
  const proxy = await record(at, path.join(folder, "requests.jsonl"));
  const origin = `http://127.0.0.1:${proxy.port}`, document = path.join(documents, server.document);
  const from = process.hrtime.bigint();
  const said = await tool.run({ document, origin, base: origin + server.base, header, allow: server.allow ?? [], folder });
  const seconds = Number(process.hrtime.bigint() - from) / 1e9;
  await proxy.close();
  const after = await server.things(own);
  const row = {
    seconds, requests: proxy.seen.length, ...said, reached: reach(read(document), proxy.seen), failed: proxy.seen.filter((entry) => entry.status >= 500).length,
    left: after.filter((thing) => !before.includes(thing)), gone: before.filter((thing) => !after.includes(thing)), guarded: server.guarded ? await server.guarded(own) : null,
  };
  fs.writeFileSync(path.join(folder, "result.json"), JSON.stringify({ ...row, reached: Object.fromEntries(row.reached) }, null, 2));
  return row;
}

async function until(ready, child, folder) {
  for (let tries = 0; tries < 400; tries++) {
    if (await ready()) return;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server did not start; ${path.join(folder, "data/server.log")} says why.`);
}

const count = (row, what) => [...row.reached.values()].filter((state) => state === what).length;
const guarded = (row) => (row.guarded === null ? "has none" : row.guarded ? "yes" : "NO");

function line(server, tool, row) {
  const good = count(row, "answered"), refused = count(row, "refused"), all = row.reached.size;
  const statuses = Object.entries(row.statuses).filter(([, number]) => number > 0).map(([name, number]) => `${number} ${name}`).join(", ");
  return [server.name, tool.name, all, `${good} + ${refused} (${Math.round((100 * (good + refused)) / all)} %)`, count(row, "not asked"), statuses, row.findings.length,
    row.requests, row.failed, row.seconds.toFixed(1), row.left.length, row.gone.length, guarded(row)];
}

const heads = ["server", "tool", "operations", "2xx + described refusal", "not asked", "cases", "findings", "requests", "answers 5xx", "seconds", "left behind", "gone", "auth still on"];

async function main() {
  console.log(`| ${heads.join(" | ")} |\n|${heads.map((_, at) => (at < 2 || at === 5 ? "---" : "---:")).join("|")}|`);
  for (const server of chosen("SERVERS", servers))
    for (const tool of chosen("TOOLS", tools)) {
      const row = await one(servers[server], tools[tool], path.join(work, server, tool));
      console.log(`| ${line(servers[server], tools[tool], row).join(" | ")} |`);
    }
}

main().then(() => process.exit(0), (error) => { console.error(error.message); process.exit(1); });
