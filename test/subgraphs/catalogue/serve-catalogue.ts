import { OperationTypeNode, parse, type ExecutionResult } from 'graphql';
import type { NewEntry } from '../../../core/change.ts';
import type { Role, Viewer } from '../../../core/viewer.ts';
import type { LogEntry } from '../../../feed/entry.ts';
import { openLog } from '../../../feed/log.ts';
import { runnerOf } from '../../../prisma/storage/bulk-session.ts';
import type { Database } from '../../../prisma/storage/database.ts';
import { catalogue } from '../../../subgraphs/catalogue/index.ts';
import { CONFIGURED } from '../../support/configured.ts';

/** What a mutation answered: the thing's fields, or its refusals. */
export interface Answered {
  readonly __typename: string;
  readonly id: string;
  readonly refusals?: readonly Refusal[];
  readonly [field: string]: unknown;
}

export interface Refusal {
  readonly code: string;
  readonly path: readonly string[];
  readonly expected: string | null;
  readonly got: string | null;
  readonly rules: readonly string[];
}

/** The catalogue subgraph over a small country: a province, its city, and two counties, each with a health authority. */
export interface ServedCatalogue {
  readonly database: Database;
  /** What the subgraph takes for the present; tests set it. */
  readonly clock: { at: Date; now: () => Date };
  ask(text: string, variables?: Record<string, unknown>, viewer?: Viewer | null): Promise<ExecutionResult>;
  /** Calls a mutation by its name, with all refusals. */
  call(mutation: string, selection: string, viewer: Viewer | null): Promise<Answered>;
  /** Lets the log tell of something and waits until the subgraph has heard of it. */
  tell(...entries: readonly NewEntry[]): Promise<void>;
  /** The entries of the log since the last reset. */
  entries(): Promise<readonly LogEntry[]>;
  /** Takes away every edition and disclosure; much faster than another database. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** An account of staff. */
export function staff(role: Role, region: string, account = `${role.toLowerCase()}-${region}`): Viewer {
  return { subject: account, role, institution: null, regions: [region], expiresAt: 4_102_444_800 };
}

const GROUND = `
  insert into catalogue.region (code, name, level, parent_code) values
    ('140000', '山西省', 'PROVINCE', null), ('140500', '晋城市', 'PREFECTURE', '140000'),
    ('140521', '沁水县', 'COUNTY', '140500'), ('140522', '阳城县', 'COUNTY', '140500');
  insert into catalogue.institution (id, name, kind, region_code) values
    ('authority-140500', '市卫健委', 'HEALTH_AUTHORITY', '140500'),
    ('authority-140521', '沁水卫体局', 'HEALTH_AUTHORITY', '140521'),
    ('authority-140522', '阳城卫体局', 'HEALTH_AUTHORITY', '140522');
  insert into catalogue.category (code, name) values ('01', '行政许可类事项'), ('02', '行政处罚类事项');`;

const NOW = new Date('2026-11-23T02:00:00.000Z');

/** Starts the subgraph on a database that has its tables; closing it closes the database. */
export async function serveCatalogue(database: Database): Promise<ServedCatalogue> {
  const clock = { at: NOW, now: () => clock.at };
  let since: string | null = null;
  await database.pool.query(GROUND);
  const log = await openLog({ database, hub: { name: 'test', regionCode: '140500' }, clock });
  const running = catalogue.start({ database, log, clock, ...CONFIGURED });
  await running.followers.level();
  const ask: ServedCatalogue['ask'] = async (text, variables = {}, viewer = null) => {
    const operation = text.trimStart().startsWith('mutation') ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY;
    const scope = { viewer, locale: 'en', requestId: 'test' } as const;
    return (await running.execute({ document: parse(text), text, operation, variables, scope })) as ExecutionResult;
  };
  return {
    database,
    clock,
    ask,
    call: async (mutation, selection, viewer) => {
      const refused = '... on Refused { refusals { code path expected got rules } }';
      const answer = await ask(`mutation { ${mutation} { __typename ${selection} ${refused} } }`, {}, viewer);
      if (answer.errors !== undefined) throw new Error(answer.errors.map(({ message }) => message).join('\n'));
      return Object.values(answer.data ?? {})[0] as Answered;
    },
    tell: async (...entries) => {
      const client = await database.pool.connect();
      await client.query('begin');
      await log.append(runnerOf(client), entries);
      await client.query('commit');
      client.release();
      log.wake();
      await running.followers.level();
    },
    entries: async () => (await log.read({ after: since, first: 1_000 })).entries,
    reset: async () => {
      await database.pool.query(
        'truncate catalogue.catalogue, catalogue.disclosure, catalogue.disclosure_duty cascade',
      );
      since = await log.head();
      clock.at = NOW;
    },
    close: async () => {
      await running.close();
      await log.close();
      await database.close();
    },
  };
}

/** The columns of an item as a mutation takes them, in GraphQL's own writing. */
export function itemInput(catalogueId: string, columns: Readonly<Record<string, string>> = {}): string {
  const whole: Record<string, string> = {
    catalogue: `"${catalogueId}"`,
    category: '"01"',
    title: '"医疗机构执业许可"',
    contentElements: '["办事指南", "结果信息"]',
    bases: '[{ title: "医疗机构管理条例", article: "第九条" }]',
    timeLimits:
      '[{ appliesTo: INFORMATION, days: 20, unit: WORKING_DAY }, { appliesTo: RESULT, days: 7, unit: WORKING_DAY }]',
    publisher: '"县卫生健康行政部门"',
    channels: '[GOVERNMENT_WEBSITE]',
    audience: 'WHOLE_SOCIETY',
    method: 'PROACTIVE',
    levels: '[COUNTY, TOWNSHIP]',
    ...columns,
  };
  const members = Object.entries(whole).map(([name, value]) => `${name}: ${value}`);
  return `input: { ${members.join(', ')} }`;
}
