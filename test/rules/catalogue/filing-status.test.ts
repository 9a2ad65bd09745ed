import { describe, expect, it } from 'vitest';
import {
  CATALOGUE_STATUSES,
  filingStatusRefusals,
  type CatalogueStatus,
} from '../../../subgraphs/catalogue/rules/filing-status.ts';

const STEPS: readonly [Parameters<typeof filingStatusRefusals>[0], readonly CatalogueStatus[]][] = [
  ['edit', ['DRAFT', 'RETURNED']],
  ['file', ['DRAFT', 'RETURNED']],
  ['discard', ['DRAFT', 'RETURNED']],
  ['decide', ['FILED']],
];
const CASES = STEPS.flatMap(([step, allowed]) => CATALOGUE_STATUSES.map((status) => ({ step, status, allowed })));

describe('the stages of an edition', () => {
  it.each(CASES.filter(({ status, allowed }) => allowed.includes(status)))(
    'let people $step one that is $status',
    ({ step, status }) => {
      expect(filingStatusRefusals(step, status)).toEqual([]);
    },
  );

  it.each(CASES.filter(({ status, allowed }) => !allowed.includes(status)))(
    'do not let people $step one that is $status',
    ({ step, status, allowed }) => {
      const refusal = { code: 'STATUS_NOT_FITTING', path: ['id'], expected: allowed.join(' | '), got: status };
      expect(filingStatusRefusals(step, status)).toEqual([{ ...refusal, rules: ['C10', 'C11'] }]);
    },
  );
});
