import { OperationTypeNode, parse, type ExecutionResult } from 'graphql';
import type { Pool, PoolClient } from 'pg';
import { openLog } from '../../../feed/log.ts';
import type { Database } from '../../../prisma/storage/database.ts';
import { catalogue } from '../../../subgraphs/catalogue/index.ts';
import type { RunningSubgraph } from '../../../subgraphs/kit/subgraph.ts';
import { DATABASE_KINDS, type DatabaseKind } from '../../support/databases.ts';
import { fillCountry, type CountrySize } from './country.ts';
import { PRIVACY } from '../../support/privacy.ts';

const TALLY = 'items disclosed overdue missing notDue';
const QUESTIONS: readonly (readonly [name: string, text: string, isPlanned: boolean])[] = [
  ['a county today', `{ region(code: "100101") { coverage { ${TALLY} categories { items } } } }`, false],
  ['a city today', `{ region(code: "100100") { coverage { ${TALLY} categories { items } regions { items } } } }`, true],
  [
    'a city two years ago',
    `{ region(code: "100100") { coverage(on: "2024-11-23") { ${TALLY} categories { items } } } }`,
    false,
  ],
  ['the country today', `{ coverage { ${TALLY} categories { items } } }`, true],
  ['the country by county', `{ coverage { ${TALLY} regions { items disclosed rate } } }`, false],
];

/**
 * Measures coverage. @param argv - counties, items of each and rounds, in place of 3,000, 200 and 20; then `plan` to see
 *   the query plans, and `embedded` to measure on PGlite too
 */
export async function run(argv: readonly string[]): Promise<void> {
  const numbers = argv.filter((word) => /^\d+$/.test(word)).map(Number);
  const [counties = 3_000, items = 200, rounds = 20] = numbers;
  const isAsked = ({ kind }: DatabaseKind) => kind === 'postgres' || argv.includes('embedded');
  for (const kind of DATABASE_KINDS.filter(isAsked)) {
    const database = await kind.openMigrated();
    try {
      await measure(database, { counties, items }, { rounds, isPlanned: argv.includes('plan') });
    } finally {
      await database.close();
    }
  }
}

async function measure(
  database: Database,
  size: CountrySize,
  { rounds, isPlanned }: { rounds: number; isPlanned: boolean },
): Promise<void> {
  const clock = { now: () => new Date('2026-11-23T02:00:00.000Z') };
  await fillCountry(database.pool, size);
  console.log(
    `${database.kind}: ${String(size.counties)} counties × ${String(size.items)} items, ${String(rounds)} rounds`,
  );
  const log = await openLog({ database, hub: { name: 'bench', regionCode: '100000' }, clock });
  const subgraph = catalogue.start({ pool: database.pool, log, clock, ...PRIVACY });
  await subgraph.followers.level();
  const statements = listen(database.pool);
  for (const [name, text, isTold] of QUESTIONS) {
    const times: number[] = [];
    for (let round = -2; round < rounds; round += 1) {
      statements.length = 0;
      const began = performance.now();
      await ask(subgraph, text);
      if (round >= 0) times.push(performance.now() - began);
    }
    console.log(`  ${name}: ${spread(times)}, ${String(statements.length)} statements`);
    const covering = statements.find((statement) => statement.text.includes('disclosed_period'));
    if (isPlanned && isTold && covering !== undefined) console.log(await planOf(database.pool, covering));
  }
  await subgraph.close();
  await log.close();
}

async function ask(subgraph: RunningSubgraph, text: string): Promise<void> {
  const scope = { viewer: null, locale: 'en', requestId: 'bench' } as const;
  const request = { document: parse(text), text, operation: OperationTypeNode.QUERY, scope };
  const { errors } = (await subgraph.execute(request)) as ExecutionResult;
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
}

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(1);
  return `median ${at(0.5)} ms, 95 % ${at(0.95)} ms, max ${at(1)} ms`;
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

async function planOf(pool: Pool, { text, values }: Statement): Promise<string> {
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers, costs off) ${text}`, [
    ...values,
  ]);
  return rows.map((row) => `    ${row['QUERY PLAN']}`).join('\n');
}

/** Every statement, as the connections of the pool run it. */
function listen(pool: Pool): Statement[] {
  const statements: Statement[] = [];
  const heard = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const listening = (...args: unknown[]): unknown => {
      const [first, values] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
      if (typeof first === 'string') statements.push({ text: first, values: values ?? [] });
      else statements.push({ text: first.text, values: first.values ?? values ?? [] });
      return query(...args);
    };
    Object.assign(client, { query: listening });
  });
  return statements;
}
