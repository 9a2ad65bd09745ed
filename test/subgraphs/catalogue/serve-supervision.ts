import { OperationTypeNode, parse, type ExecutionResult } from 'graphql';
import type { PoolClient } from 'pg';
import type { Role, Viewer } from '../../../core/viewer.ts';
import type { LogEntry } from '../../../feed/entry.ts';
import { openLog } from '../../../feed/log.ts';
import type { Database } from '../../../prisma/storage/database.ts';
import { catalogue } from '../../../subgraphs/catalogue/index.ts';
import { CONFIGURED } from '../../support/configured.ts';

/** The catalogue subgraph over a real database with a city and its counties, alone. */
export interface ServedSupervision {
  readonly database: Database;
  /** What the subgraph takes for the present; tests set it. */
  readonly clock: { at: Date; now: () => Date };
  /** Asks, as staff or, with null, as the public. */
  ask(text: string, variables?: Record<string, unknown>, viewer?: Viewer | null): Promise<ExecutionResult>;
  /** Changes something: what comes of it, or the refusals. */
  change(mutation: string, input: object, viewer?: Viewer | null): Promise<Outcome>;
  /** The statements on the catalogue's tables that were run since the last call. */
  statements(): string[];
  /** All entries of the log. */
  entries(): Promise<readonly LogEntry[]>;
  close(): Promise<void>;
}

/** What comes of a change, or why nothing does. */
export interface Outcome {
  readonly refusals?: readonly {
    readonly code: string;
    readonly path: readonly string[];
    readonly got: string | null;
  }[];
  readonly [field: string]: unknown;
}

/** An account of staff; of the city when no region is given. */
export function staff(role: Role, region = '140500'): Viewer {
  return { subject: `${role.toLowerCase()}-1`, role, institution: null, regions: [region], expiresAt: 4_102_444_800 };
}

/** A province, two cities with counties, and a city's placeholder as it stands above the districts of 北京市. */
const PLACES = `
  insert into catalogue.region (code, name, level, parent_code, is_pseudo) values
    ('140000', '山西省', 'PROVINCE', null, false), ('140500', '晋城市', 'PREFECTURE', '140000', false),
    ('140521', '沁水县', 'COUNTY', '140500', false), ('140522', '阳城县', 'COUNTY', '140500', false),
    ('140524', '陵川县', 'COUNTY', '140500', false),
    ('110000', '北京市', 'PROVINCE', null, false), ('110100', '市辖区', 'PREFECTURE', '110000', true),
    ('110101', '东城区', 'COUNTY', '110100', false);
  insert into catalogue.institution (id, name, kind, region_code, is_sample) values
    ('city', '晋城市卫生健康委员会', 'HEALTH_AUTHORITY', '140500', false),
    ('qinshui', '沁水县卫生健康和体育局', 'HEALTH_AUTHORITY', '140521', false),
    ('yangcheng', '阳城县卫生健康和体育局', 'HEALTH_AUTHORITY', '140522', false),
    ('hospital', '沁水县医院（样例）', 'HOSPITAL', '140521', true);`;

/** Starts the subgraph on a database that has its tables; closing it closes the database. */
export async function serveSupervision(database: Database): Promise<ServedSupervision> {
  const clock = { at: new Date('2026-11-24T02:00:00.000Z'), now: () => clock.at };
  await database.pool.query(PLACES);
  const log = await openLog({ database, hub: { name: 'test', regionCode: '140500' }, clock });
  const running = catalogue.start({ database, log, clock, ...CONFIGURED });
  await running.followers.level();
  // What follows the log has statements of its own.
  await running.followers.stop();
  const statements = listen(database);
  const ask: ServedSupervision['ask'] = async (text, variables = {}, viewer = staff('OPERATOR')) => {
    const document = parse(text);
    const operation = text.trimStart().startsWith('mutation') ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY;
    const scope = { viewer, locale: 'en', requestId: 'test' } as const;
    return (await running.execute({ document, text, operation, variables, scope })) as ExecutionResult;
  };
  return {
    database,
    clock,
    ask,
    change: async (mutation, input, viewer = staff('PUBLISHER')) => changed(ask, mutation, input, viewer),
    statements: () => statements.splice(0),
    entries: async () => (await log.read({ after: null, first: 1_000 })).entries,
    close: async () => {
      await running.close();
      await log.close();
      await database.close();
    },
  };
}

/** What each mutation makes, and what is asked of it. */
const MADE: Readonly<Record<string, string>> = {
  issueWorkPlan: 'WorkPlan { id tasks { id number dueOn state units { unit nameAsWritten role } } }',
  reportTaskProgress:
    'WorkTask { id state completedOn isLate metric { value isMet } filing { filedOn } units { unit state } }',
  recordPrerequisiteMet: 'WorkTask { id state dueOn prerequisiteMetOn prerequisiteDocument }',
  recordLookBack: 'WorkTask { id lookBackStage lookBacks { round finding rectifyBy } }',
  recordRectification: 'WorkTask { id lookBackStage lookBacks { round rectificationNote evidenceUrl } }',
  submitHalfYearReport: 'HalfYearReport { region { name } dueOn submittedAt revisedAt revision isLate isOverdue body }',
  registerDisclosureContact: 'DisclosureContact { institution { name } year name post phone email isLate dueOn }',
  issueFailureNotice:
    'FailureNotice { id region { name } superior { code } issuer { name } isRectified isOverdue items { status item { title } } }',
};

async function changed(
  ask: ServedSupervision['ask'],
  mutation: string,
  input: object,
  viewer: Viewer | null,
): Promise<Outcome> {
  const type = `${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename
    ... on ${MADE[mutation] ?? ''} ... on Refused { refusals { code path message expected got rules } } } }`;
  const { data, errors } = await ask(text, { input }, viewer);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as Record<string, Outcome>)[mutation] as Outcome;
}

/** The codes of a refusal. */
export function codesOf({ refusals }: Outcome): readonly string[] | undefined {
  return refusals?.map(({ code }) => code);
}

function listen({ pool }: Database): string[] {
  const statements: string[] = [];
  const heard = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const listening = (...args: unknown[]): unknown => {
      const [first] = args;
      const text = typeof first === 'string' ? first : (first as { readonly text: string }).text;
      if (/\bcatalogue"?\./.test(text)) statements.push(text);
      return query(...args);
    };
    Object.assign(client, { query: listening });
  });
  return statements;
}
