import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import {
  declarationRefusals,
  type ValidityDeclaration,
} from '../../../../subgraphs/documents/rules/validity/declaration.ts';

const TODAY = civilDate('2026-11-23');
const DECLARED: ValidityDeclaration = {
  validity: 'REPEALED',
  basis: { text: '省政府决定', document: null },
  note: '省政府宣布废止',
  isCorrection: false,
  isProlonged: false,
  expiresOn: null,
};
const PUBLIC = { status: 'PUBLISHED', validity: 'IN_FORCE' } as const;
const refusals = (declared: Partial<ValidityDeclaration>, of: Parameters<typeof declarationRefusals>[1] = PUBLIC) =>
  declarationRefusals({ ...DECLARED, ...declared }, of, TODAY);

describe('a declaration of validity', () => {
  it('is taken with a basis in words or in a document', () => {
    expect(refusals({})).toEqual([]);
    expect(refusals({ basis: { text: null, document: 'a' } })).toEqual([]);
  });

  it.each([
    { text: null, document: null },
    { text: '决定', document: 'a' },
  ])('needs exactly one basis', (basis) => {
    expect(refusals({ basis })).toEqual([{ code: 'ONE_OF_NEEDED', path: ['basis'], expected: 'text | document' }]);
  });

  it('needs words where they are asked for', () => {
    expect(refusals({ basis: { text: ' ', document: null }, note: '' })).toEqual([
      { code: 'VALUE_MISSING', path: ['basis', 'text'], expected: 'note' },
      { code: 'VALUE_MISSING', path: ['note'], expected: 'note' },
    ]);
  });

  it('prolongs a document that holds, and no other', () => {
    const longer = { validity: 'IN_FORCE', isProlonged: true, expiresOn: civilDate('2031-12-31') } as const;
    expect(refusals(longer)).toEqual([]);
    expect(refusals({ ...longer, isProlonged: false })).toMatchObject([{ code: 'VALIDITY_NOT_FITTING' }]);
    const expired = { status: 'PUBLISHED', validity: 'EXPIRED' } as const;
    const stillExpired = { ...longer, validity: 'EXPIRED', expiresOn: civilDate('2026-11-22') } as const;
    expect(refusals(stillExpired, expired)).toMatchObject([{ code: 'VALIDITY_NOT_FITTING' }]);
  });

  it.each([
    ['2026-11-22', 0],
    ['2026-11-23', 1],
  ])('says that a document expired whose last day is %s: %i refusals', (day, count) => {
    const refusal = { code: 'VALUE_IN_FUTURE', path: ['expiresOn'], expected: TODAY, got: day, rules: ['D17'] };
    expect(refusals({ validity: 'EXPIRED', expiresOn: civilDate(day) })).toEqual(Array(count).fill(refusal));
  });

  it('is of what is public', () => {
    expect(refusals({}, { status: 'APPROVED', validity: 'REPEALED' })).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'PUBLISHED', got: 'APPROVED' },
    ]);
  });

  it('is refused for a change that does not come about, beside all else', () => {
    const expected = 'IN_FORCE | AMENDED | EXPIRED';
    expect(refusals({ note: '' }, { status: 'PUBLISHED', validity: 'REPEALED' })).toEqual([
      { code: 'VALIDITY_NOT_FITTING', path: ['id'], expected, got: 'REPEALED', rules: ['D17'] },
      { code: 'VALUE_MISSING', path: ['note'], expected: 'note' },
    ]);
    const odd = { basis: { text: '定'.repeat(1_001), document: null }, note: '注'.repeat(1_001) };
    expect(refusals(odd, { status: 'DRAFT', validity: 'IN_FORCE' })).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'PUBLISHED', got: 'DRAFT' },
      { code: 'VALUE_TOO_LONG', path: ['basis', 'text'], expected: '1000', got: '1001' },
      { code: 'VALUE_TOO_LONG', path: ['note'], expected: '1000', got: '1001' },
    ]);
  });

  it.each([
    ['2026-11-22', false],
    ['2026-11-23', true],
    ['2026-11-24', true],
  ])('lets a document hold again until %s: %s', (day, isTaken) => {
    const expiresOn = civilDate(day);
    const back = { validity: 'IN_FORCE', isCorrection: true, expiresOn } as const;
    const late = { code: 'DAY_IN_PAST', path: ['expiresOn'], expected: TODAY, got: day, rules: ['D17'] };
    expect(refusals(back, { status: 'PUBLISHED', validity: 'EXPIRED' })).toEqual(isTaken ? [] : [late]);
    expect(refusals({ expiresOn })).toEqual([]);
  });
});
