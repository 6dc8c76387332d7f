// Reads a report with a reader that is not ours, and prints what it made of it as JSON: node read.mjs KIND < REPORT
import { createRequire } from 'node:module'
import { text } from 'node:stream/consumers'

const readers = {
  async ctrf(report) {
    const { parse, validateStrict } = await import('ctrf')
    const read = parse(report)
    validateStrict(read)
    return read.results.summary
  },
  async har(report) {
    const { har } = createRequire(import.meta.url)('har-validator/lib/promise.js')
    const { log } = await har(JSON.parse(report))
    return { pages: log.pages.length, entries: log.entries.length }
  },
  async junit(report) {
    const { parse } = await import('junit2json')
    const { tests, failures, errors, testsuite } = await parse(report)
    return { tests, failures, errors, skipped: testsuite.reduce((sum, suite) => sum + suite.skipped, 0), suites: testsuite.length }
  }
}

try {
  console.log(JSON.stringify(await readers[process.argv[2]](await text(process.stdin))))
} catch (error) {
  console.error(JSON.stringify(error.errors ?? String(error)))
  process.exitCode = 1
}
