import { startOfDay, type CivilDate } from '../../core/civil-date.ts';

/**
 * An instant by the clock of Asia/Shanghai.
 *
 * @param minutes - minutes since that day began; may be beyond its end
 */
export function instant(on: CivilDate, minutes: number): Date {
  return new Date(startOfDay(on).getTime() + minutes * 60_000);
}
