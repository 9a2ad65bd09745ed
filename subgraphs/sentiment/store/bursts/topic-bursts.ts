import { requireStaffOf } from '../../../kit/staff.ts';
import { regionRange } from '../../../../core/region-code.ts';
import { burstOf, type Burst } from '../../rules/bursts/burst.ts';
import type { SentimentContext } from '../database.ts';
import { topicCounts, type CountedTopic } from './topic-counts.ts';

/** A topic that runs at several times its usual rate. */
export interface TopicBurst extends Burst, Omit<CountedTopic, keyof Burst | 'before'> {
  readonly regionCode: string;
}

/**
 * The bursts in a region and those below it, in the 24 hours up to an instant: the least probable first.
 *
 * @throws Fault UNAUTHENTICATED or FORBIDDEN for others than staff of the region, BAD_USER_INPUT for a region code that is none
 */
export async function topicBursts(
  context: SentimentContext,
  { region, at }: { readonly region: string; readonly at: Date | null },
): Promise<TopicBurst[]> {
  regionRange(region);
  requireStaffOf(context.scope.viewer, region);
  const counted = await topicCounts(context, region, at ?? context.clock.now());
  const bursts = counted.flatMap(({ before, count, ...topic }) => {
    const burst = burstOf({ count, before });
    return burst === null ? [] : [{ ...topic, ...burst, regionCode: region }];
  });
  return bursts.sort((one, other) => one.probability - other.probability || one.topic.localeCompare(other.topic));
}
