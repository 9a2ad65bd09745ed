import { describe, expect, it } from 'vitest';
import {
  DECISION_MEASURES,
  meetsTarget,
  totalCounts,
  type DecisionCounts,
} from '../../../../subgraphs/documents/rules/decision/performance.ts';

describe('decisions of issuers taken together', () => {
  const counts = (by: number) =>
    Object.fromEntries(DECISION_MEASURES.map((measure, index) => [measure, index * by])) as DecisionCounts;

  it('are the sum by measure', () => {
    expect(totalCounts([{ counts: counts(1) }, { counts: counts(10) }])).toEqual(counts(11));
  });

  it('are nothing of nobody, every measure once', () => {
    expect(totalCounts([])).toEqual(counts(0));
    expect(DECISION_MEASURES).toHaveLength(10);
  });
});

describe('meetings with the public', () => {
  it.each([
    [0, null, null],
    [2, 3, false],
    [3, 3, true],
    [4, 3, true],
    [0, 0, true],
  ])('%s of a target of %s reach it: %s', (meetingsAttended, meetingsTarget, reached) => {
    expect(meetsTarget({ meetingsAttended, meetingsTarget })).toBe(reached);
  });
});
