/** How a reported value is compared with what a metric asks for. */
export const METRIC_OPERATORS = ['AT_LEAST', 'AT_MOST', 'EXACTLY'] as const;
export type MetricOperator = (typeof METRIC_OPERATORS)[number];

/** What of a task can be counted (考核指标): such as sittings that the public attends, at least 1 a year. */
export interface TaskMetric {
  readonly operator: MetricOperator;
  readonly target: number;
}

/**
 * Whether a metric is met.
 *
 * @param value - how far it has come in all; null when nothing was reported, which meets nothing
 * @see rules U1, I6, M6
 */
export function isMetricMet({ operator, target }: TaskMetric, value: number | null): boolean {
  if (value === null) return false;
  switch (operator) {
    case 'AT_LEAST':
      return value >= target;
    case 'AT_MOST':
      return value <= target;
    case 'EXACTLY':
      return value === target;
  }
}

/** What a metric asks for, in signs: `>= 2`. */
export function metricText({ operator, target }: TaskMetric): string {
  return `${SIGNS[operator]} ${String(target)}`;
}

const SIGNS = { AT_LEAST: '>=', AT_MOST: '<=', EXACTLY: '=' } as const;
