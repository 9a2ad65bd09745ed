import { describe, expect, it } from 'vitest';
import {
  contestableFrom,
  contestRefusals,
  type ApplicationReviewKind,
  type ApplicationReviewOutcome,
} from '../../../../subgraphs/documents/rules/application/contested.ts';
import type { ApplicationFact } from '../../../../subgraphs/documents/rules/application/facts.ts';
import { CALENDAR, day, handled, lines } from './calendar.ts';

const TODAY = day('2026-11-23');

const ASKED: ApplicationFact = { kind: 'CORRECTION_ASKED', on: day('2026-09-03'), correctBy: day('2026-09-20') };
const answered = (on: string): ApplicationFact => ({ kind: 'ANSWERED', on: day(on), result: 'OTHER_WITHDRAWN' });

describe('an application is contested', () => {
  it.each<[string, readonly ApplicationFact[], string | null]>([
    ['from the day after the last one for the answer', [], '2026-09-30'],
    ['from the answer', [answered('2026-09-05')], '2026-09-05'],
    ['from the answer on the last day', [answered('2026-09-29')], '2026-09-29'],
    ['from the day after the last one, though an answer came late', [answered('2026-10-20')], '2026-09-30'],
    ['not while a correction is awaited', [ASKED], null],
    ['from the answer, though the correction never came', [ASKED, answered('2026-09-21')], '2026-09-21'],
  ])('%s', (_what, facts, expected) => {
    const { receivedOn, standing } = handled(facts);
    expect(contestableFrom(receivedOn, standing, CALENDAR)).toBe(expected);
  });
});

describe('a reconsideration or a lawsuit', () => {
  const days = { from: day('2026-09-01'), today: TODAY };
  const none = { others: [], before: null };
  const contest = { kind: 'RECONSIDERATION', filedOn: day('2026-09-01'), outcome: 'PENDING', decidedOn: null } as const;
  const AFTER = 'LITIGATION_AFTER_RECONSIDERATION';
  const needsDay = 'OUTCOME_NEEDS_DAY decidedOn - - A7';

  it.each<[object, string[]]>([
    [{}, []],
    [{ filedOn: day('2026-08-31') }, ['DAY_TOO_EARLY filedOn 2026-09-01 2026-08-31 A7']],
    [{ filedOn: day('2026-11-24') }, ['VALUE_IN_FUTURE filedOn 2026-11-23 2026-11-24 A7']],
    [{ outcome: 'UPHELD' }, [needsDay]],
    [{ decidedOn: day('2026-09-02') }, [needsDay]],
    [{ outcome: 'OTHER', decidedOn: day('2026-09-01') }, []],
    [{ outcome: 'OTHER', decidedOn: day('2026-08-31') }, ['DAY_TOO_EARLY decidedOn 2026-09-01 2026-08-31 A7']],
  ])('with %j', (more, expected) => {
    expect(lines(contestRefusals({ ...contest, ...more }, none, days))).toEqual(expected);
  });

  it('needs something to contest', () => {
    expect(lines(contestRefusals(contest, none, { from: null, today: TODAY }))).toEqual([
      'STEP_MISSING id ANSWERED - A7',
    ]);
  });

  it.each<[ApplicationReviewOutcome, ApplicationReviewOutcome | null, string[]]>([
    ['PENDING', null, []],
    ['PENDING', 'PENDING', []],
    ['PENDING', 'UPHELD', ['STATUS_NOT_FITTING outcome UPHELD | CORRECTED | OTHER PENDING A7']],
    ['CORRECTED', 'PENDING', []],
    ['CORRECTED', 'UPHELD', []],
  ])('is %s after %s', (outcome, before, expected) => {
    const decidedOn = outcome === 'PENDING' ? null : TODAY;
    expect(lines(contestRefusals({ ...contest, outcome, decidedOn }, { others: [], before }, days))).toEqual(expected);
  });

  it.each<[ApplicationReviewKind, ApplicationReviewKind[], string | null]>([
    ['RECONSIDERATION', [], null],
    ['RECONSIDERATION', [AFTER], null],
    ['RECONSIDERATION', ['DIRECT_LITIGATION'], 'DIRECT_LITIGATION'],
    ['DIRECT_LITIGATION', [], null],
    ['DIRECT_LITIGATION', ['RECONSIDERATION'], AFTER],
    ['DIRECT_LITIGATION', [AFTER], 'DIRECT_LITIGATION'],
    [AFTER, ['RECONSIDERATION'], null],
    [AFTER, [], 'DIRECT_LITIGATION'],
    [AFTER, ['RECONSIDERATION', 'DIRECT_LITIGATION'], AFTER],
  ])('%s beside %j', (kind, others, expected) => {
    const refusals = expected === null ? [] : [`LITIGATION_NOT_FITTING kind ${expected} - A7`];
    expect(lines(contestRefusals({ ...contest, kind }, { others, before: null }, days))).toEqual(refusals);
  });
});
