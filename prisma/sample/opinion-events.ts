import { addDays, civilDate } from '../../core/civil-date.ts';
import { itemIdsOf } from './catalogues.ts';
import { instant } from './instant.ts';
import { bureauOf, COUNTIES, type County } from './institutions.ts';
import { opinionTopics, type OpinionTopic } from './opinion-topics.ts';
import { drawsOf, type Draw } from './random.ts';
import { sampleId } from './sample-id.ts';
import type { SampleOpinionEvent, SampleOpinionResponse } from './shapes.ts';

const FIRST_DAY = civilDate('2026-03-02');
/** The last event of the sample is detected so many days later, before the end of October 2026. */
const DAYS = 236;

const HOUR_MS = 3_600_000;

/** Within how many hours each severity must be answered (rules P1, P3). */
const RESPONSE_HOURS = { EMERGENCY: 5, MAJOR: 24, ORDINARY: 48 } as const;

/** A few dozen made-up events over the counties of 晋城市, in the order of their detection. */
export function opinionEvents(): readonly SampleOpinionEvent[] {
  const events = COUNTIES.flatMap((county) => {
    const draw = drawsOf(`opinion events of ${county.code}`);
    return opinionTopics.filter(() => draw.chance(85)).map((topic) => eventOf(county, topic, draw));
  });
  return events.sort((first, second) => first.detectedAt.getTime() - second.detectedAt.getTime());
}

function eventOf(county: County, topic: OpinionTopic, draw: Draw): SampleOpinionEvent {
  const name = `${county.code} ${topic.key}`;
  const detectedAt = instant(addDays(FIRST_DAY, draw.below(DAYS)), 420 + draw.below(840));
  const status = draw.of(['OPEN', 'RESPONDED', 'RESPONDED', 'CLOSED', 'CLOSED'] as const);
  const responses = status === 'OPEN' ? [] : responsesOf({ name, county, topic, detectedAt }, draw);
  const last = responses.at(-1);
  return {
    id: sampleId('opinion event', name),
    regionCode: county.code,
    title: `${topic.title.replaceAll('{place}', county.name)}（样例）`,
    summary: topic.summary,
    source: topic.source,
    severity: topic.severity,
    status,
    detectedAt,
    verificationAsked: topic.summary.includes('核实'),
    responsibleId: bureauOf(county).id,
    closedAt: status === 'CLOSED' && last !== undefined ? later(last.publishedAt, 24 + draw.below(72)) : null,
    recordedBy: 'editor-1',
    recordedAt: later(detectedAt, 1),
    isSample: true,
    responses,
  };
}

interface Raised {
  readonly name: string;
  readonly county: County;
  readonly topic: OpinionTopic;
  readonly detectedAt: Date;
}

/** One answer, mostly in time; now and then a second one that follows it up. */
function responsesOf({ name, county, topic, detectedAt }: Raised, draw: Draw): SampleOpinionResponse[] {
  const due = RESPONSE_HOURS[topic.severity];
  const hours = draw.chance(75) ? 2 + draw.below(due - 2) : due + 1 + draw.below(40);
  const first = later(detectedAt, hours);
  const response = (number: number, publishedAt: Date, body: string): SampleOpinionResponse => ({
    id: sampleId('opinion response', `${name} ${number}`),
    body: `样例回应：${body}`,
    channels: [
      ...draw.of([['GOVERNMENT_WEBSITE'], ['GOVERNMENT_WEBSITE', 'NEW_MEDIA']] as const),
      // A grave event is briefed on (rule P2).
      ...(topic.severity === 'EMERGENCY' ? (['PRESS_CONFERENCE_OR_HEARING'] as const) : []),
    ],
    publishedAt,
    respondedBy: 'publisher-1',
    catalogueItemIds: itemIdsOf(county.code, topic.items),
    isSample: true,
  });
  const answers = [response(1, first, topic.answer)];
  if (draw.chance(20)) answers.push(response(2, later(first, 48), '后续处理已经完成，感谢关注。'));
  return answers;
}

function later(from: Date, hours: number): Date {
  return new Date(from.getTime() + hours * HOUR_MS);
}
