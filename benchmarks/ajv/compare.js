// Measures JSON.parse + Ajv and IntegrationCopilot.Validator in turns over the same bytes, and prints the ratios.
// usage: node compare.js PEER_COMMAND... DATA_FOLDER
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { spawn } = require("node:child_process");
const readline = require("node:readline");
const Ajv = require("ajv");
const Ajv2020 = require("ajv/dist/2020");

// Ajv refuses a pattern of this set's schema.
const skipped = new Set(["krakend"]);
const turns = Number(process.env.TURNS ?? 5);
const milliseconds = Number(process.env.MILLISECONDS ?? 150);
const only = process.env.SETS?.split(",");

function ajvFor(schema) {
  const is2020 = typeof schema.$schema === "string" && schema.$schema.includes("2020-12");
  return new (is2020 ? Ajv2020 : Ajv)({ strict: false, validateFormats: false, logger: false });
}

function load(folder) {
  const schemaText = fs.readFileSync(path.join(folder, "schema.json"), "utf8");
  const documents = fs.readFileSync(path.join(folder, "instances.jsonl"), "utf8").split("\n").filter((l) => l.length > 0);
  const schema = JSON.parse(schemaText);
  const validate = ajvFor(schema).compile(schema);
  return { schemaText, documents, validate, bytes: documents.reduce((sum, d) => sum + Buffer.byteLength(d), 0) };
}

// JSON.parse is given strings, so that turning bytes into strings is not counted against this side. The peer starts from the bytes.
function countValid({ documents, validate }) {
  let valid = 0;
  for (const document of documents) if (validate(JSON.parse(document))) valid++;
  return valid;
}

function compile({ schemaText }) {
  const schema = JSON.parse(schemaText);
  ajvFor(schema).compile(schema);
  return 1;
}

function least(work, rounds) {
  let best = Infinity;
  let result = 0;
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint();
    result = work();
    best = Math.min(best, Number(process.hrtime.bigint() - start));
  }
  return { nanoseconds: best, result };
}

class Peer {
  constructor(command) {
    this.process = spawn(command[0], command.slice(1), { stdio: ["pipe", "pipe", "inherit"] });
    this.lines = readline.createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }

  async ask(request) {
    this.process.stdin.write(request + "\n");
    const { value, done } = await this.lines.next();
    if (done) throw new Error("the peer ended");
    const answer = JSON.parse(value);
    return { nanoseconds: answer.Nanoseconds, result: answer.Result };
  }

  end() {
    this.process.stdin.end();
  }
}

// Both sides warm up, then take turns; the least of each side counts.
async function measure(ajv, ours) {
  const once = Math.max(ajv(1).nanoseconds, (await ours(1)).nanoseconds);
  const rounds = Math.max(1, Math.min(1000, Math.round((milliseconds * 1e6) / once)));
  ajv(rounds * 3);
  await ours(rounds * 3);
  let [bestAjv, bestOurs] = [{ nanoseconds: Infinity }, { nanoseconds: Infinity }];
  for (let turn = 0; turn < turns; turn++) {
    const [a, o] = [ajv(rounds), await ours(rounds)];
    if (a.result !== o.result) throw new Error(`Ajv finds ${a.result} valid, the peer ${o.result}`);
    if (a.nanoseconds < bestAjv.nanoseconds) bestAjv = a;
    if (o.nanoseconds < bestOurs.nanoseconds) bestOurs = o;
  }
  return { ajv: bestAjv.nanoseconds, ours: bestOurs.nanoseconds };
}

function row(name, size, { ajv, ours }, scale) {
  console.log(`| ${name.padEnd(22)} | ${size.padStart(9)} | ${(ajv / scale).toFixed(2).padStart(10)} | ${(ours / scale).toFixed(2).padStart(10)} | ${(ours / ajv).toFixed(2).padStart(6)} |`);
}

function heading(title, size, unit) {
  console.log(`\n${title}\n\n| ${"set".padEnd(22)} | ${size.padStart(9)} | ${("Ajv, " + unit).padStart(10)} | ${("ours, " + unit).padStart(10)} | ${"ratio".padStart(6)} |`);
  console.log(`|${"-".repeat(24)}|${"-".repeat(10)}:|${"-".repeat(11)}:|${"-".repeat(11)}:|${"-".repeat(7)}:|`);
}

async function table(names, sets, title, sizeName, unit, scale, sizeOf, ajvWork, oursRequest, peer) {
  heading(title, sizeName, unit);
  const total = { ajv: 0, ours: 0 };
  for (const name of names) {
    const set = sets.get(name);
    const result = await measure((rounds) => least(() => ajvWork(set), rounds), (rounds) => peer.ask(oursRequest(name, rounds)));
    total.ajv += result.ajv;
    total.ours += result.ours;
    row(name, sizeOf(set), result, scale);
  }
  row("total", "", total, scale);
}

async function main() {
  const folder = process.argv[process.argv.length - 1];
  const peer = new Peer([...process.argv.slice(2, -1), folder]);
  const names = fs.readdirSync(folder).filter((n) => fs.existsSync(path.join(folder, n, "schema.json")) && !skipped.has(n) && (!only || only.includes(n)));
  const sets = new Map(names.map((n) => [n, load(path.join(folder, n))]));
  const kilobytes = (bytes) => (bytes / 1024).toFixed(0) + " KB";
  console.log(`Ajv ${require("ajv/package.json").version}, Node ${process.version}`);
  await table(names, sets, "Bytes to verdict, warm: JSON.parse + Ajv, and ours", "documents", "ms", 1e6, (s) => kilobytes(s.bytes), countValid, (n, r) => `${n} ${r}`, peer);
  await table(names, sets, "Compiling the schema, warm, from bytes", "schema", "ms", 1e6, (s) => kilobytes(Buffer.byteLength(s.schemaText)), compile, (n, r) => `compile ${n} ${r}`, peer);
  peer.end();
}

main();
