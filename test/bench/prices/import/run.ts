import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../../../prisma/storage/contract.ts';
import { ROW_COLUMNS } from '../../../../subgraphs/pricing/store/publishing/columns.ts';
import {
  addInstitutions,
  startPricing,
  textOf,
  type FilledPricing,
} from '../../../subgraphs/pricing/filled-pricing.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { lineOf, writeList } from './list-file.ts';

const HOSPITAL = '0b6d6d6e-0000-4000-8000-000000000001';
const MIB = 1_048_576;
const CHUNK = 2_000;

/**
 * Measures an import from the upload to the answer beside a bare `COPY` of the same rows, into a table like `price`
 * with its indexes and into one without any, in the same run; then the same list again, and again with a thousandth of it
 * changed.
 *
 * @param argv - how many rows, in place of 1,000,000; then on which database (`postgres`, `embedded`), in place of both
 */
export async function run(argv: readonly string[]): Promise<void> {
  const rows = Number(argv[0] ?? 1_000_000);
  const folder = await mkdtemp(join(tmpdir(), 'bench-prices-'));
  try {
    const files = [join(folder, 'first.csv'), join(folder, 'second.csv')] as const;
    await writeList(files[0], rows, 0);
    await writeList(files[1], rows, 1);
    console.log(`${String(rows)} rows, ${((await stat(files[0])).size / 1e6).toFixed(0)} MB`);
    for (const kind of [...DATABASE_KINDS].reverse()) {
      if (argv[1] !== undefined && argv[1] !== kind.kind) continue;
      const pricing = await startPricing(kind);
      try {
        await addInstitutions(pricing.db, { [HOSPITAL]: '140521' });
        await measure(kind.kind, pricing, rows, files);
      } finally {
        await pricing.close();
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  name: string,
  pricing: FilledPricing,
  rows: number,
  [first, second]: readonly [string, string],
): Promise<void> {
  console.log(`\n${name}`);
  const indexed = await bareCopy(pricing.database, rows, 'INCLUDING INDEXES');
  const bare = await bareCopy(pricing.database, rows, '');
  tell('COPY into a table with the indexes of price', indexed, rows);
  tell('COPY into a table without any index', bare, rows);
  const watch = watchMemory();
  const began = await timed(() => published(pricing, first));
  tell('import, the first time', began, rows, { indexed, bare });
  const again = await timed(() => published(pricing, first));
  tell('import, the same list again', again, rows, { indexed, bare });
  const changed = await timed(() => published(pricing, second));
  tell('import, a thousandth changed', changed, rows, { indexed, bare });
  console.log(`  again is ${(began / again).toFixed(2)} × as fast, with changes ${(began / changed).toFixed(2)} ×`);
  const { atStart, highest } = watch();
  console.log(
    `  resident memory ${atStart} MiB at the start, ${highest} MiB at most, of all that runs in this process`,
  );
}

function tell(
  what: string,
  seconds: number,
  rows: number,
  copies?: { readonly indexed: number; readonly bare: number },
) {
  const rate = `${seconds.toFixed(1)} s, ${String(Math.round(rows / seconds))} rows/s`;
  const ratios =
    copies === undefined
      ? ''
      : `: ${(copies.indexed / seconds).toFixed(2)} of COPY with the indexes, ${(copies.bare / seconds).toFixed(2)} without`;
  console.log(`  ${what}: ${rate}${ratios}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

async function published(pricing: FilledPricing, file: string): Promise<void> {
  const query = { institution: HOSPITAL, kind: 'SERVICE', effectiveOn: '2026-12-01', name: 'list.csv' };
  const answer = await pricing.upload(query, createReadStream(file));
  const { outcome, message, errors, warnings } = JSON.parse(await textOf(answer)) as Record<string, unknown>;
  if (outcome !== 'published' || errors !== 0 || warnings !== 0) throw new Error(String(message));
}

/** Loads the same rows into a table that nothing else is in; the seconds that it takes without the making of the lines. */
async function bareCopy(database: Database, rows: number, like: string): Promise<number> {
  const session = await database.openBulk();
  try {
    await session.$queryRawUnsafe(`CREATE TABLE bare (LIKE pricing.price INCLUDING DEFAULTS ${like})`);
    const columns = ROW_COLUMNS.filter(({ cell }) => lineOf(0, 0)[cell] !== null);
    const names = columns.map(({ column }) => column).join(', ');
    let seconds = 0;
    for (let start = 0; start < rows; start += CHUNK) {
      const lines = Array.from({ length: Math.min(CHUNK, rows - start) }, (_row, at) => {
        const row = lineOf(start + at, 0);
        const id = HOSPITAL.slice(0, 24) + (start + at).toString(16).padStart(12, '0');
        const cells = columns.map(({ cell }) => row[cell] ?? '\\N');
        return [id, HOSPITAL, HOSPITAL, 'SERVICE', '2026-12-01', ...cells].join('\t');
      });
      const text = `${lines.join('\n')}\n`;
      const target = `bare (id, institution_id, list_id, kind, effective_on, ${names})`;
      seconds += await timed(() => session.copy(target, text));
    }
    return seconds;
  } finally {
    await session.$queryRawUnsafe('DROP TABLE IF EXISTS bare');
    await session.release();
  }
}

/** Watches the process's memory until it is asked. */
function watchMemory(): () => { readonly atStart: number; readonly highest: number } {
  const atStart = process.memoryUsage.rss();
  let highest = atStart;
  const timer = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss());
  }, 50);
  return () => {
    clearInterval(timer);
    return { atStart: Math.round(atStart / MIB), highest: Math.round(highest / MIB) };
  };
}
