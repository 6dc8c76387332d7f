// One HTTP request of the script itself, which no tool's count includes.
"use strict";
const http = require("node:http");

/** @returns {Promise<{status: number, json: any, text: string} | null>} Null when nothing answered. */
function ask(url, { method = "GET", headers = {}, json } = {}) {
  const body = json === undefined ? undefined : JSON.stringify(json);
  return new Promise((resolve) => {
    const request = http.request(url, { method, headers: { ...headers, ...(body && { "Content-Type": "application/json" }) }, agent: false }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk)).on("end", () => resolve(answer(response.statusCode, Buffer.concat(chunks).toString())));
    });
    request.on("error", () => resolve(null));
    request.setTimeout(5_000, () => request.destroy());
    request.end(body);
  });
}

function answer(status, text) {
  try {
    return { status, text, json: JSON.parse(text) };
  } catch {
    return { status, text, json: undefined };
  }
}

module.exports = { ask };
