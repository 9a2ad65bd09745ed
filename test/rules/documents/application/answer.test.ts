import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../core/civil-date.ts';
import { answerRefusals, type GivenAnswer } from '../../../../subgraphs/documents/rules/application/answer.ts';
import type { ApplicationFact } from '../../../../subgraphs/documents/rules/application/facts.ts';
import { APPLICATION_RESULTS } from '../../../../subgraphs/documents/rules/application/result.ts';
import { day, handled } from './calendar.ts';

const TODAY = '2026-12-31';
const given = (
  result: GivenAnswer['result'],
  answeredOn = '2026-12-01',
  more: Partial<GivenAnswer> = {},
): GivenAnswer => ({
  ...{ result, answeredOn: day(answeredOn), note: '答复', namesEarlier: false, earlierFits: false },
  ...more,
});
const refusalsOf = (answer: GivenAnswer, facts: readonly ApplicationFact[] = []) =>
  answerRefusals(answer, handled(facts, TODAY));
const codesOf = (answer: GivenAnswer, facts: readonly ApplicationFact[] = []) =>
  refusalsOf(answer, facts).map(({ code }) => code);

const sent: ApplicationFact = { kind: 'CONSULTED', on: day('2026-09-02'), consultation: 'a', party: 'THIRD_PARTY' };
const delivered: ApplicationFact = { kind: 'CONSULTATION_DELIVERED', on: day('2026-09-02'), consultation: 'a' };
const reply = (answer: 'CONSENTED' | 'REFUSED', isReasonable = false): ApplicationFact => ({
  ...{ kind: 'CONSULTATION_REPLIED', on: day('2026-09-08'), consultation: 'a', reply: answer, isReasonable },
});
const told: ApplicationFact = { kind: 'PUBLIC_INTEREST_TOLD', on: day('2026-09-10'), consultation: 'a' };
const coMaker: ApplicationFact = { ...sent, party: 'CO_MAKER' };
const asked: ApplicationFact = { kind: 'CORRECTION_ASKED', on: day('2026-09-03'), correctBy: day('2026-09-20') };
const corrected: ApplicationFact = { kind: 'CORRECTED', on: day('2026-09-10') };
const fee: ApplicationFact = { kind: 'FEE_NOTIFIED', on: day('2026-09-03'), payBy: day('2026-10-03') };
const paid: ApplicationFact = { kind: 'FEE_PAID', on: day('2026-09-30') };
const reasonsAsked: ApplicationFact = { kind: 'REASONS_ASKED', on: day('2026-09-03') };
const reasons = (isReasonable: boolean): ApplicationFact => ({
  ...{ kind: 'REASONS_GIVEN', on: day('2026-09-08'), isReasonable, delayedUntil: null },
});

describe('an answer', () => {
  const needy = [
    'REFUSED_THIRD_PARTY',
    'UNABLE_UNCLEAR_AFTER_CORRECTION',
    'NOT_HANDLED_REPEATED',
    'NOT_HANDLED_EXCESSIVE',
    'OTHER_NOT_CORRECTED',
    'OTHER_FEE_UNPAID',
  ];

  it.each(APPLICATION_RESULTS.filter((result) => !needy.includes(result)))(
    'of %s needs nothing before it',
    (result) => {
      expect(refusalsOf(given(result))).toEqual([]);
    },
  );

  it.each<[GivenAnswer['result'], string, readonly ApplicationFact[], readonly string[], string?]>([
    ['REFUSED_THIRD_PARTY', 'without a consultation', [], ['RESULT_NEEDS_REFUSED_CONSULTATION']],
    ['REFUSED_THIRD_PARTY', 'after a refusal with good reason', [sent, reply('REFUSED', true)], []],
    ['REFUSED_THIRD_PARTY', 'after one without', [sent, reply('REFUSED')], ['RESULT_NEEDS_REFUSED_CONSULTATION']],
    ['REFUSED_THIRD_PARTY', 'after consent', [sent, reply('CONSENTED')], ['RESULT_NEEDS_REFUSED_CONSULTATION']],
    [
      'REFUSED_THIRD_PARTY',
      'on the last day for an answer',
      [sent, delivered],
      ['RESULT_NEEDS_REFUSED_CONSULTATION'],
      '2026-09-22',
    ],
    ['REFUSED_THIRD_PARTY', 'the day after it', [sent, delivered], [], '2026-09-23'],
    ['REFUSED_THIRD_PARTY', 'when it never arrived', [sent], ['RESULT_NEEDS_REFUSED_CONSULTATION']],
    [
      'REFUSED_THIRD_PARTY',
      'for another agency',
      [coMaker, reply('REFUSED', true)],
      ['RESULT_NEEDS_REFUSED_CONSULTATION'],
    ],
    ['GRANTED', 'on the last day of a consultation', [sent, delivered], ['CONSULTATION_OPEN'], '2026-09-22'],
    ['GRANTED', 'the day after it', [sent, delivered], [], '2026-09-23'],
    ['PARTLY_GRANTED', 'while a consultation is open', [sent], ['CONSULTATION_OPEN']],
    ['ALREADY_PUBLIC', 'while a consultation is open', [sent], []],
    ['GRANTED', 'after consent', [sent, reply('CONSENTED')], []],
    ['GRANTED', 'after a refusal with good reason', [sent, reply('REFUSED', true)], ['CONSULTATION_REFUSED']],
    ['GRANTED', 'after a refusal without', [sent, reply('REFUSED')], []],
    ['GRANTED', 'in the public interest', [sent, reply('REFUSED', true), told], []],
    ['GRANTED', 'against another agency', [coMaker, reply('REFUSED', true)], []],
    ['UNABLE_UNCLEAR_AFTER_CORRECTION', 'without a correction', [], ['RESULT_NEEDS_CORRECTION']],
    ['UNABLE_UNCLEAR_AFTER_CORRECTION', 'after one', [asked, corrected], []],
    ['OTHER_NOT_CORRECTED', 'without one asked for', [], ['RESULT_NEEDS_LAPSED_CORRECTION']],
    ['OTHER_NOT_CORRECTED', 'on its day', [asked], ['RESULT_NEEDS_LAPSED_CORRECTION'], '2026-09-20'],
    ['OTHER_NOT_CORRECTED', 'the day after', [asked], [], '2026-09-21'],
    ['OTHER_NOT_CORRECTED', 'although it came', [asked, corrected], ['RESULT_NEEDS_LAPSED_CORRECTION']],
    ['OTHER_WITHDRAWN', 'while a correction is awaited', [asked], [], '2026-09-04'],
    ['REFUSED_INTERNAL', 'while a correction is awaited', [asked], ['STATUS_NOT_FITTING']],
    [
      'UNABLE_UNCLEAR_AFTER_CORRECTION',
      'while it is awaited',
      [asked],
      ['STATUS_NOT_FITTING', 'RESULT_NEEDS_CORRECTION'],
    ],
    ['OTHER_FEE_UNPAID', 'without a notice', [], ['RESULT_NEEDS_UNPAID_FEE']],
    ['OTHER_FEE_UNPAID', 'on the last day to pay', [fee], ['RESULT_NEEDS_UNPAID_FEE'], '2026-10-03'],
    ['OTHER_FEE_UNPAID', 'the day after', [fee], [], '2026-10-04'],
    ['OTHER_FEE_UNPAID', 'although it was paid', [fee, paid], ['RESULT_NEEDS_UNPAID_FEE']],
    ['GRANTED', 'before a fee is paid', [fee], ['FEE_OPEN']],
    ['PARTLY_GRANTED', 'though the last day to pay is past', [fee], ['FEE_OPEN'], '2026-10-04'],
    ['GRANTED', 'once it was paid', [fee, paid], [], '2026-09-30'],
    ['ALREADY_PUBLIC', 'before a fee is paid', [fee], []],
    ['NOT_HANDLED_EXCESSIVE', 'without reasons asked for', [], ['RESULT_NEEDS_UNREASONABLE_REASONS']],
    ['NOT_HANDLED_EXCESSIVE', 'when none were given', [reasonsAsked], ['RESULT_NEEDS_UNREASONABLE_REASONS']],
    ['NOT_HANDLED_EXCESSIVE', 'for bad reasons', [reasonsAsked, reasons(false)], []],
    [
      'NOT_HANDLED_EXCESSIVE',
      'against good ones',
      [reasonsAsked, reasons(true)],
      ['RESULT_NEEDS_UNREASONABLE_REASONS'],
    ],
    ['GRANTED', 'twice', [{ kind: 'ANSWERED', on: day('2026-09-20'), result: 'GRANTED' }], ['STATUS_NOT_FITTING']],
  ])('of %s %s', (...[result, , facts, codes, answeredOn = '2026-12-01']) => {
    expect(codesOf(given(result, answeredOn), facts)).toEqual(codes);
  });

  it('says what a result waits for', () => {
    expect(refusalsOf(given('OTHER_NOT_CORRECTED', '2026-09-20'), [asked])).toEqual([
      { code: 'RESULT_NEEDS_LAPSED_CORRECTION', path: ['result'], expected: '2026-09-20', rules: ['R5'] },
    ]);
    expect(refusalsOf(given('OTHER_NOT_CORRECTED'))).toStrictEqual([
      { code: 'RESULT_NEEDS_LAPSED_CORRECTION', path: ['result'], rules: ['R5'] },
    ]);
    expect(refusalsOf(given('OTHER_FEE_UNPAID', '2026-10-03'), [fee])).toEqual([
      { code: 'RESULT_NEEDS_UNPAID_FEE', path: ['result'], expected: '2026-10-03', rules: ['R15'] },
    ]);
    expect(refusalsOf(given('OTHER_FEE_UNPAID'))).toStrictEqual([
      { code: 'RESULT_NEEDS_UNPAID_FEE', path: ['result'], rules: ['R15'] },
    ]);
    expect(refusalsOf(given('GRANTED'), [sent])).toEqual([
      { code: 'CONSULTATION_OPEN', path: ['result'], rules: ['R6', 'R7'] },
    ]);
    expect(refusalsOf(given('GRANTED'), [sent, reply('REFUSED', true)])).toEqual([
      { code: 'CONSULTATION_REFUSED', path: ['result'], rules: ['R6'] },
    ]);
    expect(refusalsOf(given('GRANTED'), [fee])).toEqual([
      { code: 'FEE_OPEN', path: ['result'], expected: '2026-10-03', rules: ['R14', 'R15'] },
    ]);
    expect(refusalsOf(given('REFUSED_THIRD_PARTY'))).toEqual([
      { code: 'RESULT_NEEDS_REFUSED_CONSULTATION', path: ['result'], rules: ['R6'] },
    ]);
    expect(refusalsOf(given('UNABLE_UNCLEAR_AFTER_CORRECTION'))).toEqual([
      { code: 'RESULT_NEEDS_CORRECTION', path: ['result'], rules: ['R5', 'R10'] },
    ]);
    expect(refusalsOf(given('NOT_HANDLED_EXCESSIVE'))).toEqual([
      { code: 'RESULT_NEEDS_UNREASONABLE_REASONS', path: ['result'], rules: ['R9'] },
    ]);
    expect(refusalsOf(given('REFUSED_INTERNAL'), [asked])).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'HANDLING', got: 'AWAITING_CORRECTION', rules: ['R1'] },
    ]);
  });

  it('that finds a repetition names the earlier application, and no other does', () => {
    const [path, rules] = [['repeats'], ['R10']];
    expect(refusalsOf(given('NOT_HANDLED_REPEATED'))).toEqual([
      { code: 'RESULT_NEEDS_EARLIER_APPLICATION', path, rules },
    ]);
    expect(codesOf(given('NOT_HANDLED_REPEATED', '2026-12-01', { namesEarlier: true }))).toEqual([
      'RESULT_NEEDS_EARLIER_APPLICATION',
    ]);
    expect(refusalsOf(given('NOT_HANDLED_REPEATED', '2026-12-01', { namesEarlier: true, earlierFits: true }))).toEqual(
      [],
    );
    expect(refusalsOf(given('GRANTED', '2026-12-01', { namesEarlier: true, earlierFits: true }))).toEqual([
      { code: 'RESULT_NEEDS_NO_EARLIER_APPLICATION', path, rules },
    ]);
  });

  it.each<[string, readonly ApplicationFact[], string]>([
    ['receipt', [], '2026-09-01'],
    ['the correction', [asked, corrected], '2026-09-10'],
    ['the question', [{ ...sent, on: day('2026-09-09') }], '2026-09-09'],
    ['its arrival', [sent, { ...delivered, on: day('2026-09-09') }], '2026-09-09'],
    ['the last of several', [fee, paid, sent, delivered, reply('CONSENTED'), reasonsAsked], '2026-09-30'],
    ['the asking for reasons', [reasonsAsked], '2026-09-03'],
    ['the notice of a fee', [fee], '2026-09-03'],
    ['the reply', [sent, delivered, reply('CONSENTED')], '2026-09-08'],
    ['the notice to a third party', [sent, reply('REFUSED', true), told], '2026-09-10'],
    ['the payment', [fee, paid], '2026-09-30'],
    ['the reasons', [reasonsAsked, reasons(true)], '2026-09-08'],
    ['the extension', [{ kind: 'EXTENDED', on: day('2026-09-15'), days: 1, approvedBy: 'head-1' }], '2026-09-15'],
  ])('is not dated before %s, nor in the future', (_what, facts, from) => {
    const [path, rules] = [['answeredOn'], ['R10']];
    const before = addDays(day(from), -1);
    expect(codesOf(given('REFUSED_INTERNAL', from), facts)).toEqual([]);
    expect(refusalsOf(given('REFUSED_INTERNAL', before), facts)).toEqual([
      { code: 'DAY_TOO_EARLY', path, expected: from, got: before, rules },
    ]);
    expect(refusalsOf(given('REFUSED_INTERNAL', '2027-01-01'), facts)).toEqual([
      { code: 'VALUE_IN_FUTURE', path, expected: TODAY, got: '2027-01-01', rules },
    ]);
  });

  it('of a correction that did not come also ends one that is handled, and no other', () => {
    const over: ApplicationFact = { kind: 'ANSWERED', on: day('2026-09-20'), result: 'GRANTED' };
    const expected = 'HANDLING | AWAITING_CORRECTION';
    expect(refusalsOf(given('OTHER_WITHDRAWN'), [over])).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['id'], expected, got: 'ANSWERED', rules: ['R1'] },
    ]);
    expect(refusalsOf(given('OTHER_NOT_CORRECTED', '2026-09-21'), [asked, over])[0]).toEqual({
      ...{ code: 'STATUS_NOT_FITTING', path: ['id'], expected, got: 'ANSWERED', rules: ['R1'] },
    });
  });

  it('says something, and all reasons against it at once', () => {
    expect(refusalsOf(given('GRANTED', '2026-12-01', { note: '' }))).toEqual([
      { code: 'VALUE_MISSING', path: ['note'], expected: 'note' },
    ]);
    expect(refusalsOf(given('GRANTED', '2026-12-01', { note: '答'.repeat(2_001) }))).toEqual([
      { code: 'VALUE_TOO_LONG', path: ['note'], expected: '2000', got: '2001' },
    ]);
    expect(codesOf(given('REFUSED_THIRD_PARTY', '2026-08-31', { note: ' ', namesEarlier: true }))).toEqual([
      ...['DAY_TOO_EARLY', 'VALUE_MISSING', 'RESULT_NEEDS_REFUSED_CONSULTATION', 'RESULT_NEEDS_NO_EARLIER_APPLICATION'],
    ]);
  });
});
