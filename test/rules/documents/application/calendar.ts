import type { Refusal } from '../../../../core/refusal.ts';
import { workingCalendarOf } from '../../../../core/calendar-year.ts';
import { publishedYears } from '../../../../subgraphs/catalogue/store/published-years.ts';
import { civilDate, type CivilDate } from '../../../../core/civil-date.ts';
import type { ApplicationFact } from '../../../../subgraphs/documents/rules/application/facts.ts';
import type { Handled } from '../../../../subgraphs/documents/rules/application/handling.ts';
import { standingOf } from '../../../../subgraphs/documents/rules/application/standing.ts';

/** The working calendar of the years that are published, to 2026. */
export const CALENDAR = workingCalendarOf(publishedYears());

/** A day. */
export const day = (text: string): CivilDate => civilDate(text);

/** An application received on 1 September 2026 with what happened to it, on a day. */
export function handled(facts: readonly ApplicationFact[] = [], today = '2026-09-10'): Handled {
  return { receivedOn: day('2026-09-01'), standing: standingOf(facts), calendar: CALENDAR, today: day(today) };
}

/** A refusal in one line: code, path, what was expected, what came, rules. */
export const lines = (refusals: readonly Refusal[]) =>
  refusals.map(({ code, path, expected, got, rules }) =>
    [code, path.join('.'), expected ?? '-', got ?? '-', rules?.join() ?? '-'].join(' '),
  );
/** That it was answered, and how a step is refused afterwards. */
export const ANSWERED: ApplicationFact = { kind: 'ANSWERED', on: day('2026-09-05'), result: 'GRANTED' };
export const NOT_HANDLING = 'STATUS_NOT_FITTING id HANDLING ANSWERED R1';
