// The servers: how each is started with nothing in it, who may talk to it, and what it lists of its own things.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { spawn, spawnSync } = require("node:child_process");
const { ask } = require("./ask");

const apiKey = "a-key-of-this-run-only-8261";
const password = "a-password-of-this-run-7719";

const powerdns = {
  name: "PowerDNS 4.7",
  document: "pdns.yaml",
  base: "/api/v1",
  header: ["X-API-Key", apiKey],
  async start(folder, port) {
    const database = path.join(folder, "pdns.sqlite3");
    const made = spawnSync("sqlite3", [database], { input: fs.readFileSync("/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql") });
    if (made.status !== 0) throw new Error(`sqlite3: ${made.stderr}`);
    const settings = {
      "config-dir": folder, "socket-dir": folder, launch: "gsqlite3", "gsqlite3-database": database, "gsqlite3-dnssec": "yes",
      "local-address": "127.0.0.1", "local-port": port + 1000, webserver: "yes", "webserver-address": "127.0.0.1", "webserver-port": port,
      api: "yes", "api-key": apiKey, daemon: "no", guardian: "no", "version-string": "anonymous", primary: "yes",
    };
    return run(folder, "pdns_server", Object.entries(settings).map(([name, value]) => `--${name}=${value}`));
  },
  ready: (url) => ask(`${url}/api/v1/servers`, { headers: { "X-API-Key": apiKey } }).then((answer) => answer?.status === 200),
  async things(url) {
    const list = async (what) => (await ask(`${url}/api/v1/servers/localhost/${what}`, { headers: { "X-API-Key": apiKey } }))?.json ?? [];
    const zones = await list("zones");
    const keys = await Promise.all(zones.map((zone) => list(`zones/${encodeURIComponent(zone.id)}/cryptokeys`)));
    return [...zones.map((zone) => `zone ${zone.id}`), ...(await list("tsigkeys")).map((key) => `TSIG key ${key.id}`),
      ...(await list("autoprimaries")).map((one) => `autoprimary ${one.ip} ${one.nameserver}`), ...keys.flat().map((key) => `key ${key.id} of a zone`)];
  },
  guarded: (url) => ask(`${url}/api/v1/servers`).then((answer) => answer?.status === 401),
};

const alertmanager = {
  name: "Alertmanager 0.25",
  document: "alertmanager.yaml",
  base: "/api/v2",
  header: null,
  async start(folder, port) {
    const settings = path.join(folder, "alertmanager.yml");
    fs.writeFileSync(settings, "route:\n  receiver: nobody\nreceivers:\n  - name: nobody\n");
    return run(folder, "prometheus-alertmanager", [`--config.file=${settings}`, `--storage.path=${folder}`,
      `--web.listen-address=127.0.0.1:${port}`, "--cluster.listen-address="]);
  },
  ready: (url) => ask(`${url}/api/v2/status`).then((answer) => answer?.status === 200),
  async things(url) {
    const silences = (await ask(`${url}/api/v2/silences`))?.json ?? [];
    const alerts = (await ask(`${url}/api/v2/alerts`))?.json ?? [];
    return [...silences.filter((one) => one.status.state !== "expired").map((one) => `silence ${one.id}`), ...alerts.map((one) => `alert ${one.fingerprint}`)];
  },
  guarded: null, // it has no authentication
};

const etcd = {
  name: "etcd 3.4",
  document: "etcd.json",
  allow: ["POST /v3/lease/revoke"], // dangerous by its name: what ends the leases that a run asks for
  base: "",
  header: ["Authorization", null], // a token, which is asked for when it has started
  async start(folder, port) {
    const own = `http://127.0.0.1:${port}`, peer = `http://127.0.0.1:${port + 1000}`;
    return run(folder, "etcd", ["--data-dir", path.join(folder, "data"), "--listen-client-urls", own, "--advertise-client-urls", own,
      "--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer, "--initial-cluster", `default=${peer}`, "--auth-token-ttl", "3600"]);
  },
  ready: (url) => ask(`${url}/health`).then((answer) => answer?.json?.health === "true"),
  async prepare(url) {
    for (const [call, json] of [["user/add", { name: "root", password }], ["role/add", { name: "root" }], ["user/grant", { user: "root", role: "root" }], ["enable", {}]]) {
      const answer = await ask(`${url}/v3/auth/${call}`, { method: "POST", json });
      if (answer?.status !== 200) throw new Error(`etcd: ${call} answered ${answer?.status} ${answer?.text}`);
    }
    return ["Authorization", await tokenOf(url)];
  },
  async things(url) {
    const token = await tokenOf(url);
    const call = async (what, json) =>
      (await ask(`${url}/v3/${what}`, { method: "POST", json, headers: token ? { Authorization: token } : {} }))?.json ?? {};
    const every = { key: "AA==", range_end: "AA==" };
    return [...((await call("auth/user/list", {})).users ?? []).map((name) => `user ${name}`), ...((await call("auth/role/list", {})).roles ?? []).map((name) => `role ${name}`),
      ...((await call("kv/range", every)).kvs ?? []).map((pair) => `key ${pair.key}`), ...((await call("lease/leases", {})).leases ?? []).map((lease) => `lease ${lease.ID}`),
      ...((await call("cluster/member/list", {})).members ?? []).map((member) => `member ${member.ID}`)];
  },
  guarded: (url) => ask(`${url}/v3/auth/user/list`, { method: "POST", json: {} }).then((answer) => answer !== null && answer.status !== 200),
};

async function tokenOf(url) {
  return (await ask(`${url}/v3/auth/authenticate`, { method: "POST", json: { name: "root", password } }))?.json?.token ?? null;
}

function run(folder, command, args) {
  const log = fs.openSync(path.join(folder, "server.log"), "w");
  return spawn(command, args, { stdio: ["ignore", log, log], cwd: folder });
}

module.exports = { powerdns, alertmanager, etcd };
