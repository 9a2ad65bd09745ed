/** A stage of a clock that an alarm tells of. */
export interface AlarmStage {
  /** `DUE_IN_24H`, `DUE_IN_30M` and so on, or {@link BREACHED}. */
  readonly name: string;
  /** The first instant at which it is reached. */
  readonly at: Date;
}

/** The stage of a clock that has run out: the first instant that is no longer on time. */
const BREACHED = 'BREACHED';

/** What a clock must do for its stages to be known. */
export interface RunningSpan {
  /** What it is a clock of, such as RESPONSE. */
  readonly kind: string;
  readonly startedAt: Date;
  /** The last instant that is on time. */
  readonly dueAt: Date;
}

/** Clocks of what may be done, and not of what is owed: that the time is over is no breach (rule P10: 转送异议). */
const RIGHTS: readonly string[] = ['PETITION_OBJECTION'];

/**
 * The stages of a clock in the order in which they are reached: one for each distance that is shorter than the clock
 * runs in all, and the breach. What is done at the due instant is on time, so the breach comes a millisecond later. A
 * right that lapses is told of beforehand alone.
 *
 * @param distances - how long before the due instant, in milliseconds
 */
export function alarmStages(
  { kind, startedAt, dueAt }: RunningSpan,
  distances: readonly number[],
): readonly AlarmStage[] {
  const span = dueAt.getTime() - startedAt.getTime();
  const before = distances
    .filter((distance) => distance < span)
    .sort((one, other) => other - one)
    .map((distance) => ({ name: nameOf(distance), at: new Date(dueAt.getTime() - distance) }));
  return RIGHTS.includes(kind) ? before : [...before, { name: BREACHED, at: new Date(dueAt.getTime() + 1) }];
}

/**
 * The stage that is told of next for a clock that is set, or set anew, at an instant. Of stages that lie behind it by
 * then, only the last one is told of, and at once: that a day is left is of no use once an hour is.
 */
export function firstStage(stages: readonly AlarmStage[], now: Date): AlarmStage | null {
  const passed = stages.filter(({ at }) => at.getTime() <= now.getTime());
  return passed.at(-1) ?? stages[0] ?? null;
}

/** The stage that comes after an instant; null when all lie behind it. */
export function stageAfter(stages: readonly AlarmStage[], instant: Date): AlarmStage | null {
  return stages.find(({ at }) => at.getTime() > instant.getTime()) ?? null;
}

/**
 * The stages that a running clock has reached by an instant, beginning with the one that was to come next, and the one
 * that comes after them. None is left out, however late it is: that is what {@link firstStage} does when a clock is set.
 *
 * @param next - null when nothing is left to be told
 */
export function reachedStages(
  stages: readonly AlarmStage[],
  next: AlarmStage | null,
  now: Date,
): { readonly reached: readonly AlarmStage[]; readonly next: AlarmStage | null } {
  if (next === null || next.at.getTime() > now.getTime()) return { reached: [], next };
  // The distances may have been configured otherwise since: what follows is what lies behind the one that was to come.
  const later = stages.filter(({ at }) => at.getTime() > next.at.getTime());
  const also = later.filter(({ at }) => at.getTime() <= now.getTime());
  return { reached: [next, ...also], next: later[also.length] ?? null };
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

function nameOf(distance: number): string {
  return distance % HOUR_MS === 0
    ? `DUE_IN_${String(distance / HOUR_MS)}H`
    : `DUE_IN_${String(Math.round(distance / MINUTE_MS))}M`;
}
