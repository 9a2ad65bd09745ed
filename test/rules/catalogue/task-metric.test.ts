import { describe, expect, it } from 'vitest';
import { isMetricMet, metricText } from '../../../subgraphs/catalogue/rules/task-metric.ts';

describe('a metric', () => {
  it.each([
    ['AT_LEAST', 2, 1, false],
    ['AT_LEAST', 2, 2, true],
    ['AT_LEAST', 2, 3, true],
    ['AT_MOST', 5, 5, true],
    ['AT_MOST', 5, 5.0001, false],
    ['EXACTLY', 8, 8, true],
    ['EXACTLY', 8, 9, false],
    ['AT_MOST', 5, null, false],
  ] as const)('%s %s is met by %s: %s', (operator, target, value, isMet) => {
    expect(isMetricMet({ operator, target }, value)).toBe(isMet);
  });

  it.each([
    ['AT_LEAST', '>= 2'],
    ['AT_MOST', '<= 2'],
    ['EXACTLY', '= 2'],
  ] as const)('%s is written %s', (operator, text) => {
    expect(metricText({ operator, target: 2 })).toBe(text);
  });
});
