import { countyAt, startAggregator } from '../../../aggregator/index.ts';
import { systemClock } from '../../../core/clock.ts';
import { openGround } from '../../../subgraphs/index.ts';

/** A city in a process of its own, to be killed: pulls from the counties that its arguments name, `REGION=URL`. */
const [dataFolder = '', databaseUrl = '', ...counties] = process.argv.slice(2);
const ground = await openGround({ dataFolder, databaseUrl, hub: '140500', clock: systemClock });
const sources = await Promise.all(
  counties.map((named) => {
    const [region = '', url = ''] = named.split('=');
    return countyAt(url, '140500', { region, name: region, token: null });
  }),
);
startAggregator({ ...ground, clock: systemClock }, sources, {
  ...{ proofMs: 1_000, firstRetryMs: 50, longestRetryMs: 200, releaseMs: 50 },
});
console.log('pulling');
