// The tools: what each is told, which is the document, the address and the credentials and nothing else, and what it says afterwards.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { spawn } = require("node:child_process");

const bin = (peer, name) => path.join(__dirname, peer, "node_modules/.bin", name);

const ours = (cli) => ({
  name: "ours",
  async run({ document, base, header, allow, folder }) {
    const report = path.join(folder, "report.json");
    const identity = header ? ["--api-key", `${header[0]}=${header[1]}`] : [];
    await finish(folder, "dotnet", [cli, "run", document, "--base-url", base, ...identity, ...allow.flatMap((one) => ["--allow", one]), "--report", `json=${report}`]);
    const { cases } = JSON.parse(fs.readFileSync(report, "utf8"));
    const statuses = {};
    for (const one of cases) statuses[one.status] = (statuses[one.status] ?? 0) + 1;
    return { statuses, findings: cases.filter((one) => one.status === "FAIL" || one.status === "WARN").map((one) => `${one.status} ${one.id}: ${one.reason}`) };
  },
});

const dredd = {
  name: "Dredd 14.1.0",
  async run({ document, origin, header, folder }) {
    const text = await finish(folder, bin("dredd", "dredd"), [document, origin, "--loglevel", "error", "--no-color", ...(header ? ["--header", `${header[0]}: ${header[1]}`] : [])]);
    const counted = /complete: (\d+) passing, (\d+) failing, (\d+) errors, (\d+) skipped/.exec(text);
    if (!counted) return { statuses: {}, findings: ["It ran nothing; output.txt says why."] };
    const [, pass, fail, errors, skip] = counted;
    return { statuses: { PASS: Number(pass), FAIL: Number(fail), ERROR: Number(errors), SKIP: Number(skip) }, findings: text.match(/^fail: .*$/gm) ?? [] };
  },
};

const portman = {
  name: "Portman 1.33.0",
  async run({ document, base, header, folder }) {
    const settings = path.join(folder, "portman.json"), collection = path.join(folder, "collection.json"), report = path.join(folder, "newman.json");
    fs.writeFileSync(settings, JSON.stringify(settingsOf(header)));
    await finish(folder, bin("portman", "portman"), ["-l", document, "-b", base, "-c", settings, "-o", collection, "--runNewman", "false"]);
    await finish(folder, bin("portman", "newman"), ["run", collection, "--reporters", "json", "--reporter-json-export", report, "--timeout-request", "10000"]);
    if (!fs.existsSync(report)) return { statuses: {}, findings: ["It could not make or run its collection; output.txt says why."] };
    const { stats, failures } = JSON.parse(fs.readFileSync(report, "utf8")).run;
    return {
      statuses: { PASS: stats.assertions.total - stats.assertions.failed, FAIL: stats.assertions.failed },
      findings: failures.map((one) => `${one.source?.name}: ${one.error.test ?? one.error.name}: ${one.error.message}`),
    };
  },
};

/** Every contract test that it has, on every operation; variations of its own are written by hand for each API, so there are none. */
const settingsOf = (header) => ({
  version: 1,
  globals: header ? { securityOverwrites: { apiKey: { key: header[0], value: header[1], in: "header" } } } : {},
  tests: { contractTests: ["statusSuccess", "contentType", "jsonBody", "schemaValidation", "headersPresent"].map((name) => ({ openApiOperation: "*::/*", [name]: { enabled: true } })) },
});

/** What a program wrote, once it has ended; ten minutes at most. */
function finish(folder, command, args) {
  return new Promise((resolve) => {
    const chunks = [];
    const child = spawn(command, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    const late = setTimeout(() => child.kill("SIGKILL"), 600_000);
    const keep = (chunk) => chunks.push(chunk);
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", keep);
    child.on("close", () => {
      clearTimeout(late);
      const text = chunks.join("");
      fs.appendFileSync(path.join(folder, "output.txt"), text);
      resolve(text);
    });
  });
}

module.exports = (cli) => ({ ours: ours(cli), dredd, portman });
