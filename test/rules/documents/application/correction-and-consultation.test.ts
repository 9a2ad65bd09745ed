import { describe, expect, it } from 'vitest';
import {
  consultingRefusals,
  deliveryRefusals,
  publicInterestRefusals,
  replyRefusals,
} from '../../../../subgraphs/documents/rules/application/consulting.ts';
import { correctedRefusals, correctionRefusals } from '../../../../subgraphs/documents/rules/application/correction.ts';
import type { ApplicationFact } from '../../../../subgraphs/documents/rules/application/facts.ts';
import type { ConsultationStanding } from '../../../../subgraphs/documents/rules/application/standing.ts';
import { ANSWERED, day, handled, lines, NOT_HANDLING } from './calendar.ts';

const ASKED: ApplicationFact = { kind: 'CORRECTION_ASKED', on: day('2026-09-03'), correctBy: day('2026-09-20') };
const CORRECTED: ApplicationFact = { kind: 'CORRECTED', on: day('2026-09-08') };

type Asked = [askedOn: string, correctBy: string, what?: string, facts?: readonly ApplicationFact[], today?: string];

describe('a correction', () => {
  const asked = (...[askedOn, correctBy, what = '请明确', facts = [], today = '2026-09-14']: Asked) =>
    lines(correctionRefusals({ askedOn: day(askedOn), correctBy: day(correctBy), what }, handled(facts, today)));

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
