import type { Viewer } from '../../../core/viewer.ts';
import { AUTHORITY, COUNTY, type Outcome } from './events.ts';
import { staff, type ServedSentiment } from './serve-sentiment.ts';

const ANSWER = `__typename ... on KnowledgeAnswer { id version question answer topic isSpecialResponse reviewOn isDueForReview
  publishedAt revisedAt withdrawnAt maskedInQuestion { kind at length } maskedInAnswer { kind at length } }
  ... on Refused { refusals { code path message } }`;

/** What a test hands in; `input` overrides what stands here. */
function whole(input: object) {
  return {
    office: AUTHORITY.subjectId,
    question: '儿童疫苗在哪里接种？',
    answer: '请到户籍所在地的接种门诊，咨询电话：0356-2023456。',
    topic: '疫苗接种',
    ...input,
  };
}

/** Publishes an answer as a publisher. */
export async function publishedAnswer(
  served: ServedSentiment,
  input: object = {},
  viewer: Viewer | null = staff('PUBLISHER'),
): Promise<Outcome> {
  const text = `mutation ($input: PublishKnowledgeAnswerInput!) { publishKnowledgeAnswer(input: $input) { ${ANSWER} } }`;
  return outcome(
    await served.ask(text, { input: whole({ region: COUNTY, ...input }) }, viewer),
    'publishKnowledgeAnswer',
  );
}

/** Revises an answer as a publisher. */
export async function revisedAnswer(
  served: ServedSentiment,
  id: string,
  input: object = {},
  viewer: Viewer | null = staff('PUBLISHER'),
): Promise<Outcome> {
  const text = `mutation ($id: ID!, $input: ReviseKnowledgeAnswerInput!) { reviseKnowledgeAnswer(id: $id, input: $input) { ${ANSWER} } }`;
  return outcome(await served.ask(text, { id, input: whole(input) }, viewer), 'reviseKnowledgeAnswer');
}

/** Withdraws an answer as a publisher. */
export async function withdrawnAnswer(
  served: ServedSentiment,
  id: string,
  viewer: Viewer | null = staff('PUBLISHER'),
): Promise<Outcome> {
  const text = `mutation ($id: ID!) { withdrawKnowledgeAnswer(id: $id, reason: PUBLISHED_IN_ERROR) { ${ANSWER} } }`;
  return outcome(await served.ask(text, { id }, viewer), 'withdrawKnowledgeAnswer');
}

function outcome(result: { data?: unknown; errors?: unknown }, field: string): Outcome {
  if (result.errors !== undefined) throw new Error(JSON.stringify(result.errors));
  return (result.data as Record<string, Outcome>)[field] as Outcome;
}
