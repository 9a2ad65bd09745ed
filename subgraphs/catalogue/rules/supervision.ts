import { lookBackStage, type LookBackFinding } from './look-back.ts';
import { addTasks, NO_TASKS, type CountedTasks, type TaskTally } from './task-state.ts';

/** Who is behind in a region: its own tasks, reports, contacts and look-backs. */
export interface RegionStanding extends TaskTally {
  readonly regionCode: string;
  /** Half-year reports that are late and not there. */
  readonly reportsOverdue: number;
  /** Health authorities whose contact is late and not there. */
  readonly contactsOverdue: number;
  /** Tasks of the year before that no check found done yet, and earlier ones that were found wanting. */
  readonly lookBacksOutstanding: number;
  /** Those of them that were to be put right by a day that is past. */
  readonly rectificationsOverdue: number;
}

/** How a unit of a region stands with the tasks that it was given. */
export interface UnitStanding extends TaskTally {
  readonly regionCode: string;
  readonly unit: string;
}

/** So many tasks of a region of which the same check is known; finding null: not checked yet. */
export interface CountedChecks {
  readonly regionCode: string;
  readonly finding: LookBackFinding | null;
  readonly isRectified: boolean;
  readonly isPastRectifyBy: boolean;
  readonly tasks: number;
}

/** What a region has not handed in though it is late. */
export interface OverdueDuties {
  readonly regionCode: string;
  readonly reportsOverdue: number;
  readonly contactsOverdue: number;
}

/** What was counted of regions. */
export interface Counted {
  readonly tasks: readonly (CountedTasks & { readonly regionCode: string })[];
  readonly duties: readonly OverdueDuties[];
  readonly checks: readonly CountedChecks[];
}

const NOTHING = {
  ...NO_TASKS,
  reportsOverdue: 0,
  contactsOverdue: 0,
  lookBacksOutstanding: 0,
  rectificationsOverdue: 0,
};

/** Who is behind, by region, in the order of their codes. @see rules U1, U4, U7, C14, C15 */
export function regionStandings({ tasks, duties, checks }: Counted): RegionStanding[] {
  const byRegion = new Map<string, RegionStanding>();
  const change = (regionCode: string, made: (standing: RegionStanding) => Partial<RegionStanding>) => {
    const standing = byRegion.get(regionCode) ?? { ...NOTHING, regionCode };
    byRegion.set(regionCode, { ...standing, ...made(standing) });
  };
  for (const counted of tasks) change(counted.regionCode, (standing) => addTasks(standing, counted));
  for (const { regionCode, ...overdue } of duties) change(regionCode, () => overdue);
  for (const check of checks) change(check.regionCode, (standing) => addChecks(standing, check));
  return [...byRegion.values()].sort((one, other) => (one.regionCode < other.regionCode ? -1 : 1));
}

function addChecks(standing: RegionStanding, check: CountedChecks): Partial<RegionStanding> {
  const { finding, isRectified, isPastRectifyBy, tasks } = check;
  const stage = lookBackStage(finding === null ? null : { finding, isRectified });
  if (stage === 'DONE') return {};
  const overdue = stage === 'TO_RECTIFY' && isPastRectifyBy ? tasks : 0;
  return {
    lookBacksOutstanding: standing.lookBacksOutstanding + tasks,
    rectificationsOverdue: standing.rectificationsOverdue + overdue,
  };
}

/** The standings of regions taken together. */
export function totalOf(standings: readonly RegionStanding[]): Omit<RegionStanding, 'regionCode'> {
  const total: Record<keyof typeof NOTHING, number> = { ...NOTHING };
  for (const standing of standings) for (const counter of COUNTERS) total[counter] += standing[counter];
  return total;
}

const COUNTERS = Object.keys(NOTHING) as (keyof typeof NOTHING)[];

/**
 * How units stand: those with the most overdue tasks first, then by region and name.
 *
 * @see rules U1, U6, U7
 */
export function unitStandings(
  counted: readonly (CountedTasks & { readonly regionCode: string; readonly unit: string })[],
): UnitStanding[] {
  const byUnit = new Map<string, UnitStanding>();
  for (const part of counted) {
    const { regionCode, unit } = part;
    const key = `${regionCode} ${unit}`;
    const standing = byUnit.get(key) ?? { ...NO_TASKS, regionCode, unit };
    byUnit.set(key, { ...standing, ...addTasks(standing, part) });
  }
  return [...byUnit.values()].sort(compareUnits);
}

/** The order of units in a list: negative when the first one stands before the other. */
export function compareUnits(
  one: Pick<UnitStanding, 'overdue' | 'regionCode' | 'unit'>,
  other: Pick<UnitStanding, 'overdue' | 'regionCode' | 'unit'>,
): number {
  if (one.overdue !== other.overdue) return other.overdue - one.overdue;
  const [first, second] = [`${one.regionCode} ${one.unit}`, `${other.regionCode} ${other.unit}`];
  return first === second ? 0 : first < second ? -1 : 1;
}
