// Measures the mock beside a bare Kestrel endpoint and Prism: answers a second, memory after a minute of them, and how soon each answers.
// usage: node compare.js FOLDER_OF_BUILT_PROGRAMS SPECS_FOLDER
"use strict";
const fs = require("node:fs");
const http = require("node:http");
const os = require("node:os");
const path = require("node:path");
const { spawn, spawnSync } = require("node:child_process");

const [built, specs] = process.argv.slice(2);
const secondsEach = Number(process.env.SECONDS_EACH ?? 8);
const memorySeconds = Number(process.env.MEMORY_SECONDS ?? 60);
const turns = Number(process.env.TURNS ?? 3);
const petstore = path.join(specs, "oai-petstore-expanded-3.0.json");
const large = ["openai-2.3.yaml", "square-api.json"].map((name) => path.join(specs, name));
const prism = path.join(__dirname, "node_modules/.bin/prism");
const cli = path.join(built, "cli/IntegrationCopilot.Cli.dll");
const pet = JSON.stringify({ name: "Rex", tag: "dog" });
let port = 47100;

const servers = {
  kestrel: (at) => ["dotnet", [path.join(built, "bare/BareKestrel.dll"), "--urls", `http://127.0.0.1:${at}`]],
  ours: (at, spec) => ["dotnet", [cli, "mock", spec, "--port", String(at)]],
  prism: (at, spec) => ["node", [prism, "mock", "-p", String(at), "-h", "127.0.0.1", spec]],
};

function start(name, spec) {
  const at = port++;
  const [command, args] = servers[name](at, spec);
  const child = spawn(command, args, { stdio: "ignore" });
  return { name, child, url: `http://127.0.0.1:${at}`, started: process.hrtime.bigint() };
}

function ask(url, options = {}, body) {
  return new Promise((resolve) => {
    const request = http.request(url, { ...options, agent: false }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk)).on("end", () => resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() }));
    });
    request.on("error", () => resolve(null));
    request.end(body);
  });
}

/** Milliseconds from the start of the process to its first answer, whatever it says; null when there is none within the time. */
async function untilReady(server, patience = 60_000) {
  for (;;) {
    const passed = Number(process.hrtime.bigint() - server.started) / 1e6;
    if (await ask(server.url)) return Number(process.hrtime.bigint() - server.started) / 1e6;
    if (passed > patience || server.child.exitCode !== null) return null;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function stop(server) {
  return new Promise((resolve) => {
    if (server.child.exitCode !== null) return resolve();
    server.child.once("exit", resolve);
    server.child.kill("SIGKILL");
  });
}

const script = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "mock-peers-")), "post.lua");
fs.writeFileSync(script, `wrk.method = "POST"\nwrk.body = '${pet}'\nwrk.headers["Content-Type"] = "application/json"\n`);

function wrk(url, seconds, posts) {
  const args = ["-t1", "-c16", `-d${seconds}s`, ...(posts ? ["-s", script] : []), url];
  const output = spawnSync("wrk", args, { encoding: "utf8" }).stdout;
  const failed = Number(/Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1] ?? 0);
  if (failed > 0) throw new Error(`${failed} answers of ${url} were errors.`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(output)[1]);
}

const residentMegabytes = (server) => Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${server.child.pid}/status`, "utf8"))[1]) / 1024;
const best = (values) => Math.max(...values);
const least = (values) => Math.min(...values);
const round = (value, digits = 0) => (value === null ? "no answer" : value.toFixed(digits));

async function oneOf(server) {
  const created = await ask(`${server.url}/pets`, { method: "POST", headers: { "Content-Type": "application/json" } }, pet);
  return `${server.url}/pets/${JSON.parse(created.body).id}`;
}

async function throughput() {
  const rows = {};
  const running = [];
  for (const name of Object.keys(servers)) {
    const server = start(name, petstore);
    await untilReady(server);
    running.push(server);
    rows[name] = { get: [], post: [] };
  }
  for (let turn = 0; turn < turns; turn++)
    for (const server of running) {
      const item = await oneOf(server);
      rows[server.name].get.push(wrk(item, secondsEach, false));
      rows[server.name].post.push(wrk(`${server.url}/pets`, secondsEach, true));
    }
  for (const server of running) {
    for (let passed = 0; passed < memorySeconds; passed += 10) {
      wrk(await oneOf(server), 5, false); // the mock forgets the oldest things, and a round of POST makes many
      wrk(`${server.url}/pets`, 5, true);
    }
    rows[server.name].memory = residentMegabytes(server);
    await stop(server);
  }
  return rows;
}

function nodeStart() {
  const from = process.hrtime.bigint();
  spawnSync("node", ["-e", "0"]);
  return Number(process.hrtime.bigint() - from) / 1e6;
}

async function readiness(spec) {
  const times = { node: [], ours: [], prism: [] };
  for (let turn = 0; turn < turns; turn++) {
    times.node.push(nodeStart());
    for (const name of ["ours", "prism"]) {
      const server = start(name, spec);
      times[name].push(await untilReady(server));
      await stop(server);
    }
  }
  const known = (values) => (values.every((value) => value === null) ? null : least(values.filter((value) => value !== null)));
  return { node: least(times.node), ours: known(times.ours), prism: known(times.prism) };
}

async function main() {
  const rows = await throughput();
  console.log("| server | GET/s | of Kestrel | validated POST/s | of Kestrel | memory, MB | of Prism |\n|---|---:|---:|---:|---:|---:|---:|");
  for (const [name, row] of Object.entries(rows))
    console.log(`| ${name} | ${round(best(row.get))} | ${round(best(row.get) / best(rows.kestrel.get), 2)} | ${round(best(row.post))} | ${round(best(row.post) / best(rows.kestrel.post), 2)} | ${round(row.memory)} | ${round(row.memory / rows.prism.memory, 2)} |`);
  console.log("\n| document | `node -e 0`, ms | ours, ms | times node | Prism, ms | Prism by ours |\n|---|---:|---:|---:|---:|---:|");
  for (const spec of large) {
    const { node, ours, prism: peer } = await readiness(spec);
    console.log(`| ${path.basename(spec)} | ${round(node)} | ${round(ours)} | ${round(ours / node, 1)} | ${round(peer)} | ${peer === null ? "–" : round(peer / ours, 1)} |`);
  }
}

main().then(() => process.exit(0), (error) => { console.error(error); process.exit(1); });
