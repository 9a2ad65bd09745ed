import { CHANGE_SUBJECTS } from '../../../../core/change.ts';
import type { SqlRunner } from '../../../../core/sql.ts';
import type { Page } from '../../../../feed/read.ts';
import { inTransaction } from '../../../../prisma/storage/bulk-session.ts';
import type { HeldEntry, HubFiles } from '../../../../subgraphs/kit/applier.ts';
import { pricing } from '../../../../subgraphs/pricing/index.ts';
import type { DatabaseKind } from '../../../support/databases.ts';
import { PUBLISHER, startPricing, textOf, type FilledPricing } from '../filled-pricing.ts';

/** The region that the city takes from the county. */
const COUNTY = '140521';

/** One line of a list, as a caller hands it in. */
export interface Line {
  readonly name: string;
  readonly unit: string;
  readonly mode: string;
  readonly [cell: string]: string;
}

/** A line that says little. */
export function line(code: string, amount: string, more: Readonly<Record<string, string>> = {}): Line {
  return { code, name: `项目${code}`, unit: '次', mode: 'GOVERNMENT_GUIDED', amount, ...more };
}

/** Starts a subgraph by a clock that goes on by a second whenever it is asked. */
export function startGround(kind: DatabaseKind): Promise<FilledPricing> {
  let now = Date.parse('2026-11-24T02:00:00.000Z');
  return startPricing(kind, { now: () => new Date((now += 1_000)) });
}

/** Publishes a list by the mutation; its id. */
export async function publish(
  county: FilledPricing,
  effectiveOn: string,
  prices: readonly Line[],
  institution = 'hospital',
): Promise<string> {
  const input = { institution, kind: 'SERVICE', title: `价目表 ${effectiveOn}`, effectiveOn, prices };
  const { data, errors } = await county.ask(PUBLISH, { input }, PUBLISHER);
  const id = (data?.['publishPriceList'] as { id?: string } | undefined)?.id;
  if (id === undefined) throw new Error(`Expected a list, got ${JSON.stringify([data, errors])}.`);
  return id;
}

const PUBLISH = `mutation ($input: PublishPriceListInput!) {
  publishPriceList(input: $input) { ... on PriceList { id } ... on Refused { reasons { code path } } } }`;

/** All that the log of a county has, as a city holds it. */
export async function entriesOf({ log }: FilledPricing): Promise<readonly HeldEntry[]> {
  const all: HeldEntry[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page: Page = await log.read({ after, first: 1_000 });
    all.push(...page.entries.map((entry) => ({ ...entry, lane: COUNTY })));
    [after, more] = [page.endCursor, page.hasMore];
  }
  return all;
}

/** What a snapshot of the same hub has: the last entry of each subject, sorted by subject and then by id. */
export function snapshotOf(entries: readonly HeldEntry[]): readonly HeldEntry[] {
  const last = new Map(entries.map((entry) => [`${entry.subject} ${entry.subjectId}`, entry]));
  const place = ({ subject }: HeldEntry): number => CHANGE_SUBJECTS.indexOf(subject);
  return [...last.values()]
    .filter(({ kind }) => kind !== 'WITHDRAWN')
    .sort((one, other) => place(one) - place(other) || (one.subjectId < other.subjectId ? -1 : 1));
}

/** The files of a county, by its routes, some lines at a time; which ones were asked for is told. */
export function filesOf(county: FilledPricing, rewrite: (lines: string[]) => string[] = (lines) => lines) {
  const asked: string[] = [];
  const files: HubFiles = {
    lines: async function* (path) {
      asked.push(path);
      const { pathname, searchParams } = new URL(path, 'http://county');
      const answer = await county.get(pathname, Object.fromEntries(searchParams));
      const text = await textOf(answer);
      if (answer.status !== 200) throw new Error(`Expected a file, got ${String(answer.status)}: ${text}`);
      const lines = rewrite(text.split('\n').filter((one) => one !== ''));
      for (let start = 0; start < lines.length; start += 3) yield lines.slice(start, start + 3);
    },
  };
  return { files, asked };
}

/** Takes entries over in one transaction. */
export async function take(
  { database }: FilledPricing,
  entries: readonly HeldEntry[],
  files: HubFiles,
  then: (tx: SqlRunner) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { applier } = pricing;
  if (applier === null) throw new Error('Expected the subgraph to take over what others publish.');
  const client = await database.pool.connect();
  try {
    await inTransaction(client, async (tx) => {
      await applier.apply(tx, entries, files);
      await then(tx);
    });
  } finally {
    client.release();
  }
}

/** All that stands in the tables that lists are written to, as text; the names as far as there are prices of them. */
export async function stored({ database }: FilledPricing): Promise<string> {
  const texts: string[] = [];
  const names =
    '(SELECT n.* FROM pricing.priced_name n WHERE EXISTS (SELECT FROM pricing.price p WHERE p.name = n.name))';
  for (const [table, key] of [
    ['pricing.price_list', 'id'],
    ['pricing.price', 'id'],
    [names, 'name'],
  ]) {
    const { rows } = await database.pool.query<{ row: string }>(
      `SELECT row_to_json(t)::text AS row FROM ${table ?? ''} t ORDER BY t.${key ?? ''} COLLATE "C"`,
    );
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join('\n');
}

/** How many rows there are of which it is not known whether they are right. */
export async function unproved({ database }: FilledPricing): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>('SELECT count(*)::int FROM pricing.list_to_prove');
  return rows[0]?.count ?? -1;
}

/** Empties the tables that lists are written to. */
export async function emptied({ database }: FilledPricing): Promise<void> {
  await database.pool.query(
    'TRUNCATE pricing.price_list, pricing.price, pricing.priced_name, pricing.list_to_prove CASCADE',
  );
}
