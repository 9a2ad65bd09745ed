import { civilDateOf } from '../../../../core/civil-date.ts';
import { answeredAt, inquiryAnsweredAt, NOW, type DrawnEvent, type DrawnInquiry } from './drawn-matters.ts';

/** Whether a matter lies within what was asked, by the digits of its region's code and the day in Shanghai. */
export function isAsked(
  regionCode: string,
  at: Date,
  { region, from, to }: { readonly region: string; readonly from: string; readonly to: string },
): boolean {
  const day: string = civilDateOf(at);
  return regionCode.startsWith(region.replace(/(?:00)+$/, '')) && from <= day && day <= to;
}

/** Whose row of a breakdown by region a code belongs to. */
export function below(asked: string, code: string): string {
  const isMunicipality = ['11', '12', '31', '50'].includes(asked.slice(0, 2));
  if (!asked.endsWith('0000') || isMunicipality || code === asked || code.slice(2, 4) === '90') return code;
  return `${code.slice(0, 4)}00`;
}

/** The keys that occur, in the order of their text with null last, each with what belongs to it. */
export function grouped<Matter>(
  matters: readonly Matter[],
  keyOf: (matter: Matter) => string | null,
): [string | null, Matter[]][] {
  const keys = [...new Set(matters.map(keyOf))];
  const named = keys.filter((key) => key !== null).sort((one, other) => (one < other ? -1 : 1));
  return [...named, ...(keys.includes(null) ? [null] : [])].map((key) => [
    key,
    matters.filter((one) => keyOf(one) === key),
  ]);
}

/** Which outcomes an event counts under. */
export function outcomesOf(event: DrawnEvent): string[] {
  const answered = answeredAt(event)?.getTime();
  const due = event.responseDueAt.getTime();
  if (answered === undefined) return NOW.getTime() > due ? ['OPEN', 'OVERDUE'] : ['OPEN'];
  return answered <= due ? ['ON_TIME'] : ['LATE'];
}

/** The tally of events, one event at a time. */
export function tallyOf(events: readonly DrawnEvent[]) {
  const of = (outcome: string) => events.filter((event) => outcomesOf(event).includes(outcome)).length;
  const known = of('ON_TIME') + of('LATE') + of('OVERDUE');
  return {
    ...{ events: events.length, respondedOnTime: of('ON_TIME'), respondedLate: of('LATE') },
    ...{ open: of('OPEN'), overdue: of('OVERDUE'), onTimeRate: known === 0 ? null : of('ON_TIME') / known },
    clocks: clockTallies(events),
    effect: effectOf(events),
  };
}

function clockTallies(events: readonly DrawnEvent[]) {
  const clocks = events.flatMap((event) => event.clocks).filter(({ isDropped }) => !isDropped);
  return ['FIRST_WORD', 'BRIEFING', 'RESPONSE', 'VERIFICATION'].flatMap((kind) => {
    const those = clocks.filter((clock) => clock.kind === kind);
    const met = those.flatMap(({ metAfterMs }) => metAfterMs ?? []);
    const unmet = those.filter(({ metAfterMs }) => metAfterMs === null);
    const breached = unmet.filter(({ dueAt }) => dueAt.getTime() < NOW.getTime()).length;
    const metLate = met.filter((ms) => ms > 0).length;
    if (those.length === 0) return [];
    return [{ kind, metOnTime: met.length - metLate, metLate, running: unmet.length - breached, breached }];
  });
}

function effectOf(events: readonly DrawnEvent[]) {
  const found = events.flatMap(({ evaluation }) => evaluation ?? []);
  const wanting = found.filter(({ well, fitting, inTime }) => !well || !fitting || !inTime);
  const measures = events.flatMap((event) => event.measures);
  return {
    ...{ evaluated: found.length, foundWanting: wanting.length, accountable: wanting.filter(({ bad }) => bad).length },
    circulatedCriticisms: measures.filter((kind) => kind === 'CIRCULATED_CRITICISM').length,
    talks: measures.filter((kind) => kind === 'TALK').length,
  };
}

/** The tally of inquiries, one inquiry at a time. */
export function inquiryTallyOf(inquiries: readonly DrawnInquiry[]) {
  const tally = { received: inquiries.length, answeredOnTime: 0, answeredLate: 0, open: 0, overdue: 0 };
  const more = { closedUnanswered: 0, rated: 0, satisfied: 0, reworked: 0 };
  for (const inquiry of inquiries) {
    const answered = inquiryAnsweredAt(inquiry);
    if (answered !== null) {
      if (inquiry.dueAt === null || answered.getTime() <= inquiry.dueAt.getTime()) tally.answeredOnTime += 1;
      else tally.answeredLate += 1;
    } else if (inquiry.isClosed) more.closedUnanswered += 1;
    else {
      tally.open += 1;
      if (inquiry.dueAt !== null && inquiry.dueAt.getTime() < NOW.getTime()) tally.overdue += 1;
    }
    if (inquiry.isSatisfied !== null) more.rated += 1;
    if (inquiry.isSatisfied === true) more.satisfied += 1;
    if (inquiry.reworks > 0) more.reworked += 1;
  }
  const known = tally.answeredOnTime + tally.answeredLate + tally.overdue;
  return {
    ...{ ...tally, ...more, onTimeRate: known === 0 ? null : tally.answeredOnTime / known },
    satisfiedRate: more.rated === 0 ? null : more.satisfied / more.rated,
  };
}
