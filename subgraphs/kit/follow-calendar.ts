import type { SqlTransaction } from '../../feed/append.ts';
import type { Follower } from './follower.ts';

/**
 * Keeps the years of the working calendar that the log tells of in a subgraph's own schema, for deadlines of its own.
 *
 * @param schema - the owner's Postgres schema, with a table `followed_calendar_year`
 */
export function followCalendar<Tx extends SqlTransaction>(schema: string): Follower<Tx> {
  const table = `"${schema}".followed_calendar_year`;
  const upsert = `
    insert into ${table} as known (year, holidays, workdays, revision)
    select year, holidays, workdays, revision
      from json_to_recordset($1::json) as told (year int, holidays jsonb, workdays jsonb, revision bigint)
    on conflict (year) do update set holidays = excluded.holidays, workdays = excluded.workdays,
      revision = excluded.revision
     where known.revision < excluded.revision
    returning 1`;
  const remove = `
    delete from ${table} known using json_to_recordset($1::json) as told (year int, revision bigint)
     where known.year = told.year and known.revision < told.revision
    returning 1`;
  return {
    schema,
    name: 'calendar',
    subjects: ['WORKING_CALENDAR'],
    apply: async (tx, entries) => {
      const latest = [...new Map(entries.map((entry) => [entry.subjectId, entry])).values()];
      const told = latest.map(({ kind, subjectId, position, payload }) => {
        const { holidays = [], workdays = [] } = payload;
        return { kind, row: { year: Number(subjectId), revision: position, holidays, workdays } };
      });
      const rowsOf = (isGone: boolean) =>
        JSON.stringify(told.filter(({ kind }) => (kind === 'WITHDRAWN') === isGone).map(({ row }) => row));
      await tx.$queryRawUnsafe(upsert, rowsOf(false));
      await tx.$queryRawUnsafe(remove, rowsOf(true));
    },
  };
}
