import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../../core/refusal.ts';
import {
  chargedQuantity,
  feeRefusals,
  paymentRefusals,
} from '../../../../subgraphs/documents/rules/application/charging.ts';
import {
  consultingRefusals,
  deliveryRefusals,
  publicInterestRefusals,
  replyRefusals,
} from '../../../../subgraphs/documents/rules/application/consulting.ts';
import { correctedRefusals, correctionRefusals } from '../../../../subgraphs/documents/rules/application/correction.ts';
import type { ApplicationFact } from '../../../../subgraphs/documents/rules/application/facts.ts';
import {
  askingReasonsRefusals,
  extensionRefusals,
  givenReasonsRefusals,
} from '../../../../subgraphs/documents/rules/application/postponement.ts';
import type { ConsultationStanding } from '../../../../subgraphs/documents/rules/application/standing.ts';
import { day, handled } from './calendar.ts';

/** A refusal in one line: code, path, what was expected, what came, rules. */
const lines = (refusals: readonly Refusal[]) =>
  refusals.map(({ code, path, expected, got, rules }) =>
    [code, path.join('.'), expected ?? '-', got ?? '-', rules?.join() ?? '-'].join(' '),
  );
const ANSWERED: ApplicationFact = { kind: 'ANSWERED', on: day('2026-09-05'), result: 'GRANTED' };
const NOT_HANDLING = 'STATUS_NOT_FITTING id HANDLING ANSWERED R1';
const ASKED: ApplicationFact = { kind: 'CORRECTION_ASKED', on: day('2026-09-03'), correctBy: day('2026-09-20') };
const CORRECTED: ApplicationFact = { kind: 'CORRECTED', on: day('2026-09-08') };

describe('a correction', () => {
  const asked = (
    askedOn: string,
    correctBy: string,
    what = '请明确',
    facts: readonly ApplicationFact[] = [],
    today = '2026-09-14',
  ) => lines(correctionRefusals({ askedOn: day(askedOn), correctBy: day(correctBy), what }, handled(facts, today)));

  it.each<[string, string[], string, string]>([
    ['on the day of receipt', [], '2026-09-01', '2026-09-02'],
    ['on the seventh working day', [], '2026-09-10', '2027-09-11'],
    ['the day after it', ['DAY_TOO_FAR askedOn 2026-09-10 2026-09-11 R5'], '2026-09-11', '2026-09-20'],
    ['before receipt', ['DAY_TOO_EARLY askedOn 2026-09-01 2026-08-31 R5'], '2026-08-31', '2026-09-20'],
    ['until the same day', ['DAY_TOO_EARLY correctBy 2026-09-03 2026-09-02 R5'], '2026-09-02', '2026-09-02'],
    ['until more than a year later', ['DAY_TOO_FAR correctBy 2027-09-03 2027-09-04 R5'], '2026-09-02', '2027-09-04'],
  ])('asked for %s', (_when, expected, askedOn, correctBy) => {
    expect(asked(askedOn, correctBy)).toEqual(expected);
  });

  it('is asked for once, in words, while the application is handled, and not in the future', () => {
    expect(asked('2026-09-02', '2026-09-20', ' ')).toEqual(['VALUE_MISSING what note - -']);
    expect(asked('2026-09-02', '2026-09-20', 'x'.repeat(2_001))).toEqual(['VALUE_TOO_LONG what 2000 2001 -']);
    expect(asked('2026-09-02', '2026-09-20', 'x'.repeat(2_000))).toEqual([]);
    expect(asked('2026-09-03', '2026-09-20', '请明确', [], '2026-09-02')).toEqual([
      'VALUE_IN_FUTURE askedOn 2026-09-02 2026-09-03 R5',
    ]);
    const once = 'STEP_TAKEN_ALREADY id CORRECTION_ASKED - R5';
    expect(asked('2026-09-09', '2026-09-20', '请明确', [ASKED, CORRECTED])).toEqual([once]);
    expect(asked('2026-09-09', '2026-09-20', '请明确', [ASKED])).toEqual([
      ...['STATUS_NOT_FITTING id HANDLING AWAITING_CORRECTION R1', once],
    ]);
    expect(asked('2026-09-09', '2026-09-20', '请明确', [ANSWERED])).toEqual([NOT_HANDLING]);
  });

  it('comes in after it was asked for, also after its day', () => {
    const came = (on: string, facts: readonly ApplicationFact[], note: string | null = null) =>
      lines(correctedRefusals(day(on), note, handled(facts, '2026-10-30')));
    expect(came('2026-09-03', [ASKED])).toEqual([]);
    expect(came('2026-10-30', [ASKED])).toEqual([]);
    expect(came('2026-09-02', [ASKED])).toEqual(['DAY_TOO_EARLY correctedOn 2026-09-03 2026-09-02 R5']);
    expect(came('2026-10-31', [ASKED], 'x'.repeat(5_001))).toEqual([
      ...['VALUE_IN_FUTURE correctedOn 2026-10-30 2026-10-31 R5', 'VALUE_TOO_LONG describes 5000 5001 -'],
    ]);
    expect(came('2026-09-01', [])).toEqual(['STATUS_NOT_FITTING id AWAITING_CORRECTION HANDLING R1']);
  });
});

describe('a consultation', () => {
  const sent = { kind: 'THIRD_PARTY', party: '乙', sentOn: day('2026-09-02'), deliveredOn: null, note: null } as const;
  const consulted = (index: number): ApplicationFact => ({
    ...{ kind: 'CONSULTED', on: day('2026-09-02'), consultation: String(index), party: 'CO_MAKER' },
  });
  const standing = (more: Partial<ConsultationStanding> = {}): ConsultationStanding => ({
    ...{ id: 'a', kind: 'THIRD_PARTY', sentOn: day('2026-09-02'), deliveredOn: null, repliedOn: null, reply: null },
    ...{ isReasonable: false, publicInterestToldOn: null, ...more },
  });

  it('is sent while the application is handled, from receipt or correction on', () => {
    expect(lines(consultingRefusals(sent, handled()))).toEqual([]);
    expect(
      lines(consultingRefusals({ ...sent, sentOn: day('2026-09-01'), deliveredOn: day('2026-09-01') }, handled())),
    ).toEqual([]);
    expect(lines(consultingRefusals({ ...sent, sentOn: day('2026-08-31') }, handled()))).toEqual([
      'DAY_TOO_EARLY sentOn 2026-09-01 2026-08-31 R6',
    ]);
    const early = { ...sent, kind: 'CO_MAKER', sentOn: day('2026-09-07'), deliveredOn: day('2026-09-06') } as const;
    expect(lines(consultingRefusals(early, handled([ASKED, CORRECTED])))).toEqual([
      ...['DAY_TOO_EARLY sentOn 2026-09-08 2026-09-07 R7', 'DAY_TOO_EARLY deliveredOn 2026-09-07 2026-09-06 R7'],
    ]);
    const wrong = { ...sent, party: ' ', note: 'x'.repeat(2_001), deliveredOn: day('2026-09-11') };
    expect(lines(consultingRefusals(wrong, handled([ANSWERED])))).toEqual([
      ...[NOT_HANDLING, 'VALUE_MISSING party party - -', 'VALUE_TOO_LONG note 2000 2001 -'],
      'VALUE_IN_FUTURE deliveredOn 2026-09-10 2026-09-11 R6',
    ]);
  });

  it('is one of fifty at most', () => {
    const all = (count: number) => Array.from({ length: count }, (_, index) => consulted(index));
    expect(lines(consultingRefusals(sent, handled(all(49))))).toEqual([]);
    expect(lines(consultingRefusals(sent, handled(all(50))))).toEqual(['TOO_MANY_VALUES id 50 51 -']);
  });

  it('arrives once, between its sending and its answer', () => {
    const arrived = (on: string, more: Partial<ConsultationStanding> = {}, facts: readonly ApplicationFact[] = []) =>
      lines(deliveryRefusals(day(on), standing(more), handled(facts)));
    expect(arrived('2026-09-02')).toEqual([]);
    expect(arrived('2026-09-01')).toEqual(['DAY_TOO_EARLY deliveredOn 2026-09-02 2026-09-01 R6']);
    expect(arrived('2026-09-04', { repliedOn: day('2026-09-04') })).toEqual([]);
    expect(arrived('2026-09-05', { repliedOn: day('2026-09-04'), kind: 'CO_MAKER' })).toEqual([
      'DAY_TOO_FAR deliveredOn 2026-09-04 2026-09-05 R7',
    ]);
    expect(arrived('2026-09-03', { deliveredOn: day('2026-09-03') }, [ANSWERED])).toEqual([
      ...[NOT_HANDLING, 'STEP_TAKEN_ALREADY consultation CONSULTATION_DELIVERED - R6'],
    ]);
  });

  it('is answered once, after it arrived; a refusal says whether its reason is a good one', () => {
    const given = { repliedOn: day('2026-09-04'), reply: 'REFUSED', isReasonable: false, note: null } as const;
    const answered = (more: object, one: Partial<ConsultationStanding> = {}, facts: readonly ApplicationFact[] = []) =>
      lines(replyRefusals({ ...given, ...more }, standing(one), handled(facts)));
    expect(answered({})).toEqual([]);
    expect(answered({ reply: 'CONSENTED', isReasonable: null })).toEqual([]);
    expect(answered({ isReasonable: null })).toEqual(['VALUE_MISSING isReasonable isReasonable - R6']);
    expect(answered({ repliedOn: day('2026-09-01') })).toEqual(['DAY_TOO_EARLY repliedOn 2026-09-02 2026-09-01 R6']);
    expect(answered({}, { deliveredOn: day('2026-09-05'), kind: 'CO_MAKER' })).toEqual([
      'DAY_TOO_EARLY repliedOn 2026-09-05 2026-09-04 R7',
    ]);
    expect(
      answered({ repliedOn: day('2026-09-11'), note: 'x'.repeat(2_001) }, { repliedOn: day('2026-09-03') }, [ANSWERED]),
    ).toEqual([
      ...[NOT_HANDLING, 'VALUE_IN_FUTURE repliedOn 2026-09-10 2026-09-11 R6', 'VALUE_TOO_LONG note 2000 2001 -'],
      'STEP_TAKEN_ALREADY consultation CONSULTATION_REPLIED - R6',
    ]);
  });

  it('of a third party that refused with good reason ends with telling it of the public interest, once', () => {
    const refused = { repliedOn: day('2026-09-04'), reply: 'REFUSED', isReasonable: true } as const;
    const told = (
      on: string,
      more: Partial<ConsultationStanding>,
      note = '公共利益',
      facts: readonly ApplicationFact[] = [],
    ) => lines(publicInterestRefusals(day(on), note, standing(more), handled(facts)));
    const missing = 'STEP_MISSING consultation THIRD_PARTY REFUSED - R6';
    expect(told('2026-09-04', refused)).toEqual([]);
    expect(told('2026-09-03', refused)).toEqual(['DAY_TOO_EARLY toldOn 2026-09-04 2026-09-03 R6']);
    expect(told('2026-09-04', { ...refused, isReasonable: false })).toEqual([missing]);
    expect(told('2026-09-04', { ...refused, kind: 'CO_MAKER' })).toEqual([missing]);
    expect(told('2026-09-02', {})).toEqual([missing]);
    expect(told('2026-09-01', {})).toEqual(['DAY_TOO_EARLY toldOn 2026-09-02 2026-09-01 R6', missing]);
    expect(told('2026-09-05', { ...refused, publicInterestToldOn: day('2026-09-05') }, '', [ANSWERED])).toEqual([
      ...[NOT_HANDLING, 'VALUE_MISSING note note - -', 'STEP_TAKEN_ALREADY consultation PUBLIC_INTEREST_TOLD - R6'],
    ]);
  });
});

describe('an extension', () => {
  const asked = { days: 20, approvedBy: 'head-1', toldOn: day('2026-09-02'), reason: '案情复杂' };
  const extended = (more: object = {}, facts: readonly ApplicationFact[] = [], today = '2026-10-31') =>
    lines(extensionRefusals({ ...asked, ...more }, 'editor-1', handled(facts, today)));

  it.each<[string, object, string[]]>([
    ['by 20 working days', {}, []],
    ['by one', { days: 1 }, []],
    ['by none', { days: 0 }, ['DAYS_OUT_OF_RANGE days 1–20 0 R4']],
    ['by 21', { days: 21 }, ['DAYS_OUT_OF_RANGE days 1–20 21 R4']],
    ['told on the last day', { toldOn: day('2026-09-29') }, []],
    ['told the day after', { toldOn: day('2026-09-30') }, ['DAY_TOO_FAR toldOn 2026-09-29 2026-09-30 R4']],
    ['told before receipt', { toldOn: day('2026-08-31') }, ['DAY_TOO_EARLY toldOn 2026-09-01 2026-08-31 R4']],
    ['approved by the one who asks', { approvedBy: 'editor-1' }, ['APPROVER_NOT_INDEPENDENT approvedBy - - R4']],
    ['approved by a name', { approvedBy: '王某' }, ['ACCOUNT_MALFORMED approvedBy 1–255 ASCII - -']],
    ['without a reason', { reason: '' }, ['VALUE_MISSING reason note - -']],
  ])('%s', (_what, more, expected) => {
    expect(extended(more)).toEqual(expected);
  });

  it('is granted once, while the application is handled', () => {
    const before: ApplicationFact = { kind: 'EXTENDED', on: day('2026-09-02'), days: 1, approvedBy: 'head-1' };
    expect(extended({}, [before])).toEqual(['STEP_TAKEN_ALREADY id EXTENDED - R4']);
    expect(extended({ toldOn: day('2026-09-30') }, [before])).toEqual(['STEP_TAKEN_ALREADY id EXTENDED - R4']);
    expect(extended({}, [ANSWERED])).toEqual([NOT_HANDLING]);
    expect(extended({ toldOn: day('2026-09-04') }, [ASKED])).toEqual([
      'STATUS_NOT_FITTING id HANDLING AWAITING_CORRECTION R1',
    ]);
    expect(extended({ toldOn: day('2026-09-03') }, [], '2026-09-02')).toEqual([
      'VALUE_IN_FUTURE toldOn 2026-09-02 2026-09-03 R4',
    ]);
  });
});

describe('reasons', () => {
  const ASKED_WHY: ApplicationFact = { kind: 'REASONS_ASKED', on: day('2026-09-03') };
  const GIVEN: ApplicationFact = {
    ...{ kind: 'REASONS_GIVEN', on: day('2026-09-04') },
    isReasonable: true,
    delayedUntil: null,
  };

  it('are asked for once', () => {
    const asked = (on: string, facts: readonly ApplicationFact[] = [], note: string | null = null) =>
      lines(askingReasonsRefusals(day(on), note, handled(facts)));
    expect(asked('2026-09-01')).toEqual([]);
    expect(asked('2026-08-31', [], 'x'.repeat(2_001))).toEqual([
      ...['DAY_TOO_EARLY askedOn 2026-09-01 2026-08-31 R9', 'VALUE_TOO_LONG note 2000 2001 -'],
    ]);
    expect(asked('2026-09-11')).toEqual(['VALUE_IN_FUTURE askedOn 2026-09-10 2026-09-11 R9']);
    expect(asked('2026-09-05', [ASKED_WHY])).toEqual(['STEP_TAKEN_ALREADY id REASONS_ASKED - R9']);
    expect(asked('2026-09-05', [ANSWERED])).toEqual([NOT_HANDLING]);
  });

  it.each<[string, object, readonly ApplicationFact[], string[]]>([
    ['are given once asked for', {}, [ASKED_WHY], []],
    ['are not given unasked', {}, [], ['STEP_MISSING id REASONS_ASKED - R9']],
    ['are given once', {}, [ASKED_WHY, GIVEN], ['STEP_TAKEN_ALREADY id REASONS_GIVEN - R9']],
    [
      'before they were asked for',
      { givenOn: day('2026-09-02') },
      [ASKED_WHY],
      ['DAY_TOO_EARLY givenOn 2026-09-03 2026-09-02 R9'],
    ],
    [
      'in the future',
      { givenOn: day('2026-09-11') },
      [ASKED_WHY],
      ['VALUE_IN_FUTURE givenOn 2026-09-10 2026-09-11 R9'],
    ],
    ['at length', { note: 'x'.repeat(2_001) }, [ASKED_WHY], ['VALUE_TOO_LONG note 2000 2001 -']],
    ['after the answer', {}, [ASKED_WHY, ANSWERED], [NOT_HANDLING]],
    ['may put it off by a day', { delayedUntil: day('2026-09-05') }, [ASKED_WHY], []],
    ['may put it off by a year', { delayedUntil: day('2027-09-05') }, [ASKED_WHY], []],
    [
      'not longer',
      { delayedUntil: day('2027-09-06') },
      [ASKED_WHY],
      ['DAY_TOO_FAR delayedUntil 2027-09-05 2027-09-06 R9'],
    ],
    [
      'not to the same day',
      { delayedUntil: day('2026-09-04') },
      [ASKED_WHY],
      ['DAY_TOO_EARLY delayedUntil 2026-09-05 2026-09-04 R9'],
    ],
    [
      'put off nothing when they are bad',
      { delayedUntil: day('2026-09-05'), isReasonable: false },
      [ASKED_WHY],
      ['STEP_MISSING delayedUntil isReasonable - R9'],
    ],
  ])('%s', (_what, more, facts, expected) => {
    const given = { givenOn: day('2026-09-04'), isReasonable: true, delayedUntil: null, note: null };
    expect(lines(givenReasonsRefusals({ ...given, ...more }, handled(facts)))).toEqual(expected);
  });
});

describe('a fee notice', () => {
  const NOTIFIED: ApplicationFact = { kind: 'FEE_NOTIFIED', on: day('2026-09-03'), payBy: day('2026-10-03') };
  const asked = { basis: 'BY_ITEM', pages: null, notifiedOn: day('2026-09-02') } as const;
  const application = { items: 11, itemsBefore: 0, deliveryForm: null };
  const notified = (more: object = {}, about: object = {}, facts: readonly ApplicationFact[] = []) =>
    lines(feeRefusals({ ...asked, ...more }, { ...application, ...about }, handled(facts)));
  const byPage = (pages: number | null) => ({ basis: 'BY_PAGE', pages });
  const onPaper = { deliveryForm: 'PAPER' };

  it.each<[string, object, object, string[]]>([
    ['for the eleventh item', {}, {}, []],
    ['for the tenth', {}, { items: 10 }, ['FEE_NOT_DUE basis 1–10 - R11,R12,R13']],
    ['for one after ten earlier ones', {}, { items: 1, itemsBefore: 10 }, []],
    ['for one after nine', {}, { items: 1, itemsBefore: 9 }, ['FEE_NOT_DUE basis 1–10 - R11,R12,R13']],
    ['for the thirty-first page', byPage(31), onPaper, []],
    ['posted', byPage(31), { deliveryForm: 'MAIL' }, []],
    ['copied', byPage(31), { deliveryForm: 'COPY' }, []],
    ['for the thirtieth page', byPage(30), onPaper, ['FEE_NOT_DUE basis 1–30 - R11,R12,R13']],
    [
      'for pages of a file',
      byPage(31),
      { deliveryForm: 'ELECTRONIC' },
      ['FEE_BY_PAGE_NOT_FITTING basis PAPER | MAIL | COPY - R13'],
    ],
    ['for pages in no form', byPage(31), {}, ['FEE_BY_PAGE_NOT_FITTING basis PAPER | MAIL | COPY - R13']],
    ['for pages without a number', byPage(null), onPaper, ['VALUE_MISSING pages pages - R13']],
    ['for no pages', byPage(0), onPaper, ['QUANTITY_OUT_OF_RANGE pages 1–100000 0 R13']],
    ['for 100,000 pages', byPage(100_000), onPaper, []],
    ['for more', byPage(100_001), onPaper, ['QUANTITY_OUT_OF_RANGE pages 1–100000 100001 R13']],
    ['before receipt', { notifiedOn: day('2026-08-31') }, {}, ['DAY_TOO_EARLY notifiedOn 2026-09-01 2026-08-31 R15']],
    ['in the future', { notifiedOn: day('2026-09-11') }, {}, ['VALUE_IN_FUTURE notifiedOn 2026-09-10 2026-09-11 R15']],
  ])('%s', (_what, more, about, expected) => {
    expect(notified(more, about)).toEqual(expected);
  });

  it('is sent once, by whichever basis, while the application is handled', () => {
    const twice = ['STEP_TAKEN_ALREADY id FEE_NOTIFIED - R14'];
    expect(notified({}, {}, [NOTIFIED])).toEqual(twice);
    expect(notified(byPage(31), onPaper, [NOTIFIED])).toEqual(twice);
    expect(notified({}, {}, [ANSWERED])).toEqual([NOT_HANDLING]);
  });

  it('is reckoned on the items with those before, or on the pages alone', () => {
    expect(chargedQuantity(asked, { ...application, itemsBefore: 7 })).toEqual({ quantity: 11, before: 7 });
    expect(chargedQuantity({ basis: 'BY_PAGE', pages: 40 }, { ...application, itemsBefore: 7 })).toEqual({
      quantity: 40,
      before: 0,
    });
    expect(chargedQuantity({ basis: 'BY_PAGE', pages: null }, application)).toEqual({ quantity: 0, before: 0 });
  });

  it('is paid once, from its day on, also after the last day to pay', () => {
    const paid = (on: string, facts: readonly ApplicationFact[]) =>
      lines(paymentRefusals(day(on), handled(facts, '2026-10-30')));
    expect(paid('2026-09-03', [NOTIFIED])).toEqual([]);
    expect(paid('2026-10-30', [NOTIFIED])).toEqual([]);
    expect(paid('2026-09-02', [NOTIFIED])).toEqual(['DAY_TOO_EARLY paidOn 2026-09-03 2026-09-02 R15']);
    expect(paid('2026-10-31', [NOTIFIED])).toEqual(['VALUE_IN_FUTURE paidOn 2026-10-30 2026-10-31 R15']);
    expect(paid('2026-09-01', [])).toEqual(['STEP_MISSING id FEE_NOTIFIED - R15']);
    expect(paid('2026-09-05', [NOTIFIED, { kind: 'FEE_PAID', on: day('2026-09-04') }, ANSWERED])).toEqual([
      ...[NOT_HANDLING, 'STEP_TAKEN_ALREADY id FEE_PAID - R15'],
    ]);
  });
});
