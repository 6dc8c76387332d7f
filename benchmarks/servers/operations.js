// What a document describes, as far as counting needs it: which operation a request was for, and which answers are described.
"use strict";
const fs = require("node:fs");
const yaml = require("js-yaml");

const methods = ["get", "put", "post", "delete", "options", "head", "patch"];

function read(file) {
  const document = yaml.load(fs.readFileSync(file, "utf8"));
  const base = (document.basePath ?? "").replace(/\/$/, "");
  return Object.entries(document.paths).flatMap(([path, item]) => methods.filter((method) => item[method]).map((method) => ({
    name: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), described: Object.keys(item[method].responses),
    variable: (path.match(/\{/g) ?? []).length, pattern: new RegExp(`^${base}${path.split(/\{[^}]*\}/).map(literally).join("[^/]*")}/?$`),
  })));
}

const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The operation a request was for: of several that fit, the one with the fewest variable parts; undefined for none. */
function operationOf(operations, { method, url }) {
  const path = url.split("?")[0];
  return operations.filter((one) => one.method === method && one.pattern.test(path)).sort((a, b) => a.variable - b.variable)[0];
}

/** How far each operation was reached: 2xx, else a refusal that is described, else something else, else not asked at all. */
function reach(operations, seen) {
  const reached = new Map(operations.map((one) => [one.name, "not asked"]));
  const better = { "not asked": 0, undescribed: 1, refused: 2, answered: 3 };
  for (const entry of seen) {
    const one = operationOf(operations, entry);
    if (!one) continue;
    const now = entry.status >= 200 && entry.status < 300 ? "answered" : isRefusal(one, entry.status) ? "refused" : "undescribed";
    if (better[now] > better[reached.get(one.name)]) reached.set(one.name, now);
  }
  return reached;
}

/** A refusal that the document describes for the operation by its code, other than that of the credentials. */
const isRefusal = (operation, status) => status >= 400 && status < 500 && status !== 401 && operation.described.includes(String(status));

module.exports = { read, reach };
