import type { NewEntry } from '../../../core/change.ts';
import type { Viewer } from '../../../core/viewer.ts';
import { staff, type ServedSentiment } from './serve-sentiment.ts';

/** A county of 晋城 and its health authority, as the log tells of it. */
export const COUNTY = '140521';
export const AUTHORITY: NewEntry = {
  kind: 'PUBLISHED',
  subject: 'INSTITUTION',
  subjectId: 'authority-140521',
  occurredAt: new Date('2026-11-01T00:00:00.000Z'),
  regionCode: COUNTY,
  publisherId: null,
  payload: { name: '沁水县卫生健康和体育局', kind: 'HEALTH_AUTHORITY', region: COUNTY },
};

/** What comes of an opinion event or of why there is none. */
export interface Outcome {
  readonly id: string;
  readonly refusals?: readonly { readonly code: string; readonly path: readonly string[]; readonly message: string }[];
  readonly [field: string]: unknown;
}

const REFUSED = '... on Refused { refusals { code path message expected got rules } }';

/** Records an event as an editor; `input` overrides what stands here. */
export async function recorded(
  served: ServedSentiment,
  input: object = {},
  viewer: Viewer | null = staff('EDITOR'),
): Promise<Outcome> {
  const text = `mutation ($input: RecordOpinionEventInput!) { recordOpinionEvent(input: $input) { __typename
    ... on OpinionEvent { id title severity status detectedAt responseDueAt verificationDueAt
      deadlines { kind dueAt rules working } } ${REFUSED} } }`;
  const whole = {
    region: COUNTY,
    title: '就诊排队时间长',
    source: 'HOTLINE_12345',
    detectedAt: '2026-11-23T01:30:00.000Z',
    severity: 'ORDINARY',
    ...input,
  };
  return outcome(await served.ask(text, { input: whole }, viewer), 'recordOpinionEvent');
}

/** Answers an event as a publisher. */
export async function responded(served: ServedSentiment, id: string, input: object = {}, viewer = staff('PUBLISHER')) {
  const text = `mutation ($id: ID!, $input: RespondInput!) { respondToOpinionEvent(id: $id, input: $input) { __typename
    ... on OpinionEvent { id status respondedAt isOverdue responses { id publishedAt channels } } ${REFUSED} } }`;
  const whole = { body: '已核实并整改。', channels: ['GOVERNMENT_WEBSITE', 'NEW_MEDIA'], ...input };
  return outcome(await served.ask(text, { id, input: whole }, viewer), 'respondToOpinionEvent');
}

/** Closes an event as a publisher. */
export async function closed(served: ServedSentiment, id: string, viewer = staff('PUBLISHER')): Promise<Outcome> {
  const text = `mutation ($id: ID!) { closeOpinionEvent(id: $id) { __typename ... on OpinionEvent { id status } ${REFUSED} } }`;
  return outcome(await served.ask(text, { id }, viewer), 'closeOpinionEvent');
}

/** Checks the outcome of an event as a reviewer. */
export async function verified(
  served: ServedSentiment,
  id: string,
  input: object = {},
  viewer = staff('REVIEWER'),
): Promise<Outcome> {
  return acted(served, 'verifyOpinionEvent', { id, input: { isSatisfactory: true, ...input } }, viewer);
}

const INPUTS: Readonly<Record<string, string>> = {
  detectOpinionEvent: '($input: DetectOpinionEventInput!)',
  judgeOpinionEvent: '($id: ID!, $input: JudgeOpinionEventInput!)',
  assignOpinionEvent: '($id: ID!, $input: AssignOpinionEventInput!)',
  superviseOpinionEvent: '($id: ID!, $input: SuperviseOpinionEventInput!)',
  respondToOpinionEvent: '($id: ID!, $input: RespondInput!)',
  reportFindings: '($id: ID!, $input: ReportFindingsInput!)',
  verifyOpinionEvent: '($id: ID!, $input: VerifyOpinionEventInput!)',
  closeOpinionEvent: '($id: ID!)',
  recordRumour: '($event: ID!, $claim: String!)',
  evaluateResponse: '($event: ID!, $input: EvaluateResponseInput!)',
  holdToAccount: '($event: ID!, $input: HoldToAccountInput!)',
};

/** Calls any mutation of an event by its name, as a publisher when nobody is named; the event's state, or why not. */
export async function acted(
  served: ServedSentiment,
  mutation: string,
  variables: Record<string, unknown>,
  viewer: Viewer | null = staff('PUBLISHER'),
): Promise<Outcome> {
  const declared = INPUTS[mutation] ?? '';
  const args = declared.replace(/\$(\w+): [^,)]+/g, '$1: $$$1');
  const text = `mutation ${declared} { ${mutation}${args} { __typename ... on OpinionEvent { id status stage } ${REFUSED} } }`;
  return outcome(await served.ask(text, variables, viewer), mutation);
}

/** Fields of an event, as the public or someone of the staff reads them; null when it is not there for them. */
export async function shown(
  served: ServedSentiment,
  id: string,
  fields: string,
  viewer: Viewer | null = null,
): Promise<Record<string, unknown> | null> {
  const result = await served.ask(`query ($id: ID!) { opinionEvent(id: $id) { ${fields} } }`, { id }, viewer);
  if (result.errors !== undefined) throw new Error(JSON.stringify(result.errors));
  return (result.data as { opinionEvent: Record<string, unknown> | null }).opinionEvent;
}

function outcome(result: { data?: unknown; errors?: unknown }, field: string): Outcome {
  if (result.errors !== undefined) throw new Error(JSON.stringify(result.errors));
  return (result.data as Record<string, Outcome>)[field] as Outcome;
}

/** The codes of a refusal. */
export function codesOf({ refusals }: Outcome): readonly string[] | undefined {
  return refusals?.map(({ code }) => code);
}
