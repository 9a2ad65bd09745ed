const DAY_MS = 86_400_000;
/** The last day that spreadsheet programs know, 9999-12-31. */
const LAST = 2_958_465;
/** The program on which all others are modelled took 1900 for a leap year. */
const NO_DAY = 60;
const BETWEEN_SYSTEMS = 1462;

/**
 * The day of a serial number, as `YYYY-MM-DD`; the time of day is left out.
 *
 * @returns null for a number that no day has
 * @see ECMA-376 part 1, 18.17.4
 */
export function dayText(serial: number, from1904: boolean): string | null {
  const day = Math.floor(serial) + (from1904 ? BETWEEN_SYSTEMS : 0);
  if (!(serial >= 0) || day < 1 || day > LAST) return null;
  if (day === NO_DAY) return '1900-02-29';
  const origin = Date.UTC(1899, 11, day < NO_DAY ? 31 : 30);
  return new Date(origin + day * DAY_MS).toISOString().slice(0, 10);
}
