import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../../core/refusal.ts';
import {
  consultationOutcome,
  consultationLimit,
} from '../../../../subgraphs/documents/rules/application/consultation.ts';
import { proactiveReviewRefusals } from '../../../../subgraphs/documents/rules/application/proactive-review.ts';
import {
  normalIdentification,
  officeRefusals,
  receiptEvent,
  receiptRefusals,
} from '../../../../subgraphs/documents/rules/application/receipt.ts';
import {
  complainedOfRefusals,
  complaintRefusals,
  decisionRefusals,
  informationCorrectionRefusals,
} from '../../../../subgraphs/documents/rules/application/redress.ts';
import { isGranting, APPLICATION_RESULTS } from '../../../../subgraphs/documents/rules/application/result.ts';
import { purgeDay } from '../../../../core/purge-day.ts';
import type { ConsultationStanding } from '../../../../subgraphs/documents/rules/application/standing.ts';
import { CALENDAR, day } from './calendar.ts';

const lines = (refusals: readonly Refusal[]) =>
  refusals.map(({ code, path, expected, got, rules }) =>
    [code, path.join('.'), expected ?? '-', got ?? '-', rules?.join() ?? '-'].join(' '),
  );
const TODAY = day('2026-11-23');

describe('an application that comes in', () => {
  const whole = {
    ...{ receivedOn: TODAY, describes: '支出明细', documentNumber: null, items: 1 },
    applicant: { name: '甲', contact: '乙', identification: '丙' },
  };
  const at = 'input.applicant';

  it.each<[string, object, string[]]>([
    ['today', {}, []],
    ['a year ago', { receivedOn: day('2025-11-22') }, []],
    ['longer ago', { receivedOn: day('2025-11-21') }, ['DAY_TOO_EARLY input.receivedOn 2025-11-22 2025-11-21 R3']],
    ['tomorrow', { receivedOn: day('2026-11-24') }, ['VALUE_IN_FUTURE input.receivedOn 2026-11-23 2026-11-24 R3']],
    ['for nothing', { describes: ' \n' }, ['VALUE_MISSING input.describes describes - R2']],
    ['at length', { describes: '长'.repeat(5_001) }, ['VALUE_TOO_LONG input.describes 5000 5001 R2']],
    ['just short enough', { describes: '𠀀'.repeat(5_000), documentNumber: 'x'.repeat(200) }, []],
    ['with a long number', { documentNumber: 'x'.repeat(201) }, ['VALUE_TOO_LONG input.documentNumber 200 201 R2']],
    ['for a thousand items', { items: 1_000 }, []],
    ['for more', { items: 1_001 }, ['QUANTITY_OUT_OF_RANGE input.items 1–1000 1001 R14']],
    ['for none', { items: 0 }, ['QUANTITY_OUT_OF_RANGE input.items 1–1000 0 R14']],
    [
      'from nobody',
      { applicant: { name: '', contact: ' ', identification: '\t' } },
      [
        `VALUE_MISSING ${at}.name name - R2`,
        `VALUE_MISSING ${at}.contact contact - R2`,
        `VALUE_MISSING ${at}.identification identification - R2`,
      ],
    ],
    [
      'from someone with long names',
      { applicant: { name: 'x'.repeat(201), contact: 'x'.repeat(501), identification: 'x'.repeat(201) } },
      [
        `VALUE_TOO_LONG ${at}.name 200 201 R2`,
        `VALUE_TOO_LONG ${at}.contact 500 501 R2`,
        `VALUE_TOO_LONG ${at}.identification 200 201 R2`,
      ],
    ],
  ])('%s', (_what, more, expected) => {
    expect(lines(receiptRefusals({ ...whole, ...more }, TODAY))).toEqual(expected);
  });

  it('comes to a health authority only', () => {
    expect(officeRefusals('HEALTH_AUTHORITY')).toEqual([]);
    expect(officeRefusals('HOSPITAL', ['office'])).toMatchObject([{ path: ['office'] }]);
    expect(lines(officeRefusals('HOSPITAL'))).toEqual([
      'OFFICE_TAKES_NO_APPLICATIONS input.office HEALTH_AUTHORITY HOSPITAL C20',
    ]);
  });

  it('is received by what its route says', () => {
    expect((['IN_PERSON', 'SIGNED_MAIL', 'ORDINARY_MAIL', 'INTERNET_OR_FAX'] as const).map(receiptEvent)).toEqual([
      ...['HANDED_IN', 'SIGNED_FOR', 'CONFIRMED_ON_ARRIVAL', 'CONFIRMED_BY_BOTH'],
    ]);
  });

  it.each([
    ['140521 1990-0101 001x', '14052119900101001X'],
    ['１４０５', '1405'],
    ['a—b–c‐d', 'ABCD'],
    ['91110000MA', '91110000MA'],
  ])('identifies by %j as by %j', (typed, normal) => {
    expect(normalIdentification(typed)).toBe(normal);
  });
});

describe('a consultation', () => {
  const one: ConsultationStanding = {
    ...{ id: 'a', kind: 'THIRD_PARTY', sentOn: day('2026-11-02'), deliveredOn: day('2026-11-03'), repliedOn: null },
    ...{ reply: null, isReasonable: false, publicInterestToldOn: null },
  };
  it('has 15 working days from when it arrived, or was sent while that is not known', () => {
    expect(consultationLimit(one, CALENDAR)).toEqual({ on: '2026-11-24', provisional: false });
    expect(consultationLimit({ ...one, deliveredOn: null }, CALENDAR).on).toBe('2026-11-23');
    expect(consultationLimit({ ...one, deliveredOn: day('2026-12-20') }, CALENDAR).provisional).toBe(true);
  });

  it.each<[string, Partial<ConsultationStanding>, string, string]>([
    ['OPEN', {}, '2026-11-24', 'on its last day'],
    ['LEFT_TO_THE_AGENCY', {}, '2026-11-25', 'the day after'],
    ['DEEMED_CONSENT', { kind: 'CO_MAKER' }, '2026-11-25', 'the day after, of another agency'],
    ['OPEN', { deliveredOn: null }, '2026-12-25', 'while it is not known to have arrived'],
    ['CONSENTED', { reply: 'CONSENTED', repliedOn: day('2026-11-24') }, '2026-12-25', 'by an answer on the last day'],
    ['LEFT_TO_THE_AGENCY', { reply: 'CONSENTED', repliedOn: day('2026-11-25') }, '2026-12-25', 'by one after it'],
    [
      'REFUSED',
      { reply: 'REFUSED', isReasonable: true, repliedOn: day('2026-11-05') },
      '2026-11-05',
      'by a good reason',
    ],
    ['REFUSED_WITHOUT_GOOD_REASON', { reply: 'REFUSED', repliedOn: day('2026-11-05') }, '2026-11-05', 'by a bad one'],
    [
      'CONSENTED',
      { reply: 'CONSENTED', deliveredOn: null, repliedOn: day('2026-12-20') },
      '2026-12-25',
      'by any answer to one of unknown arrival',
    ],
  ])('is %s %s', (outcome, more, on) => {
    expect(consultationOutcome({ ...one, ...more }, CALENDAR, day(on))).toBe(outcome);
  });
});

describe('a complaint or a request to correct', () => {
  const complaint = { receivedOn: TODAY, name: '甲', contact: '乙', describes: '丙' };
  const correction = { ...complaint, identification: '丁', evidence: '戊' };
  it('lacks nothing', () => {
    expect(complaintRefusals(complaint, TODAY)).toEqual([]);
    expect(informationCorrectionRefusals(correction, TODAY)).toEqual([]);
    const none = {
      receivedOn: day('2025-11-21'),
      name: '',
      contact: '',
      describes: '',
      identification: '',
      evidence: '',
    };
    const common = (rule: string) => [
      `DAY_TOO_EARLY input.receivedOn 2025-11-22 2025-11-21 ${rule}`,
      'VALUE_MISSING input.name name - -',
      'VALUE_MISSING input.contact contact - -',
    ];
    expect(lines(complaintRefusals(none, TODAY))).toEqual([
      ...common('C20'),
      'VALUE_MISSING input.describes describes - -',
    ]);
    expect(lines(informationCorrectionRefusals(none, TODAY))).toEqual([
      ...[...common('R18'), 'VALUE_MISSING input.identification identification - -'],
      ...['VALUE_MISSING input.describes describes - -', 'VALUE_MISSING input.evidence evidence - -'],
    ]);
    expect(complaintRefusals({ ...complaint, receivedOn: day('2025-11-22') }, TODAY)).toEqual([]);
  });

  it('concerns a public institution', () => {
    expect(complainedOfRefusals('HOSPITAL')).toEqual([]);
    expect(lines(complainedOfRefusals('HEALTH_AUTHORITY'))).toEqual([
      'INSTITUTION_TAKES_APPLICATIONS input.institution - HEALTH_AUTHORITY C20',
    ]);
  });

  it('is decided once, from its receipt on, with words', () => {
    const open = { receivedOn: day('2026-11-02'), outcome: null };
    const decided = (
      decidedOn: string,
      note: string,
      about: { receivedOn: typeof TODAY; outcome: string | null } = open,
    ) => lines(decisionRefusals(about, { decidedOn: day(decidedOn), note }, TODAY, ['C20']));
    expect(decided('2026-11-02', '已办')).toEqual([]);
    expect(decided('2026-11-01', '')).toEqual([
      ...['DAY_TOO_EARLY decidedOn 2026-11-02 2026-11-01 C20', 'VALUE_MISSING note note - -'],
    ]);
    expect(decided('2026-11-24', '已办', { ...open, outcome: 'OTHER' })).toEqual([
      ...['STATUS_NOT_FITTING id OPEN OTHER C20', 'VALUE_IN_FUTURE decidedOn 2026-11-23 2026-11-24 C20'],
    ]);
  });
});

describe('a review of what was given', () => {
  it.each<[string, Parameters<typeof proactiveReviewRefusals>, string[]]>([
    [
      'is decided',
      [{ decided: null, documentStatus: 'APPROVED', documentAttribute: 'ON_REQUEST' }, 'PROACTIVE', '多人申请'],
      [],
    ],
    [
      'without a document too',
      [{ decided: null, documentStatus: null, documentAttribute: null }, 'PROACTIVE', '多人申请'],
      [],
    ],
    [
      'with words',
      [{ decided: null, documentStatus: null, documentAttribute: null }, 'REMAINS', ' '],
      ['VALUE_MISSING note note - -'],
    ],
    [
      'once',
      [{ decided: 'REMAINS', documentStatus: null, documentAttribute: null }, 'PROACTIVE', '再议'],
      ['STATUS_NOT_FITTING id OPEN REMAINS D9'],
    ],
    [
      'not to disclose what was withdrawn',
      [{ decided: null, documentStatus: 'WITHDRAWN', documentAttribute: 'ON_REQUEST' }, 'PROACTIVE', '多人申请'],
      ['STATUS_NOT_FITTING decision DRAFT | IN_REVIEW | APPROVED | PUBLISHED WITHDRAWN D9'],
    ],
    [
      'to leave on request what is proactive already',
      [{ decided: null, documentStatus: 'APPROVED', documentAttribute: 'PROACTIVE' }, 'REMAINS', '照旧'],
      ['STATUS_NOT_FITTING decision ON_REQUEST | WITHHELD PROACTIVE D9'],
    ],
    [
      'to disclose what is proactive already',
      [{ decided: null, documentStatus: 'APPROVED', documentAttribute: 'PROACTIVE' }, 'PROACTIVE', '公开'],
      [],
    ],
    [
      'to leave as it is what was withdrawn',
      [{ decided: null, documentStatus: 'WITHDRAWN', documentAttribute: 'ON_REQUEST' }, 'REMAINS', '撤回'],
      [],
    ],
  ])('%s', (_what, args, expected) => {
    expect(lines(proactiveReviewRefusals(...args))).toEqual(expected);
  });

  it('follows on two results', () => {
    expect(APPLICATION_RESULTS.filter(isGranting)).toEqual(['GRANTED', 'PARTLY_GRANTED']);
  });
});

describe('what is personal', () => {
  it.each([
    ['2026-11-23', 3, '2029-11-23'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2024-02-29', 1, '2025-03-01'],
    ['2026-12-31', 100, '2126-12-31'],
  ])('of a file closed on %s is kept for %i years, to %s', (closed, years, expected) => {
    expect(purgeDay(day(closed), years)).toBe(expected);
  });
});
