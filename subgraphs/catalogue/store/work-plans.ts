import type { WorkPlan } from '../../../prisma/generated/catalogue/client/client.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import { Fault } from '../../../core/fault.ts';
import { regionRange } from '../../../core/region-code.ts';
import { readPage, type Page, type PageArgs, type Position } from '../../kit/page.ts';
import { requireStaffOf } from '../../kit/staff.ts';
import type { CatalogueContext } from './database.ts';

/**
 * One work plan; null when there is none of that id.
 *
 * @throws Fault UNAUTHENTICATED or FORBIDDEN for whoever is not staff of its region or of one above it
 */
async function workPlanById({ db, scope }: CatalogueContext, id: string): Promise<WorkPlan | null> {
  if (scope.viewer === null) requireStaffOf(null, '');
  const plan = await db.workPlan.findUnique({ where: { id } });
  if (plan !== null) requireStaffOf(scope.viewer, plan.regionCode);
  return plan;
}

/** Which plans a list holds. */
export interface WorkPlanFilter {
  /** A region code; includes the regions below it. */
  readonly regionCode: string;
  readonly year: number | null;
}

/**
 * The work plans of a region and those below it, the newest year first, then by region.
 *
 * @throws Fault UNAUTHENTICATED or FORBIDDEN for whoever is not staff of the region or of one above it
 */
async function workPlansOf(
  { db, scope }: CatalogueContext,
  { regionCode, year }: WorkPlanFilter,
  page: PageArgs,
): Promise<Page<WorkPlan>> {
  requireStaffOf(scope.viewer, regionCode);
  const { from, to } = regionRange(regionCode);
  const where = { regionCode: { gte: from, lte: to }, ...(year !== null && { year }) };
  return readPage<WorkPlan>(page, {
    find: (take, position) =>
      db.workPlan.findMany({
        where: { AND: [where, behind(position)] },
        orderBy: [{ year: 'desc' }, { regionCode: 'asc' }, { id: 'asc' }],
        take,
      }),
    positionOf: (plan) => [String(plan.year), plan.regionCode, plan.id],
    count: () => db.workPlan.count({ where }),
  });
}

function behind(position: Position | null): object {
  if (position === null) return {};
  const [given = '', regionCode = '', id = ''] = position;
  if (!/^\d{1,9}$/.test(given)) {
    throw new Fault('CURSOR_INVALID', `Expected a page cursor of work plans, got one of ${JSON.stringify(position)}.`);
  }
  const year = Number(given);
  return {
    OR: [{ year: { lt: year } }, { year, regionCode: { gt: regionCode } }, { year, regionCode, id: { gt: id } }],
  };
}

/** A plan, and the day on which its tasks are looked at. */
interface PlanOn {
  readonly plan: WorkPlan;
  readonly on: CivilDate;
}

/** {@link workPlanById}, to be looked at on a day. */
export async function planOn(context: CatalogueContext, id: string, on: CivilDate): Promise<PlanOn | null> {
  const plan = await workPlanById(context, id);
  return plan === null ? null : { plan, on };
}

/** {@link workPlansOf}, to be looked at on a day. */
export async function plansOn(
  context: CatalogueContext,
  filter: WorkPlanFilter,
  { on, ...args }: PageArgs & { readonly on: CivilDate },
): Promise<Page<PlanOn>> {
  const page = await workPlansOf(context, filter, args);
  return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: { plan: node, on } })) };
}
