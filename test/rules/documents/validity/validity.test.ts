import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import {
  holds,
  transitionRefusals,
  VALIDITIES,
  validityOn,
  type Validity,
} from '../../../../subgraphs/documents/rules/validity/validity.ts';

const refused = (expected: string, got: Validity) => [
  { code: 'VALIDITY_NOT_FITTING', path: ['id'], expected, got, rules: ['D17'] },
];

describe('the validity of a document', () => {
  it('is one of four', () => {
    expect(VALIDITIES).toEqual(['IN_FORCE', 'AMENDED', 'REPEALED', 'EXPIRED']);
  });

  it('is one that holds, as written or as amended', () => {
    expect(VALIDITIES.filter(holds)).toEqual(['IN_FORCE', 'AMENDED']);
  });

  it.each<[Validity, string | null, Validity]>([
    ['IN_FORCE', '2026-11-22', 'EXPIRED'],
    ['IN_FORCE', '2026-11-23', 'IN_FORCE'],
    ['IN_FORCE', '2026-11-24', 'IN_FORCE'],
    ['IN_FORCE', null, 'IN_FORCE'],
    ['AMENDED', '2026-11-22', 'EXPIRED'],
    ['AMENDED', '2026-11-23', 'AMENDED'],
    ['REPEALED', '2026-11-22', 'REPEALED'],
    ['EXPIRED', '2026-12-01', 'EXPIRED'],
  ])('that was %s until %s is on 2026-11-23 %s', (validity, expiresOn, expected) => {
    const lastDay = expiresOn === null ? null : civilDate(expiresOn);
    expect(validityOn(validity, lastDay, civilDate('2026-11-23'))).toBe(expected);
  });

  const onward: readonly (readonly [Validity, Validity])[] = [
    ['IN_FORCE', 'AMENDED'],
    ['IN_FORCE', 'REPEALED'],
    ['IN_FORCE', 'EXPIRED'],
    ['AMENDED', 'AMENDED'],
    ['AMENDED', 'REPEALED'],
    ['AMENDED', 'EXPIRED'],
    ['EXPIRED', 'REPEALED'],
  ];

  it.each(VALIDITIES.flatMap((from) => VALIDITIES.map((to) => [from, to] as const)))(
    'goes from %s to %s only where the law of documents lets it, or by a correction',
    (from, to) => {
      const isOnward = onward.some(([one, other]) => one === from && other === to);
      expect(transitionRefusals({ from, to, isCorrection: false }, ['id']).length).toBe(isOnward ? 0 : 1);
      expect(transitionRefusals({ from, to, isCorrection: true }, ['id']).length).toBe(from === to ? 1 : 0);
    },
  );

  it('says what it would have had to be before', () => {
    expect(transitionRefusals({ from: 'REPEALED', to: 'AMENDED', isCorrection: false }, ['id'])).toEqual(
      refused('IN_FORCE | AMENDED', 'REPEALED'),
    );
    expect(transitionRefusals({ from: 'REPEALED', to: 'IN_FORCE', isCorrection: false }, ['id'])).toEqual(
      refused('isCorrection: true', 'REPEALED'),
    );
    expect(transitionRefusals({ from: 'REPEALED', to: 'REPEALED', isCorrection: true }, ['id'])).toEqual(
      refused('IN_FORCE | AMENDED | EXPIRED', 'REPEALED'),
    );
  });
});
