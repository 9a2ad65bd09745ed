export { pullOnce, startAggregator, type RunningAggregator } from './aggregator.ts';
export { countiesIn } from './counties-file.ts';
export { countyAt } from './county-at.ts';
export type { County } from './counties.ts';
