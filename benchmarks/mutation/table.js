// Writes what was measured as a table, with each fault that was not found, between the two marks of an article.
// usage: node table.js RESULTS_FOLDER DOCUMENTS_FILE ARTICLE
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const [folder, list, article] = process.argv.slice(2);
const begin = "<!-- measured -->", end = "<!-- /measured -->";

const documents = fs.readFileSync(list, "utf8").split("\n").filter((line) => line.length > 0);
const measured = documents.filter((name) => fs.existsSync(path.join(folder, `${name}.json`))).map((name) => {
  const { faults, falseAlarms } = JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), "utf8"));
  const applicable = faults.filter((fault) => fault.applicable);
  const missed = applicable.filter((fault) => fault.foundBy.length === 0 && !fault.spoilsRun);
  const seconds = Number(fs.readFileSync(path.join(folder, `${name}.seconds`), "utf8"));
  return { name, applicable: applicable.length, missed, alarms: falseAlarms.length, seconds, requests: faults.reduce((sum, fault) => sum + fault.requests, 0) };
});
const share = (row) => (100 * (row.applicable - row.missed.length)) / row.applicable;
const mean = measured.reduce((sum, row) => sum + share(row), 0) / measured.length;

const lines = [
  "| document | can show | found | % | alarms with nothing wrong | requests | seconds |", "|---|--:|--:|--:|--:|--:|--:|",
  ...measured.map((row) => `| ${row.name} | ${row.applicable} | ${row.applicable - row.missed.length} | ${share(row).toFixed(0)} | ${row.alarms} | ${row.requests} | ${row.seconds} |`),
  `| **on average** | | | **${mean.toFixed(1)}** | | | |`, "",
  "## What was not found", "", "| fault | in | it shows in the answer to |", "|---|---|---|",
  ...measured.flatMap((row) => row.missed.map((fault) => `| \`${fault.id}\` | ${row.name} | ${fault.shownBy.replaceAll("|", "\\|").replaceAll("{", "\\{")} |`)),
];
const text = fs.readFileSync(article, "utf8");
fs.writeFileSync(article, `${text.slice(0, text.indexOf(begin) + begin.length)}\n\n${lines.join("\n")}\n\n${text.slice(text.indexOf(end))}`);
console.log(`${mean.toFixed(1)} % of ${measured.length} documents on average`);
