import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays, type CivilDate } from '../../../../core/civil-date.ts';
import { applicationClock } from '../../../../subgraphs/documents/rules/application/clock.ts';
import type { ApplicationFact } from '../../../../subgraphs/documents/rules/application/facts.ts';
import { standingOf } from '../../../../subgraphs/documents/rules/application/standing.ts';
import { CALENDAR, day } from './calendar.ts';
import { referenceClock, type DrawnCase } from './reference-clock.ts';

const FIRST = day('2019-01-01');
/** The day of a number. */
export const on = (number: number): CivilDate => addDays(FIRST, number);
/** Whether each day from the first one on is worked, to well after the last that any case comes to. */
const WORKED = Array.from({ length: 5_000 }, (_, number): boolean => {
  const at = on(number);
  if (CALENDAR.makeUpDays.has(at)) return true;
  const weekday = new Date(`${at}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !CALENDAR.holidays.has(at);
});
const delta = (max: number) => fc.integer({ min: 0, max });
/** Any case: with or without a correction, consultations, an extension, a fee, a delay. */
const aCase = fc
  .record({
    // To the end of 2026 and a little beyond: into years that are not published.
    received: fc.integer({ min: 0, max: 2_900 }),
    corrected: fc.option(delta(60)),
    consultations: fc.array(
      fc.record({ sent: delta(40), delivered: fc.option(delta(10)), replied: fc.option(delta(60)) }),
      { maxLength: 3 },
    ),
    extension: delta(20),
    fee: fc.option(fc.record({ notified: delta(30), paid: fc.option(delta(50)) })),
    delayedUntil: fc.option(delta(120)),
  })
  .map(({ received, corrected, consultations, extension, fee, delayedUntil }): DrawnCase => {
    const start = received + (corrected ?? 0);
    return {
      received,
      corrected: corrected === null ? null : start,
      consultations: consultations.map((one) => {
        const sentOn = start + one.sent;
        const deliveredOn = one.delivered === null ? null : sentOn + one.delivered;
        return {
          sent: sentOn,
          delivered: deliveredOn,
          replied: one.replied === null ? null : (deliveredOn ?? sentOn) + one.replied,
        };
      }),
      extension,
      fee: fee && {
        notified: start + fee.notified,
        paid: fee.paid === null ? null : start + fee.notified + fee.paid,
      },
      delayedUntil: delayedUntil === null ? null : start + delayedUntil,
    };
  });

/** What happened in a case. */
const factsOf = (one: DrawnCase): ApplicationFact[] => {
  const facts: ApplicationFact[] = [];
  if (one.corrected !== null) {
    facts.push({ kind: 'CORRECTION_ASKED', on: on(one.received), correctBy: on(one.corrected + 1) });
    facts.push({ kind: 'CORRECTED', on: on(one.corrected) });
  }
  one.consultations.forEach((each, index) => {
    const consultation = String(index);
    facts.push({ kind: 'CONSULTED', on: on(each.sent), consultation, party: index % 2 ? 'CO_MAKER' : 'THIRD_PARTY' });
    if (each.delivered !== null) facts.push({ kind: 'CONSULTATION_DELIVERED', on: on(each.delivered), consultation });
    if (each.replied !== null) {
      const reply = { reply: 'REFUSED', isReasonable: true } as const;
      facts.push({ kind: 'CONSULTATION_REPLIED', on: on(each.replied), consultation, ...reply });
    }
  });
  if (one.extension > 0) {
    facts.push({ kind: 'EXTENDED', on: on(one.received), days: one.extension, approvedBy: 'head-1' });
  }
  if (one.fee !== null) {
    facts.push({ kind: 'FEE_NOTIFIED', on: on(one.fee.notified), payBy: on(one.fee.notified + 30) });
    if (one.fee.paid !== null) facts.push({ kind: 'FEE_PAID', on: on(one.fee.paid) });
  }
  if (one.delayedUntil !== null) {
    facts.push({ kind: 'REASONS_ASKED', on: on(one.received) });
    const reasons = { isReasonable: true, delayedUntil: on(one.delayedUntil) };
    facts.push({ kind: 'REASONS_GIVEN', on: on(one.received), ...reasons });
  }
  return facts;
};

/** Holds the clock of one case against the reference: the last day, the days that count, no gap, and the reasons. */
function agrees(one: DrawnCase): void {
  const expected = referenceClock(one, (number) => WORKED[number] === true);
  const { answerDueOn, trace, provisional } = applicationClock(on(one.received), standingOf(factsOf(one)), CALENDAR);
  expect(answerDueOn).toBe(on(expected.due));
  expect(trace.filter(({ counted }) => counted).map((each) => each.on)).toEqual(expected.counted.map(on));
  expect(trace.map((each) => each.on)).toEqual(
    Array.from({ length: expected.due - one.received }, (_, index) => on(one.received + 1 + index)),
  );
  expect(trace.filter(({ counted, why }) => counted !== (why === 'WORKING_DAY' || why === 'MAKE_UP_DAY'))).toEqual([]);
  expect(provisional).toBe(trace.some((each) => each.on >= '2027-01-01'));
}

/** Holds the clock of so many random cases against the reference. */
export function agreesInCases(numRuns: number): void {
  fc.assert(fc.property(aCase, agrees), { numRuns });
}
