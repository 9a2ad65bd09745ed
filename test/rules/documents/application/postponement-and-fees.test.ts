import { describe, expect, it } from 'vitest';
import {
  chargedQuantity,
  feeRefusals,
  paymentRefusals,
} from '../../../../subgraphs/documents/rules/application/charging.ts';
import type { ApplicationFact } from '../../../../subgraphs/documents/rules/application/facts.ts';
import {
  askingReasonsRefusals,
  extensionRefusals,
  givenReasonsRefusals,
} from '../../../../subgraphs/documents/rules/application/postponement.ts';
import { ANSWERED, day, handled, lines, NOT_HANDLING } from './calendar.ts';

const ASKED: ApplicationFact = { kind: 'CORRECTION_ASKED', on: day('2026-09-03'), correctBy: day('2026-09-20') };

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
    ['may put it off by a day', { delayedUntil: day('2026-09-30') }, [ASKED_WHY], []],
    [
      'not to its present last day, which changes nothing',
      { delayedUntil: day('2026-09-29') },
      [ASKED_WHY],
      ['DAY_TOO_EARLY delayedUntil 2026-09-30 2026-09-29 R9'],
    ],
    ['may put it off by a year', { delayedUntil: day('2027-09-05') }, [ASKED_WHY], []],
    [
      'not longer',
      { delayedUntil: day('2027-09-06') },
      [ASKED_WHY],
      ['DAY_TOO_FAR delayedUntil 2027-09-05 2027-09-06 R9'],
    ],
    [
      'not to before it',
      { delayedUntil: day('2026-09-05') },
      [ASKED_WHY],
      ['DAY_TOO_EARLY delayedUntil 2026-09-30 2026-09-05 R9'],
    ],
    [
      'nor to the day of the reasons when there is no last day',
      { delayedUntil: day('2026-09-04') },
      [ASKED_WHY, ASKED],
      ['STATUS_NOT_FITTING id HANDLING AWAITING_CORRECTION R1', 'DAY_TOO_EARLY delayedUntil 2026-09-05 2026-09-04 R9'],
    ],
    ['may be bad', { isReasonable: false }, [ASKED_WHY], []],
    [
      'put off nothing when they are bad',
      { delayedUntil: day('2026-09-30'), isReasonable: false },
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
    ['for one page', byPage(1), onPaper, ['FEE_NOT_DUE basis 1–30 - R11,R12,R13']],
    ['for 100,000 pages', byPage(100_000), onPaper, []],
    ['for more', byPage(100_001), onPaper, ['QUANTITY_OUT_OF_RANGE pages 1–100000 100001 R13']],
    ['before receipt', { notifiedOn: day('2026-08-31') }, {}, ['DAY_TOO_EARLY notifiedOn 2026-09-01 2026-08-31 R15']],
    ['in the future', { notifiedOn: day('2026-09-11') }, {}, ['VALUE_IN_FUTURE notifiedOn 2026-09-10 2026-09-11 R15']],
  ])('%s', (_what, more, about, expected) => {
    expect(notified(more, about)).toEqual(expected);
  });

  it('is sent by the last day for the answer', () => {
    const on = (notifiedOn: string, facts: readonly ApplicationFact[] = []) =>
      lines(feeRefusals({ ...asked, notifiedOn: day(notifiedOn) }, application, handled(facts, '2026-10-30')));
    expect(on('2026-09-29')).toEqual([]);
    expect(on('2026-09-30')).toEqual(['DAY_TOO_FAR notifiedOn 2026-09-29 2026-09-30 R4,R15']);
    expect(on('2026-10-30', [ASKED])).toEqual(['STATUS_NOT_FITTING id HANDLING AWAITING_CORRECTION R1']);
  });

  it('says that reasons came late, from the day on which they came', () => {
    const late = { givenOn: day('2026-10-08'), isReasonable: true, note: null };
    const why: ApplicationFact = { kind: 'REASONS_ASKED', on: day('2026-09-03') };
    const until = (delayedUntil: string) =>
      lines(givenReasonsRefusals({ ...late, delayedUntil: day(delayedUntil) }, handled([why], '2026-10-30')));
    expect(until('2026-10-09')).toEqual([]);
    expect(until('2026-10-08')).toEqual(['DAY_TOO_EARLY delayedUntil 2026-10-09 2026-10-08 R9']);
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
