import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../core/civil-date.ts';
import {
  CONSULTATION_DAYS,
  consultationRefusals,
  type ConsultationInput,
} from '../../../subgraphs/documents/rules/document-consultation.ts';

const TODAY = civilDate('2026-11-23');
const HEARD: ConsultationInput = {
  opensOn: civilDate('2026-10-01'),
  closesOn: civilDate('2026-10-30'),
  shorteningReason: null,
  heardFrom: '医药行业协会及三家企业',
};
const found = (more: Partial<ConsultationInput>, isEnterpriseRelated = true) =>
  consultationRefusals({ ...HEARD, ...more }, isEnterpriseRelated, TODAY);

describe('a public consultation', () => {
  it('lasts thirty days, the first and the last counted', () => {
    expect(CONSULTATION_DAYS).toBe(30);
    expect(found({})).toEqual([]);
    expect(found({ closesOn: civilDate('2026-10-29') })).toEqual([
      { code: 'CONSULTATION_TOO_SHORT', path: ['input', 'closesOn'], expected: '30', got: '29', rules: ['D21', 'M2'] },
    ]);
  });

  it('may be shorter when it told why', () => {
    expect(found({ closesOn: civilDate('2026-10-01'), shorteningReason: '疫情处置急需' })).toEqual([]);
  });

  it('does not end before it begins', () => {
    expect(found({ closesOn: civilDate('2026-09-30') })).toEqual([
      { code: 'DAY_TOO_EARLY', path: ['input', 'closesOn'], expected: '2026-10-01', got: '2026-09-30', rules: ['M2'] },
    ]);
  });

  it('is recorded once it is over', () => {
    expect(found({ closesOn: TODAY })).toEqual([]);
    expect(found({ closesOn: civilDate('2026-11-24') })).toEqual([
      { code: 'VALUE_IN_FUTURE', path: ['input', 'closesOn'], expected: '2026-11-23', got: '2026-11-24' },
    ]);
  });

  it('hears enterprises when it concerns them', () => {
    expect(found({ heardFrom: null })).toEqual([
      { code: 'VALUE_MISSING', path: ['input', 'heardFrom'], expected: 'heardFrom', rules: ['D21'] },
    ]);
    expect(found({ heardFrom: null }, false)).toEqual([]);
  });

  it('is refused for every reason at once', () => {
    const all = found({ closesOn: civilDate('2026-11-24'), opensOn: civilDate('2026-11-23'), heardFrom: null });
    expect(all.map(({ code }) => code)).toEqual(['VALUE_IN_FUTURE', 'CONSULTATION_TOO_SHORT', 'VALUE_MISSING']);
    const texts = found({ shorteningReason: ' ', heardFrom: '字'.repeat(1_001) });
    expect(texts).toEqual([
      { code: 'VALUE_MISSING', path: ['input', 'shorteningReason'], expected: 'shorteningReason' },
      { code: 'VALUE_TOO_LONG', path: ['input', 'heardFrom'], expected: '1000', got: '1001' },
    ]);
  });
});
