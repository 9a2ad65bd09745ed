import { createReadStream } from 'node:fs';
import { openRows } from '../../../subgraphs/kit/spreadsheet/stream/open-rows.ts';
import { spool } from '../../../subgraphs/kit/spool.ts';

// Reads one file in a process of its own, so that its memory can be measured; tells what it saw as one line of JSON.
const LIMITS = {
  unpackedBytes: 4 * 1024 ** 3,
  rows: 5_000_000,
  columns: 300,
  sheets: 50,
  recordCharacters: 1_000_000,
  sharedTextBytes: 128 * 1024 ** 2,
};
const began = performance.now();
let peak = 0;
let rows = 0;
let outcome = 'read';
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
try {
  const file = await spool(createReadStream(process.argv[2] ?? ''));
  const opened = await openRows(file, LIMITS);
  for await (const sheet of opened.sheets()) {
    for await (const batch of sheet.rows) {
      rows += batch.length;
      peak = Math.max(peak, process.memoryUsage.rss());
    }
  }
  await file.dispose();
} catch (error) {
  outcome = error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : String(error);
}
clearInterval(watch);
console.log(
  JSON.stringify({
    rows,
    outcome,
    megabytes: Math.round(peak / 1e6),
    milliseconds: Math.round(performance.now() - began),
  }),
);
