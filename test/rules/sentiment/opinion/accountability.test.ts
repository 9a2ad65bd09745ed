import { describe, expect, it } from 'vitest';
import { accountabilityRefusals } from '../../../../subgraphs/sentiment/rules/opinion/accountability.ts';

const GOOD = { handledWell: true, answeredFittingly: true, reportedInTime: true, hadNegativeInfluence: false };

describe('an office is held to account', () => {
  it.each(['handledWell', 'answeredFittingly', 'reportedInTime'] as const)(
    'for a fault with great negative influence: not %s',
    (fault) => {
      expect(accountabilityRefusals({ ...GOOD, [fault]: false, hadNegativeInfluence: true })).toEqual([]);
    },
  );

  it.each([
    ['without an evaluation', null, 1],
    ['without fault and influence', GOOD, 2],
    ['for a fault without influence', { ...GOOD, handledWell: false }, 1],
    ['for influence without a fault', { ...GOOD, hadNegativeInfluence: true }, 1],
  ])('not %s', (_why, effect, reasons) => {
    const refusals = accountabilityRefusals(effect);
    expect(refusals.map(({ code, rules }) => [code, rules])).toEqual(
      Array.from({ length: reasons }, () => ['ACCOUNTABILITY_UNFOUNDED', ['P6']]),
    );
  });
});
