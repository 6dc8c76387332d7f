// A proxy that passes every request on as it is and notes what was asked and what was answered, so that every tool is counted alike.
"use strict";
const http = require("node:http");
const fs = require("node:fs");

const mostKept = 2_000; // characters of a body that are noted

/** Listens on a port of its own in front of a server. @returns {Promise<{port: number, seen: object[], close: () => Promise<void>}>} */
function record(serverPort, file) {
  const seen = [];
  const log = fs.createWriteStream(file);
  const proxy = http.createServer((request, response) => {
    const entry = { method: request.method, url: request.url, status: 0, sent: "", got: "" };
    seen.push(entry);
    const headers = { ...request.headers, host: `127.0.0.1:${serverPort}` };
    const onward = http.request({ host: "127.0.0.1", port: serverPort, method: request.method, path: request.url, headers }, (answer) => {
      entry.status = answer.statusCode;
      response.writeHead(answer.statusCode, answer.rawHeaders);
      // An answer to HEAD has no body (RFC 9110, section 9.3.2); what a server sends all the same is not passed on, and is no error of the proxy's.
      if (request.method === "HEAD") { response.end(); log.write(`${JSON.stringify(entry)}\n`); return; }
      answer.on("data", (chunk) => { entry.got = note(entry.got, chunk); response.write(chunk); });
      answer.on("end", () => { response.end(); log.write(`${JSON.stringify(entry)}\n`); });
      answer.on("error", () => response.destroy());
    });
    onward.on("error", () => { if (response.writableEnded) return; response.destroy(); log.write(`${JSON.stringify(entry)}\n`); });
    request.on("data", (chunk) => { entry.sent = note(entry.sent, chunk); onward.write(chunk); });
    request.on("end", () => onward.end());
    response.on("close", () => onward.destroy());
  });
  const close = () => new Promise((resolve) => { proxy.closeAllConnections(); proxy.close(() => log.end(resolve)); });
  return new Promise((resolve) => proxy.listen(0, "127.0.0.1", () => resolve({ port: proxy.address().port, seen, close })));
}

const note = (text, chunk) => (text.length < mostKept ? (text + chunk.toString()).slice(0, mostKept) : text);

module.exports = { record };
