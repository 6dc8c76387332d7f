// Takes turns at starting each program and prints the median, so that whatever else the machine does falls on all alike.
'use strict';
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const [, , tool, prism, samples, turns] = process.argv;
const small = path.join(samples, 'Bookshelf', 'bookshelf.openapi.yaml');
const programs = [
  ['node -e 0', process.execPath, ['-e', '0']],
  ['integration-copilot --help', tool, ['--help']],
  ['integration-copilot inspect (75 lines)', tool, ['inspect', small]],
  ['integration-copilot inspect (886 lines)', tool, ['inspect', path.join(samples, 'payments.openapi.yaml')]],
  ['integration-copilot tests (75 lines)', tool, ['tests', small]],
  ['prism --help', prism, ['--help']],
].map(([name, file, args]) => ({ name, file, args, times: [] }));

function once({ file, args }) {
  const start = process.hrtime.bigint();
  const ended = spawnSync(file, args, { stdio: 'ignore' });
  if (ended.error) throw ended.error;
  if (ended.status !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${ended.status}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const median = times => [...times].sort((a, b) => a - b)[times.length >> 1];

programs.forEach(once);
for (let turn = 0; turn < Number(turns); turn++) for (const program of programs) program.times.push(once(program));
const base = median(programs[0].times);
console.log('| program | median, ms | of node |');
console.log('|---|---:|---:|');
for (const { name, times } of programs) console.log(`| \`${name}\` | ${median(times).toFixed(0)} | ${(median(times) / base).toFixed(1)} × |`);
