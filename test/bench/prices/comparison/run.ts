import { OperationTypeNode, parse, type ExecutionResult } from 'graphql';
import type { Pool } from 'pg';
import { openLog } from '../../../../feed/log.ts';
import type { RunningSubgraph } from '../../../../subgraphs/kit/subgraph.ts';
import { pricing } from '../../../../subgraphs/pricing/index.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { CONFIGURED } from '../../../support/configured.ts';
import { listen, planOf, spread, type Statement } from '../../measure.ts';
import { addHospitals, fillPrices, HERE, HOSPITALS_HERE } from './corpus.ts';

const COMPARE = `query ($code: String!, $region: ID!) { priceComparison(code: $code, region: $region) {
  institutions count minimum tenthPercentile median ninetiethPercentile maximum ceilingBreaches
  prices { amount deviationFromMedian exceedsCeiling ageDays institution { id } } } }`;
const ROUNDS = 40;
/** So many times more hospitals elsewhere the second time, with as many prices as one list has at the least. */
const MORE = 10;

interface Measured {
  readonly pool: Pool;
  readonly subgraph: RunningSubgraph;
  readonly statements: Statement[];
  readonly codes: number;
}

/**
 * Measures the comparison of one code over the hospitals of a province on PostgreSQL.
 *
 * @param argv - how many prices are stored and in how many hospitals, in place of 10,000,000 and 3,000
 */
export async function run(argv: readonly string[]): Promise<void> {
  const [stored = 10_000_000, hospitals = 3_000] = argv.map(Number);
  const codes = Math.ceil(stored / hospitals);
  const database = await DATABASE_KINDS[1].openMigrated();
  const clock = { now: () => new Date('2026-11-23T02:00:00.000Z') };
  const log = await openLog({ database, hub: { name: 'bench', regionCode: HERE }, clock });
  const { pool } = database;
  const began = performance.now();
  await fillPrices(pool, { hospitals, prices: codes });
  console.log(`filled in ${((performance.now() - began) / 1_000).toFixed(0)} s: ${await sizes(pool)}`);
  const statements = listen(pool);
  const subgraph = pricing.start({ database, log, clock, ...CONFIGURED });
  try {
    await subgraph.chores.stop();
    const measured = { pool, subgraph, statements, codes };
    await measure(`${String(hospitals)} hospitals`, measured);
    const more = { hospitals: hospitals * MORE, prices: Math.min(codes, 100) };
    await addHospitals(pool, hospitals, more);
    await measure(`${String(more.hospitals)} hospitals more elsewhere, statistics as before`, measured);
    await pool.query('analyze');
    await measure('the same, statistics taken anew', measured);
    await pool.query(`delete from pg_statistic where starelid::regclass::text like 'pricing.%'`);
    await measure('the same without statistics', measured);
  } finally {
    await subgraph.close();
    await log.close();
    await database.close();
  }
}

async function measure(name: string, { pool, subgraph, statements, codes }: Measured): Promise<void> {
  const [asked, database]: [number[], number[]] = [[], []];
  let last: Statement | undefined;
  for (let round = -1; round < ROUNDS; round += 1) {
    // Never the same code twice, so that the index is met where it was not just read.
    const code = String(110_000_001 + (((round + 1) * 7_919) % Math.min(codes, 100)));
    statements.length = 0;
    const began = performance.now();
    await ask(subgraph, code);
    const answered = performance.now() - began;
    const ours = statements.filter(({ text }) => text.includes('pricing.price p'));
    if (ours.length !== 1) throw new Error(`Expected one statement for a comparison, got ${String(ours.length)}`);
    last = ours[0];
    if (last === undefined || round < 0) continue;
    asked.push(answered);
    database.push(await executionOf(pool, last));
  }
  console.log(`${name}, ${String(HOSPITALS_HERE)} of them asked about`);
  console.log(`  in the database: ${spread(database)}`);
  console.log(`  answered through GraphQL: ${spread(asked)}`);
  if (last !== undefined) console.log(await planOf(pool, last));
}

/** How long the database works on a statement, planned and run, in milliseconds. */
async function executionOf(pool: Pool, { text, values }: Statement): Promise<number> {
  const { rows } = await pool.query<{ 'QUERY PLAN': [{ 'Planning Time': number; 'Execution Time': number }] }>(
    `explain (analyze, timing off, format json) ${text}`,
    [...values],
  );
  const plan = rows[0]?.['QUERY PLAN'][0];
  return (plan?.['Planning Time'] ?? NaN) + (plan?.['Execution Time'] ?? NaN);
}

async function ask(subgraph: RunningSubgraph, code: string): Promise<void> {
  const scope = { viewer: null, locale: 'en', requestId: 'bench' } as const;
  const variables = { code, region: HERE };
  const request = { document: parse(COMPARE), text: COMPARE, operation: OperationTypeNode.QUERY, variables, scope };
  const { data, errors } = (await subgraph.execute(request)) as ExecutionResult<{
    priceComparison: { institutions: number } | null;
  }>;
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  if ((data?.priceComparison?.institutions ?? 0) < HOSPITALS_HERE / 2) throw new Error('Expected prices, got too few');
}

async function sizes(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ sizes: string }>(
    `select (select count(*) from pricing.price) || ' prices, table ' || pg_size_pretty(pg_table_size('pricing.price')) ||
            ', indexes ' || pg_size_pretty(pg_indexes_size('pricing.price')) as sizes`,
  );
  return rows[0]?.sizes ?? '';
}
