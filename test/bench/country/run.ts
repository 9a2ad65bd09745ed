import { OperationTypeNode, parse, type ExecutionResult } from 'graphql';
import { openLog } from '../../../feed/log.ts';
import type { Database } from '../../../prisma/storage/database.ts';
import { catalogue } from '../../../subgraphs/catalogue/index.ts';
import type { RunningSubgraph } from '../../../subgraphs/kit/subgraph.ts';
import { DATABASE_KINDS, type DatabaseKind } from '../../support/databases.ts';
import { listen, planOf, spread } from '../measure.ts';
import { fillCountry, type CountrySize } from './country.ts';
import { CONFIGURED } from '../../support/configured.ts';

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
  const subgraph = catalogue.start({ database, log, clock, ...CONFIGURED });
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
