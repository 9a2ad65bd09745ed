import { addDays, civilDateOf, daysBetween, type CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { dayOf, type TimeUnit, type WorkingCalendar } from '../../../../core/working-calendar.ts';

/** How many days at most one extension adds: working days to a reply, where no rule sets a bound. @see rule P9 */
const MOST_REPLY_DAYS = 60;
/** Calendar days that the decision on a petition can be put off by, once. @see rule P10 */
const MOST_PETITION_DAYS = 30;

/** The running clock that is to be extended. */
export interface ExtensibleClock {
  readonly kind: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  /** In all, earlier extensions among them. */
  readonly days: number;
  readonly unit: TimeUnit;
}

/** An extension as it is asked for: by so many days, or to a day. */
export interface AskedExtension {
  readonly days?: number | null | undefined;
  readonly until?: CivilDate | null | undefined;
  /** When whoever asked was told why, how far the matter has come and the new day. */
  readonly toldOn: CivilDate;
}

/**
 * By how many days of its own unit a clock is extended.
 *
 * @returns null when that is not said, or said twice, or the day named is not one that the clock counts
 */
export function extensionDays(
  { days, until }: AskedExtension,
  clock: ExtensibleClock,
  calendar: WorkingCalendar,
): number | null {
  if (until == null) return days ?? null;
  if (days != null) return null;
  const from = civilDateOf(clock.startedAt);
  const span = daysBetween(from, until);
  if (clock.unit === 'CALENDAR_DAY' || span > LONGEST_SPAN) return span - clock.days;
  if (!isWorked(until, calendar)) return null;
  const counted = Array.from({ length: Math.max(span, 0) }, (_, index) => addDays(from, index + 1));
  return counted.filter((on) => isWorked(on, calendar)).length - clock.days;
}

/** Further away no day is counted one by one: it is out of range in any case. */
const LONGEST_SPAN = 1_000;

function isWorked(on: CivilDate, calendar: WorkingCalendar): boolean {
  return dayOf(on, calendar).counted;
}

/** What is looked at beside the extension that is asked for. */
export interface ExtensionCase {
  /** The running clock; null when there is none that can be extended. */
  readonly clock: ExtensibleClock | null;
  readonly calendar: WorkingCalendar;
  readonly now: Date;
  /** How many extensions there were. */
  readonly extensions: number;
}

/**
 * Every reason why a clock is not extended: there is none, its time is over, a petition's was extended before, the days are
 * out of range, or whoever asked was not told while it ran.
 *
 * @see rules P9, P10
 */
export function extensionRefusals(
  asked: AskedExtension,
  { clock, calendar, now, extensions }: ExtensionCase,
): Refusal[] {
  if (clock === null) return [{ code: 'NOTHING_TO_EXTEND', path: ['id'], expected: 'REPLY | PETITION_DECISION' }];
  const rules = clock.kind === 'PETITION_DECISION' ? ['P10'] : ['P9'];
  const refusals: Refusal[] = [];
  if (now.getTime() > clock.dueAt.getTime()) {
    const [expected, got] = [clock.dueAt.toISOString(), now.toISOString()];
    refusals.push({ code: 'EXTENSION_TOO_LATE', path: ['id'], expected, got, rules });
  }
  if (clock.kind === 'PETITION_DECISION' && extensions > 0) {
    refusals.push({ code: 'STEP_TAKEN_ALREADY', path: ['id'], expected: 'EXTENDED', rules });
  }
  return [
    ...refusals,
    ...lengthRefusals(asked, clock, calendar).map((refusal) => ({ ...refusal, rules })),
    ...tellingRefusals(asked.toldOn, clock, now).map((refusal) => ({ ...refusal, rules })),
  ];
}

function lengthRefusals(asked: AskedExtension, clock: ExtensibleClock, calendar: WorkingCalendar): Refusal[] {
  const { days, until } = asked;
  if ((days == null) === (until == null)) {
    return [{ code: 'ONE_OF_NEEDED', path: ['input'], expected: 'days, until' }];
  }
  const most = clock.kind === 'PETITION_DECISION' ? MOST_PETITION_DAYS : MOST_REPLY_DAYS;
  const path = ['input', until == null ? 'days' : 'until'];
  const more = extensionDays(asked, clock, calendar);
  if (more === null) return [{ code: 'DAY_NOT_WORKED', path, got: until ?? '—' }];
  if (more >= 1 && more <= most) return [];
  return [{ code: 'DAYS_OUT_OF_RANGE', path, expected: `1–${String(most)}`, got: String(more) }];
}

function tellingRefusals(toldOn: CivilDate, { startedAt }: ExtensibleClock, now: Date): Refusal[] {
  const [from, to] = [civilDateOf(startedAt), civilDateOf(now)];
  if (from <= toldOn && toldOn <= to) return [];
  return [{ code: 'DAY_OUT_OF_RANGE', path: ['input', 'toldOn'], expected: `${from}–${to}`, got: toldOn }];
}
