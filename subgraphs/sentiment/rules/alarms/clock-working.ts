import type { TimeUnit } from '../../../../core/working-calendar.ts';

/** A clock as far as it says how its end was worked out. */
export interface WorkedClock {
  readonly startedAt: Date;
  readonly hours: number | null;
  readonly days: number | null;
  readonly unit: TimeUnit | null;
}

/** How the end of a clock was worked out, for people: the start, and the hours or the days of which kind. */
export function clockWorking({ startedAt, hours, days, unit }: WorkedClock): string {
  const start = startedAt.toISOString();
  return days === null ? `${start} + ${String(hours ?? 0)} h` : `${start} + ${String(days)} × ${unit ?? ''}`;
}
