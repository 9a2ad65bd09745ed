import { Prisma } from '../../../prisma/generated/catalogue/client/client.ts';
import { yearOf, type CivilDate } from '../../../core/civil-date.ts';
import { regionRange } from '../../../core/region-code.ts';
import { inGroups, perRequest } from '../../kit/per-request.ts';
import type { LookBackFinding } from '../rules/look-back.ts';
import type { CountedTasks } from '../rules/task-state.ts';
import type { CatalogueContext } from './database.ts';
import { tasksById, type TaskWithUnits } from './work-tasks.ts';

/** Which tasks are looked at: those of plans that a region, and those below it, had issued by a day. */
export interface TaskScope {
  readonly regionCode: string;
  readonly on: CivilDate;
  /** Only plans of this year; null for all. */
  readonly year: number | null;
}

/** So many tasks of one region of which the same is known. */
export type RegionTasks = CountedTasks & { readonly regionCode: string };

/** Every task of the scope counted once, by region and by what is known of it; one statement. */
export function countedTasksByRegion({ db }: CatalogueContext, scope: TaskScope): Promise<RegionTasks[]> {
  const { on } = scope;
  return db.$queryRaw<RegionTasks[]>`
    SELECT task.*, count(*)::int AS tasks FROM (
      SELECT p.region_code AS "regionCode", bool_and(coalesce(u.completed_on <= ${on}::date, false)) AS "isCompleted",
             ${isWaiting(on)} AS "isWaiting", t.due_on < ${on}::date AS "isPastDue",
             coalesce(max(u.completed_on) > t.due_on, false) AS "isLate"
        FROM ${PLANNED}
        JOIN catalogue.work_task_unit u ON u.task_id = t.id
       WHERE ${inScope(scope)}
       GROUP BY t.id, p.region_code
    ) task
     GROUP BY 1, 2, 3, 4, 5`;
}

/** So many tasks of one unit of which the same is known. */
export type UnitTasks = RegionTasks & { readonly unit: string };

/** Every unit's part in every task of the scope counted once, by unit and by what is known of it; one statement. */
export function countedTasksByUnit({ db }: CatalogueContext, scope: TaskScope): Promise<UnitTasks[]> {
  const { on } = scope;
  return db.$queryRaw<UnitTasks[]>`
    SELECT p.region_code AS "regionCode", u.unit, coalesce(u.completed_on <= ${on}::date, false) AS "isCompleted",
           ${isWaiting(on)} AS "isWaiting", t.due_on < ${on}::date AS "isPastDue",
           coalesce(u.completed_on > t.due_on, false) AS "isLate", count(*)::int AS tasks
      FROM ${PLANNED}
      JOIN catalogue.work_task_unit u ON u.task_id = t.id
     WHERE ${inScope(scope)}
     GROUP BY 1, 2, 3, 4, 5, 6`;
}

/** A unit of a region. */
export interface UnitKey {
  readonly regionCode: string;
  readonly unit: string;
}

/** The tasks of units within a scope, by due day; two statements, however many units a request asks for. */
export function tasksOfUnits(context: CatalogueContext, scope: TaskScope) {
  const name = `tasks of units: ${JSON.stringify(scope)}`;
  return perRequest(context, name, async (keys: readonly UnitKey[]): Promise<TaskWithUnits[][]> => {
    const rows = await context.db.$queryRaw<{ asked: number; taskId: string }[]>`
      SELECT asked.n::int - 1 AS asked, t.id AS "taskId"
        FROM unnest(${keys.map((key) => key.regionCode)}::text[], ${keys.map((key) => key.unit)}::text[])
             WITH ORDINALITY AS asked (region_code, unit, n)
        JOIN catalogue.work_plan p ON p.region_code = asked.region_code
        JOIN catalogue.work_task t ON t.plan_id = p.id
        JOIN catalogue.work_task_unit u ON u.task_id = t.id AND u.unit = asked.unit
       WHERE ${inScope(scope)}
       ORDER BY t.due_on, p.id, t.number`;
    const tasks = await tasksById(context).loadMany([...new Set(rows.map(({ taskId }) => taskId))]);
    const byId = new Map(tasks.flatMap((task) => (task === null || task instanceof Error ? [] : [[task.id, task]])));
    const groups = inGroups([...keys.keys()].map(String), rows, (row) => String(row.asked));
    return groups.map((group) => group.flatMap(({ taskId }) => byId.get(taskId) ?? []));
  });
}

/** So many tasks of one region of which the same check is known; finding null: not checked yet. */
export interface RegionChecks {
  readonly regionCode: string;
  readonly finding: LookBackFinding | null;
  readonly isRectified: boolean;
  /** The day lies behind the last one on which putting it right was in time. */
  readonly isPastRectifyBy: boolean;
  readonly tasks: number;
}

/**
 * Every task that is to be looked back at, counted once: those of the year before, and whatever was found wanting in
 * earlier years. One statement.
 *
 * @see rule U4
 */
export function countedChecks({ db }: CatalogueContext, scope: TaskScope): Promise<RegionChecks[]> {
  const { on } = scope;
  return db.$queryRaw<RegionChecks[]>`
    SELECT p.region_code AS "regionCode", c.finding, coalesce(${dayOf(Prisma.sql`c.rectified_at`)} <= ${on}::date, false) AS "isRectified",
           coalesce(c.rectify_by < ${on}::date, false) AS "isPastRectifyBy", count(*)::int AS tasks
      FROM ${PLANNED}
      LEFT JOIN (
        SELECT DISTINCT ON (l.task_id) l.task_id, l.finding, l.rectify_by, l.rectified_at FROM catalogue.look_back l
         WHERE ${dayOf(Prisma.sql`l.checked_at`)} <= ${on}::date
           AND l.task_id IN (SELECT t.id FROM ${PLANNED} WHERE ${inScope(scope)})
         ORDER BY l.task_id, l.round DESC
      ) c ON c.task_id = t.id
     WHERE ${inScope(scope)} AND (p.year = ${yearOf(on) - 1} OR c.finding IS NOT NULL)
     GROUP BY 1, 2, 3, 4`;
}

/** The day of Asia/Shanghai on which an instant falls. */
export function dayOf(instant: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${instant} AT TIME ZONE 'Asia/Shanghai')::date`;
}

const PLANNED = Prisma.sql`catalogue.work_plan p JOIN catalogue.work_task t ON t.plan_id = p.id`;

function inScope({ regionCode, on, year }: TaskScope): Prisma.Sql {
  const { from, to } = regionRange(regionCode);
  const ofYear = year === null ? Prisma.empty : Prisma.sql`AND p.year = ${year}`;
  return Prisma.sql`p.region_code BETWEEN ${from} AND ${to} AND p.issued_on <= ${on}::date ${ofYear}`;
}

function isWaiting(on: CivilDate): Prisma.Sql {
  return Prisma.sql`(t.prerequisite IS NOT NULL AND coalesce(t.prerequisite_met_on > ${on}::date, true))`;
}
