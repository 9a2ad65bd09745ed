import { setTimeout as pause } from 'node:timers/promises';
import type { SqlRunner } from '../../../core/sql.ts';
import { covers, regionRange } from '../../../core/region-code.ts';
import { readLanes, type Lane } from '../../../feed/lanes.ts';
import { pulled } from '../../../feed/pulled.ts';
import { answerOf, orRefused } from '../../kit/answer.ts';
import { builder } from '../builder.ts';
import { releaseQuarantine } from '../release-quarantine.ts';
import { LaneType } from './lane.ts';

const REGION = 'Only hubs of this region and those below it, by GB/T 2260 code; all when left out.';

builder.queryField('aggregation', (t) =>
  t.field({
    type: [LaneType],
    args: { region: t.arg.id({ description: REGION }) },
    description:
      'The hubs that this one pulls from (汇聚), and how far each has come, in the order of their regions. Empty for a hub that pulls from none. Fault: BAD_USER_INPUT for a malformed region.',
    resolve: async (_root, { region }, { db }) => lanesOf(db, region ?? null),
  }),
);

builder.subscriptionField('aggregation', (t) =>
  t.field({
    type: LaneType,
    args: { region: t.arg.id({ description: REGION }) },
    description:
      'The same live: first each hub as it stands, then whenever something of it changed, at most once a second. It can not be resumed and need not be: what comes first is all there is.',
    subscribe: (_root, { region }, { db }) => changingLanes(db, region ?? null),
    resolve: ({ lane }) => lane,
  }),
);

const ReleaseQuarantineResult = answerOf(builder, 'ReleaseQuarantineResult', 'Lane', LaneType);

builder.mutationField('releaseQuarantine', (t) =>
  t.field({
    type: ReleaseQuarantineResult,
    args: { region: t.arg.id({ required: true, description: 'The region that names the lane, by GB/T 2260 code.' }) },
    description:
      'Releases a hub from quarantine: everything is compared with it as it is now, and put right here, withdrawals too. Refusals: NOT_FOUND, STATUS_NOT_FITTING. Role: OPERATOR, granted the region.',
    resolve: (_root, { region }, context) => orRefused(releaseQuarantine(region, context)),
  }),
);

async function lanesOf(db: SqlRunner, region: string | null): Promise<Lane[]> {
  const range = region === null ? null : regionRange(region);
  return (await readLanes(db)).filter((lane) => range === null || covers(range, lane.region));
}

const LOOK_MS = 1_000;

/** Each lane as it stands, then as often as it has changed when it is looked at. */
function changingLanes(db: SqlRunner, region: string | null): AsyncIterableIterator<{ kind: 'lane'; lane: Lane }> {
  const seen = new Map<string, string>();
  const stopping = new AbortController();
  let waiting: Lane[] = [];
  let restMs = 0;
  return pulled({
    take: async () => {
      while (waiting.length === 0) {
        await pause(restMs, undefined, { signal: stopping.signal });
        restMs = LOOK_MS;
        waiting = (await lanesOf(db, region)).filter((one) => seen.get(one.region) !== JSON.stringify(one));
        for (const one of waiting) seen.set(one.region, JSON.stringify(one));
      }
      const [lane, ...others] = waiting;
      waiting = others;
      return lane === undefined ? null : { kind: 'lane', lane };
    },
    close: () => {
      stopping.abort();
    },
  });
}
