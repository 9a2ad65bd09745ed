import { OperationTypeNode, parse, type ExecutionResult } from 'graphql';
import type { Pool } from 'pg';
import { openLog } from '../../../feed/log.ts';
import { documents } from '../../../subgraphs/documents/index.ts';
import type { RunningSubgraph } from '../../../subgraphs/kit/subgraph.ts';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { CONFIGURED } from '../../support/configured.ts';
import { listen, planOf, spread } from '../measure.ts';
import { fillDocuments } from './corpus.ts';

/** Words of two to six characters, common and rare, and what they stand for. */
const SOUGHT = [
  ['common, 2', '公开'],
  ['common, 3', '医疗机'],
  ['common, 4', '卫生健康'],
  ['common, 6', '卫生健康部门'],
  ['middling, 2', '控烟'],
  ['middling, 4', '职业病防'],
  ['middling, 6', '检查检验结果'],
  ['two words', '职业病防治 沁水县'],
  ['a number', '晋卫发〔2021〕4711号'],
  ['rare, 2', '鼋鼍'],
  ['rare, 4', '报销比例提高到93'],
  ['none, 4', '量子纠缠'],
] as const;
const REGIONS = [null, '140500', '140503'] as const;
const LIST = `query ($filter: DocumentFilter) { documents(filter: $filter, first: 20) { edges { node { id title } } } }`;
const COUNTED = `query ($filter: DocumentFilter) { documents(filter: $filter, first: 20) { totalCount edges { node { id title } } } }`;

/**
 * Measures the search of documents on PostgreSQL. @param argv - documents and rounds, in place of 100,000 and 20; then
 *   `plan` to see the query plans
 */
export async function run(argv: readonly string[]): Promise<void> {
  const [count = 100_000, rounds = 20] = argv.filter((word) => /^\d+$/.test(word)).map(Number);
  const database = await DATABASE_KINDS[1].openMigrated();
  const clock = { now: () => new Date('2026-11-23T02:00:00.000Z') };
  const began = performance.now();
  await fillDocuments(database.pool, count);
  console.log(
    `${String(count)} documents in ${((performance.now() - began) / 1_000).toFixed(0)} s, ${await sizes(database.pool)}`,
  );
  const log = await openLog({ database, hub: { name: 'bench', regionCode: '140000' }, clock });
  const subgraph = documents.start({ database, log, clock, ...CONFIGURED });
  try {
    await measure(database.pool, subgraph, { rounds, isPlanned: argv.includes('plan') });
  } finally {
    await subgraph.close();
    await log.close();
    await database.close();
  }
}

async function measure(
  pool: Pool,
  subgraph: RunningSubgraph,
  { rounds, isPlanned }: { readonly rounds: number; readonly isPlanned: boolean },
): Promise<void> {
  const statements = listen(pool);
  for (const region of REGIONS) {
    for (const [name, text] of SOUGHT) {
      const filter = { text, ...(region !== null && { region }) };
      const found = await ask(subgraph, COUNTED, filter);
      const list = await timed(rounds, () => ask(subgraph, LIST, filter));
      statements.length = 0;
      const counted = await timed(rounds, () => ask(subgraph, COUNTED, filter));
      const plain = await timed(Math.min(rounds, 3), () => ilike(pool, text, region));
      console.log(
        `${region ?? 'everywhere'}, ${name} (${text}, ${String(found)} found): list ${list}; with count ${counted}; ILIKE ${plain}`,
      );
      const search = statements.find((statement) => statement.text.includes('document_search'));
      if (isPlanned && search !== undefined) console.log(await planOf(pool, search));
    }
  }
}

async function timed(rounds: number, work: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const began = performance.now();
    await work();
    if (round >= 0) times.push(performance.now() - began);
  }
  return spread(times);
}

async function ask(subgraph: RunningSubgraph, text: string, filter: object): Promise<number | undefined> {
  const scope = { viewer: null, locale: 'en', requestId: 'bench' } as const;
  const request = { document: parse(text), text, operation: OperationTypeNode.QUERY, variables: { filter }, scope };
  const { data, errors } = (await subgraph.execute(request)) as ExecutionResult<{ documents: { totalCount?: number } }>;
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data?.documents.totalCount;
}

/** What the list would be without an index: the same words looked for in every text. */
async function ilike(pool: Pool, text: string, region: string | null): Promise<void> {
  const words = text.split(' ').map((word) => `%${word}%`);
  const range =
    region === null ? ['0', '9'] : region.endsWith('00') ? [region, `${region.slice(0, 4)}99`] : [region, region];
  const conditions = words.map(
    (_, at) =>
      `(title ilike $${String(at + 3)} or body ilike $${String(at + 3)} or document_number ilike $${String(at + 3)})`,
  );
  await pool.query(
    `select id from documents.document where status = 'PUBLISHED' and region_code between $1 and $2 and ${conditions.join(' and ')}
      order by published_at desc, id desc limit 20`,
    [...range, ...words],
  );
}

async function sizes(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ sizes: string }>(
    `select 'texts ' || pg_size_pretty(pg_table_size('documents.document')) || ', search table ' ||
            pg_size_pretty(pg_table_size('documents.document_search')) || ', its index ' ||
            pg_size_pretty(pg_relation_size('documents.document_search_terms_idx')) as sizes`,
  );
  return rows[0]?.sizes ?? '';
}
