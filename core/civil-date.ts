declare const civil: unique symbol;

/** A day on the calendar of Asia/Shanghai, `YYYY-MM-DD`. Compares as text. */
export type CivilDate = string & { readonly [civil]: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
/** China has kept UTC+8 without daylight saving since 1991-09-15; no deadline of the hub lies before that. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/**
 * Reads a day.
 *
 * @returns the day, or null when the text is not `YYYY-MM-DD` or names no day (2026-02-30)
 */
export function parseCivilDate(text: string): CivilDate | null {
  const match = SHAPE.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year > 0 ? (text as CivilDate) : null;
}

/** A day that the program itself writes. Throws a RangeError for a text that names no day. */
export function civilDate(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === null) throw new RangeError(`Expected a day YYYY-MM-DD, got ${JSON.stringify(text)}`);
  return date;
}

/** The day on which an instant falls in Asia/Shanghai. */
export function civilDateOf(instant: Date): CivilDate {
  return fromUtcMidnight(new Date(instant.getTime() + SHANGHAI_OFFSET_MS));
}

/** The instant at which a day begins in Asia/Shanghai. */
export function startOfDay(date: CivilDate): Date {
  return new Date(toUtcMidnight(date).getTime() - SHANGHAI_OFFSET_MS);
}

/** The form in which a database driver takes a `date`: midnight UTC of that day. */
export function toUtcMidnight(date: CivilDate): Date {
  return new Date(`${date}T00:00:00.000Z`);
}

/** The day that a database driver gave as midnight UTC. */
export function fromUtcMidnight(date: Date): CivilDate {
  return date.toISOString().slice(0, 10) as CivilDate;
}

/** The day so many calendar days later (or earlier, when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromUtcMidnight(new Date(toUtcMidnight(date).getTime() + days * DAY_MS));
}

/** How many calendar days a day lies after another; negative when it lies before it. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (toUtcMidnight(to).getTime() - toUtcMidnight(from).getTime()) / DAY_MS;
}

/** 0 for Sunday to 6 for Saturday. */
export function dayOfWeek(date: CivilDate): number {
  return toUtcMidnight(date).getUTCDay();
}

/** The year of a day. */
export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}
