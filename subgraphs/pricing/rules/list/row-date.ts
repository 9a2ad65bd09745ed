import { addDays, parseCivilDate, type CivilDate } from '../../../../core/civil-date.ts';

/** What a day in a row is found to be; null when nothing is wrong with it. */
export interface DateFault {
  readonly code: 'DATE_FAR' | 'DATE_IMPOSSIBLE' | 'DATE_NOT_UNDERSTOOD';
  readonly expected: string | null;
}

const DAY = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[ T]?00?:00(?::00)?)?$/;
const SAYS_NOTHING = /^[-–—/]+$|^无$/;
/** No price of today's lists was set before this day. */
const EARLIEST = '2000-01-01' as CivilDate;
const FARTHEST_DAYS = 366;

/** Judges a row's own first day: a real one, not before 2000, not after the list's own first day nor a year ahead. */
export function dateFault(text: string, today: CivilDate, effectiveOn: CivilDate): DateFault | null {
  const plain = text.normalize('NFKC').trim();
  if (SAYS_NOTHING.test(plain)) return null;
  const [, year, month, day, monthDigits, dayDigits] = DAY.exec(plain) ?? [];
  if (year === undefined) return { code: 'DATE_NOT_UNDERSTOOD', expected: null };
  const two = (digits: string | undefined) => (digits ?? '').padStart(2, '0');
  const date = parseCivilDate(`${year}-${two(month ?? monthDigits)}-${two(day ?? dayDigits)}`);
  if (date === null) return { code: 'DATE_IMPOSSIBLE', expected: null };
  const ahead = addDays(today, FARTHEST_DAYS);
  const latest = ahead < effectiveOn ? ahead : effectiveOn;
  if (date >= EARLIEST && date <= latest) return null;
  return { code: 'DATE_FAR', expected: `${EARLIEST} – ${latest}` };
}
