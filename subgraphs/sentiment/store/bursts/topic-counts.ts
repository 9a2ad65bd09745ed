import { regionRange } from '../../../../core/region-code.ts';
import { DAYS_BEFORE, type TopicCounts } from '../../rules/bursts/burst.ts';
import type { SentimentContext } from '../database.ts';

/** Matters of one topic up to an instant: opinion events, judged or not, and inquiries. */
export interface CountedTopic extends TopicCounts {
  readonly topic: string;
  /** When the first matter of the last 24 hours came up. */
  readonly since: Date;
  /** Of those of the last 24 hours: opinion events … */
  readonly events: number;
  /** … and inquiries. */
  readonly inquiries: number;
}

interface CountedDay {
  readonly topic: string;
  /** 0: the last 24 hours; n: the 24 hours that ended n times 24 hours before. */
  readonly day: number;
  readonly events: number;
  readonly inquiries: number;
  readonly since: Date;
}

/**
 * Topics that came up in the 24 hours up to an instant, in a region and those below it, with how often they did then and
 * in each of the 28 times 24 hours before; one statement.
 *
 * @throws Fault BAD_USER_INPUT for a region code that is none
 */
export async function topicCounts({ db }: SentimentContext, regionCode: string, at: Date): Promise<CountedTopic[]> {
  const range = regionRange(regionCode);
  const from = new Date(at.getTime() - (DAYS_BEFORE + 1) * DAY_MS);
  const days = await db.$queryRaw<CountedDay[]>`
    SELECT topic, floor(extract(epoch FROM ${at}::timestamptz - at) / 86400)::int AS day, min(at) AS since,
           count(*) FILTER (WHERE is_event)::int AS events, count(*) FILTER (WHERE NOT is_event)::int AS inquiries
      FROM (SELECT topic, detected_at AS at, true AS is_event FROM sentiment.opinion_event
             WHERE region_code BETWEEN ${range.from} AND ${range.to} AND detected_at > ${from} AND detected_at <= ${at}
            UNION ALL
            SELECT topic, received_at, false FROM sentiment.inquiry
             WHERE region_code BETWEEN ${range.from} AND ${range.to} AND received_at > ${from} AND received_at <= ${at}
           ) matter
     WHERE topic IS NOT NULL
     GROUP BY topic, day
     ORDER BY topic, day`;
  const ofLastDay = days.filter(({ day }) => day === 0);
  const earlier = new Map(days.map((counted) => [`${String(counted.day)} ${counted.topic}`, matters(counted)]));
  return ofLastDay.map(({ topic, since, events, inquiries }) => ({
    ...{ topic, since, events, inquiries },
    count: events + inquiries,
    before: Array.from({ length: DAYS_BEFORE }, (_none, index) => earlier.get(`${String(index + 1)} ${topic}`) ?? 0),
  }));
}

function matters({ events, inquiries }: CountedDay): number {
  return events + inquiries;
}

const DAY_MS = 86_400_000;
