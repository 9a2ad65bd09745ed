import { OperationTypeNode, parse, type ExecutionResult } from 'graphql';
import type { Role, Viewer } from '../../../core/viewer.ts';
import type { LogEntry } from '../../../feed/entry.ts';
import { openLog, type Log } from '../../../feed/log.ts';
import type { Database } from '../../../prisma/storage/database.ts';
import { addPublishedYears } from '../../../subgraphs/catalogue/commands/add-published-years.ts';
import { catalogue } from '../../../subgraphs/catalogue/index.ts';
import { openClient, type Database as Client } from '../../../subgraphs/catalogue/store/database.ts';
import { CONFIGURED } from '../../support/configured.ts';

/** The catalogue subgraph over a database of its own that has the published years and nothing else. */
export interface ServedCalendar {
  readonly database: Database;
  /** The owner's client, for tests that write as the subgraph does. */
  readonly db: Client;
  readonly log: Log;
  ask(text: string, variables?: Record<string, unknown>, viewer?: Viewer | null): Promise<ExecutionResult>;
  /** Publishes a year; what the mutation answered. */
  publish(input: object, viewer?: Viewer | null): Promise<Published>;
  /** The entries that were written since the last call. */
  newEntries(): Promise<readonly LogEntry[]>;
  close(): Promise<void>;
}

/** What `publishWorkingCalendar` answers. */
export interface Published {
  readonly __typename: string;
  readonly year?: number;
  readonly refusals?: readonly { readonly code: string; readonly path: readonly string[]; readonly message: string }[];
}

const PUBLISH = `mutation ($input: PublishWorkingCalendarInput!) { publishWorkingCalendar(input: $input) {
  __typename ... on WorkingCalendar { year holidays { on name } workdays { on name } }
  ... on Refused { refusals { code path message } } } }`;

/** An account of staff. */
export function staff(role: Role, region = '140500'): Viewer {
  return { subject: `${role.toLowerCase()}-1`, role, institution: null, regions: [region], expiresAt: 4_102_444_800 };
}

/** Starts the subgraph on a database that has its tables. */
export async function serveCalendar(database: Database): Promise<ServedCalendar> {
  const clock = { now: () => new Date('2026-11-24T02:00:00.000Z') };
  const log = await openLog({ database, hub: { name: 'test', regionCode: '140500' }, clock });
  const db = openClient(database.pool);
  await addPublishedYears({ db, log, clock });
  const running = catalogue.start({ database, log, clock, ...CONFIGURED });
  let seen = await log.head();
  const ask: ServedCalendar['ask'] = async (text, variables = {}, viewer = null) => {
    const operation = text.startsWith('mutation') ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY;
    const scope = { viewer, locale: 'en', requestId: 'test' } as const;
    return (await running.execute({ document: parse(text), text, operation, variables, scope })) as ExecutionResult;
  };
  return {
    database,
    db,
    log,
    ask,
    publish: async (input, viewer = staff('OPERATOR')) => {
      const answer = await ask(PUBLISH, { input }, viewer);
      if (answer.errors !== undefined) throw new Error(answer.errors.map(({ message }) => message).join('; '));
      return (answer.data as { publishWorkingCalendar: Published }).publishWorkingCalendar;
    },
    newEntries: async () => {
      const page = await log.read({ after: seen, first: 1_000 });
      seen = page.endCursor;
      return page.entries;
    },
    close: async () => {
      await running.close();
      await db.$disconnect();
      await log.close();
      await database.close();
    },
  };
}

/** A year as the notice might give it: 1 January and National Day off, the Sunday 3 January 2027 worked. */
export const YEAR_2027 = {
  year: 2027,
  holidays: [
    { on: '2027-01-01', name: '元旦' },
    ...['01', '04', '05', '06', '07'].map((day) => ({ on: `2027-10-${day}`, name: '国庆节' })),
  ],
  workdays: [{ on: '2027-01-03', name: '元旦' }],
};

/** An item as the fixture writes it: when its first disclosure is due, and whether something stood under it. */
export interface FixtureItem {
  readonly id: string;
  readonly catalogue: string;
  readonly from: string;
  readonly days: number;
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly wasDisclosed?: boolean;
}

/** A duty as the fixture writes it. */
export interface FixtureDuty {
  readonly id: string;
  readonly item: string;
  readonly arisenOn: string;
  readonly days: number;
  readonly unit?: 'WORKING_DAY' | 'CALENDAR_DAY';
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly isDischarged?: boolean;
}

/** Writes a region with catalogues, each with the first day on which it no longer holds, and items and duties under them. */
export async function writeCatalogues(
  { database: { pool } }: ServedCalendar,
  catalogues: Readonly<Record<string, { readonly status: string; readonly until?: string }>>,
  items: readonly FixtureItem[],
  duties: readonly FixtureDuty[],
): Promise<void> {
  await pool.query(`
    insert into catalogue.region (code, name, level) values ('140500', '晋城市', 'PREFECTURE') on conflict do nothing;
    insert into catalogue.institution (id, name, kind, region_code)
      values ('office', '样例卫健委', 'HEALTH_AUTHORITY', '140500') on conflict do nothing;
    insert into catalogue.category (code, name) values ('01', '样例类别') on conflict do nothing`);
  for (const [id, { status, until = null }] of Object.entries(catalogues)) {
    await pool.query(
      `insert into catalogue.catalogue (id, region_code, issuer_id, title, edition, status, effective_on, effective_until)
       values ($1, '140500', 'office', '样例目录', $1, $2::catalogue.catalogue_status, '2026-10-01', $3)`,
      [id, status, until],
    );
  }
  for (const [index, item] of items.entries()) {
    await pool.query(
      `insert into catalogue.catalogue_item (id, matter_id, catalogue_id, code, category_code, title, publisher, audience,
         method, first_due_from, first_due_days, first_due_unit, first_due_on, is_first_due_provisional)
       values ($1::text, md5($1)::uuid, $2, $3, '01', '样例事项', '样例卫健委', 'WHOLE_SOCIETY', 'PROACTIVE', $4, $5, 'WORKING_DAY', $6, $7)`,
      [
        item.id,
        item.catalogue,
        `01${String(index).padStart(2, '0')}`,
        item.from,
        item.days,
        item.dueOn,
        item.provisional,
      ],
    );
    if (item.wasDisclosed !== true) continue;
    await pool.query(
      `with stood as (
         insert into catalogue.disclosure (id, kind, title, published_at, subject_id)
         values ($1::text, 'DOCUMENT', '样例', '2026-12-10T00:00:00Z', $1) returning id
       )
       insert into catalogue.disclosed_period (matter_id, disclosure_id, since, until)
       select md5($1)::uuid, id, '2026-12-10T00:00:00Z', '2026-12-11T00:00:00Z' from stood`,
      [item.id],
    );
  }
  for (const duty of duties) {
    const { unit = 'WORKING_DAY', isDischarged = false } = duty;
    await pool.query(
      `insert into catalogue.disclosure_duty (id, matter_id, item_id, region_code, applies_to, title, arisen_on, days, unit,
         due_on, is_provisional, discharged_at, recorded_by, recorded_at)
       values ($1, md5($2)::uuid, $2::text, '140500', 'RESULT', '样例结果', $3, $4, $5::catalogue.time_unit, $6, $7,
         case when $8 then '2026-12-20T00:00:00Z'::timestamptz end, 'editor-1', '2026-12-01T00:00:00Z')`,
      [duty.id, duty.item, duty.arisenOn, duty.days, unit, duty.dueOn, duty.provisional, isDischarged],
    );
  }
}

/** Where every deadline of the fixture stands: `~` before the day says that it is provisional. */
export async function standing({ database: { pool } }: ServedCalendar): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ id: string; due: string }>(`
    select id, case when is_first_due_provisional then '~' else '' end || first_due_on as due from catalogue.catalogue_item
    union all
    select id, case when is_provisional then '~' else '' end || due_on from catalogue.disclosure_duty`);
  return Object.fromEntries(rows.map(({ id, due }) => [id, due]));
}
