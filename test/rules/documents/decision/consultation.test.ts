import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import {
  CONSULTATION_DAYS,
  consultationDays,
  consultationRefusals,
  DECISION_CHANNELS,
  type ConsultationInput,
} from '../../../../subgraphs/documents/rules/decision/consultation.ts';

const READY = { stage: 'LISTED', isPublic: true, readable: ['DRAFT', 'BACKGROUND'] } as const;
const TODAY = civilDate('2026-04-01');
const INPUT: ConsultationInput = {
  opensOn: civilDate('2026-04-01'),
  closesOn: civilDate('2026-04-30'),
  channels: ['GOVERNMENT_WEBSITE', 'NEW_MEDIA'],
};
const refused = (input: Partial<Record<keyof ConsultationInput, unknown>>, decision: object = {}) =>
  consultationRefusals({ ...READY, ...decision }, { ...INPUT, ...input } as ConsultationInput, TODAY);
const SHORT = (got: string) => ({
  code: 'CONSULTATION_TOO_SHORT',
  path: ['input', 'closesOn'],
  expected: '30',
  got,
  rules: ['M2'],
});

describe('a consultation of the public', () => {
  it('has thirty days with its first and last', () => {
    expect(CONSULTATION_DAYS).toBe(30);
    expect(consultationDays(INPUT)).toBe(30);
    expect(consultationDays({ opensOn: TODAY, closesOn: TODAY })).toBe(1);
    expect(DECISION_CHANNELS).toHaveLength(8);
  });

  it.each([
    ['of 30 days', {}, []],
    ['of 29 days', { closesOn: '2026-04-29' }, [SHORT('29')]],
    ['of 29 days with a reason that says nothing', { closesOn: '2026-04-29', shorteningReason: ' ' }, [SHORT('29')]],
    ['of 29 days with a reason told as it opens', { closesOn: '2026-04-29', shorteningReason: '疫情处置' }, []],
    [
      'of 29 days with a reason told after it opened',
      { opensOn: '2026-03-31', closesOn: '2026-04-28', shorteningReason: '疫情处置' },
      [
        {
          code: 'DAY_IN_PAST',
          path: ['input', 'opensOn'],
          expected: '2026-04-01',
          got: '2026-03-31',
          rules: ['M2'],
        },
      ],
    ],
    ['of 30 days that opened before', { opensOn: '2026-03-31', closesOn: '2026-04-29' }, []],
    [
      'that closes before it opens',
      { closesOn: '2026-03-31' },
      [
        {
          code: 'DAY_TOO_EARLY',
          path: ['input', 'closesOn'],
          expected: '2026-04-01',
          got: '2026-03-31',
          rules: ['M2'],
        },
      ],
    ],
    ['that closes the day it opens', { closesOn: '2026-04-01' }, [SHORT('1')]],
    ['that closes as far ahead as it may', { closesOn: '2027-04-02' }, []],
    [
      'that closes too far ahead',
      { closesOn: '2027-04-03' },
      [{ code: 'DAY_TOO_FAR', path: ['input', 'closesOn'], expected: '2027-04-02', got: '2027-04-03' }],
    ],
    [
      'with too long a reason',
      { shorteningReason: '疫'.repeat(1_001) },
      [{ code: 'VALUE_TOO_LONG', path: ['input', 'shorteningReason'], expected: '1000', got: '1001' }],
    ],
  ])('%s', (_case, input, refusals) => {
    expect(refused(input)).toEqual(refusals);
  });

  const path = ['input', 'channels'];
  const website = {
    code: 'CONSULTATION_CHANNEL_MISSING',
    path,
    expected: 'GOVERNMENT_WEBSITE',
    rules: ['M7'],
  };
  const besides = {
    code: 'CONSULTATION_CHANNEL_MISSING',
    path,
    expected: 'SUGGESTION_MAILBOX | NEW_MEDIA',
    rules: ['M7'],
  };
  it.each([
    [['GOVERNMENT_WEBSITE', 'SUGGESTION_MAILBOX'], []],
    [['GOVERNMENT_WEBSITE', 'HEARING'], [besides]],
    [['SUGGESTION_MAILBOX', 'NEW_MEDIA'], [website]],
    [[], [website, besides]],
  ])('on %j', (channels, refusals) => {
    expect(refused({ channels })).toEqual(refusals);
  });

  it.each([
    [['DRAFT'], ['BACKGROUND']],
    [['BACKGROUND'], ['DRAFT']],
    [
      ['CONSULTATION', 'ADOPTION'],
      ['DRAFT', 'BACKGROUND'],
    ],
  ])('with %j to read lacks %j', (readable, missing) => {
    expect(refused({}, { readable })).toEqual(
      missing.map((expected) => ({ code: 'DECISION_MATERIAL_MISSING', path: ['id'], expected, rules: ['M1'] })),
    );
  });

  it('opens once, under a published catalogue', () => {
    expect(refused({}, { stage: 'CONSULTATION', isPublic: false })).toEqual([
      { code: 'CATALOGUE_NOT_PUBLISHED', path: ['id'], rules: ['M1'] },
      { code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'LISTED', got: 'CONSULTATION', rules: ['M1'] },
    ]);
  });
});
