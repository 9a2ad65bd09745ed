import { Fault } from '../../../core/fault.ts';
import { readPage, type Page, type PageArgs, type Position } from '../../kit/page.ts';
import { perRequest } from '../../kit/per-request.ts';
import { requireStaffOf } from '../../kit/staff.ts';
import {
  compareUnits,
  regionStandings,
  unitStandings,
  type RegionStanding,
  type UnitStanding,
} from '../rules/supervision.ts';
import { stateOfUnit, type TaskWithUnits } from './task-standing.ts';
import type { TaskState } from '../rules/task-state.ts';
import type { CatalogueContext } from './database.ts';
import { overdueDuties } from './half-year-reports.ts';
import {
  countedChecks,
  countedTasksByRegion,
  countedTasksByUnit,
  tasksOfUnits,
  type TaskScope,
} from './supervised-tasks.ts';

export type { TaskScope } from './supervised-tasks.ts';

/**
 * Lets whoever may see who is behind in a region look at it.
 *
 * @throws Fault UNAUTHENTICATED or FORBIDDEN for whoever is not staff of the region or of one above it
 */
export function supervisionOf({ scope }: CatalogueContext, supervised: TaskScope): TaskScope {
  requireStaffOf(scope.viewer, supervised.regionCode);
  return supervised;
}

/** Who is behind, by region; three statements, however many regions and tasks there are. */
export function standingsByRegion(context: CatalogueContext, scope: TaskScope): Promise<RegionStanding[]> {
  return perRequest(context, 'standings by region', (scopes: readonly TaskScope[]) =>
    Promise.all(
      scopes.map(async (one) => {
        const [tasks, duties, checks] = await Promise.all([
          countedTasksByRegion(context, one),
          overdueDuties(context, one.regionCode, one.on),
          countedChecks(context, one),
        ]);
        return regionStandings({ tasks, duties, checks });
      }),
    ),
  ).load(scope);
}

/** A unit as it stands within a scope. */
export interface UnitInScope extends UnitStanding {
  readonly scope: TaskScope;
}

/** How units stand, those with the most overdue tasks first; one statement, however many units and tasks there are. */
export function standingsByUnit(
  context: CatalogueContext,
  scope: TaskScope,
  args: PageArgs,
): Promise<Page<UnitInScope>> {
  const all = () =>
    perRequest(context, 'standings by unit', (scopes: readonly TaskScope[]) =>
      Promise.all(scopes.map(async (one) => unitStandings(await countedTasksByUnit(context, one)))),
    ).load(scope);
  return readPage<UnitInScope>(args, {
    find: async (take, position) => {
      const place = placeOf(position);
      const behind = (await all()).filter((unit) => place === null || compareUnits(unit, place) > 0);
      return behind.slice(0, take).map((unit) => ({ ...unit, scope }));
    },
    positionOf: ({ overdue, regionCode, unit }) => [String(overdue), regionCode, unit],
    count: async () => (await all()).length,
  });
}

function placeOf(position: Position | null): Pick<UnitStanding, 'overdue' | 'regionCode' | 'unit'> | null {
  if (position === null) return null;
  const [overdue = '', regionCode = '', unit = ''] = position;
  if (/^\d{1,9}$/.test(overdue)) return { overdue: Number(overdue), regionCode, unit };
  throw new Fault('CURSOR_INVALID', `Expected a page cursor of units, got one of ${JSON.stringify(position)}.`);
}

/** The tasks of a unit whose part stands so, by due day; batched. */
export async function tasksOfUnit(
  context: CatalogueContext,
  { regionCode, unit, scope }: UnitInScope,
  state: TaskState | null,
): Promise<TaskWithUnits[]> {
  const tasks = await tasksOfUnits(context, scope).load({ regionCode, unit });
  return tasks.filter((task) => {
    const part = task.units.find((one) => one.unit === unit);
    return state === null || (part !== undefined && stateOfUnit(task, part, scope.on).state === state);
  });
}
