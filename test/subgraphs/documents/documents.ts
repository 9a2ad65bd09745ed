import type { Viewer } from '../../../core/viewer.ts';
import { AUTHORITY, COUNTY, staff, type ServedDocuments } from './serve-documents.ts';

/** What comes of a mutation: the thing, or why it was refused. */
export interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly refusals?: readonly {
    readonly code: string;
    readonly path: readonly string[];
    readonly message: string;
    readonly rules: readonly string[];
  }[];
  readonly [field: string]: unknown;
}

const REFUSED = '... on Refused { refusals { code path message expected got rules } }';
const DOCUMENT = `... on Document { id title attribute status documentNumber ground filedAt publishedAt reviewPasses
  interpretations { id publishedAt } }`;

/** Drafts a document as an editor; `input` overrides what stands here. */
export function drafted(
  served: ServedDocuments,
  input: object = {},
  viewer: Viewer | null = staff('EDITOR'),
): Promise<Outcome> {
  const whole = {
    issuer: AUTHORITY,
    title: '关于做好政务公开工作的通知',
    body: '正文',
    isPolicy: false,
    attribute: 'PROACTIVE',
    ...input,
  };
  return outcome(
    served.ask(
      `mutation ($input: DraftDocumentInput!) { answer: draftDocument(input: $input) { __typename ${DOCUMENT} ${REFUSED} } }`,
      { input: whole },
      viewer,
    ),
  );
}

/** Binds an interpretation to a document as an editor. */
export function bound(
  served: ServedDocuments,
  document: string,
  input: object = {},
  viewer: Viewer | null = staff('EDITOR'),
): Promise<Outcome> {
  const whole = {
    title: '一图读懂',
    body: '图解',
    forms: ['CHART'],
    channels: ['GOVERNMENT_WEBSITE', 'NEW_MEDIA'],
    ...input,
  };
  const text = `mutation ($document: ID!, $input: BindInterpretationInput!) {
    answer: bindInterpretation(document: $document, input: $input) { __typename
      ... on Interpretation { id publishedAt forms channels document { id } } ${REFUSED} } }`;
  return outcome(served.ask(text, { document, input: whole }, viewer));
}

type Step = 'fileWithDisclosureOffice' | 'signReviewPass' | 'publishDocument';

/** Takes a step with a document. */
export function step(served: ServedDocuments, name: Step, id: string, viewer: Viewer | null): Promise<Outcome> {
  const text = `mutation ($id: ID!) { answer: ${name}(id: $id) { __typename ${DOCUMENT} ${REFUSED} } }`;
  return outcome(served.ask(text, { id }, viewer));
}

/** Signs all three passes, each by another reviewer. */
export async function reviewed(served: ServedDocuments, id: string): Promise<Outcome[]> {
  const signed: Outcome[] = [];
  for (const account of ['reviewer-a', 'reviewer-b', 'reviewer-c']) {
    signed.push(await step(served, 'signReviewPass', id, staff('REVIEWER', COUNTY, account)));
  }
  return signed;
}

/** Publishes as a publisher of the county. */
export function published(served: ServedDocuments, id: string, viewer: Viewer | null = staff('PUBLISHER', COUNTY)) {
  return step(served, 'publishDocument', id, viewer);
}

/** Drafts, interprets, reviews and publishes a policy document. */
export async function publishedPolicy(served: ServedDocuments, input: object = {}): Promise<Outcome> {
  const { id } = await drafted(served, { isPolicy: true, ...input });
  await bound(served, id);
  await reviewed(served, id);
  return published(served, id);
}

/** Withdraws as a publisher. */
export function withdrawn(
  served: ServedDocuments,
  id: string,
  note = '印发有误',
  viewer: Viewer | null = staff('PUBLISHER'),
): Promise<Outcome> {
  const text = `mutation ($id: ID!, $note: String!) {
    answer: withdrawDocument(id: $id, reason: PUBLISHED_IN_ERROR, note: $note) { __typename
      ... on Document { id status withdrawalReason withdrawnAt } ${REFUSED} } }`;
  return outcome(served.ask(text, { id, note }, viewer));
}

async function outcome(asked: Promise<{ data?: unknown; errors?: unknown }>): Promise<Outcome> {
  const { data, errors } = await asked;
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as { answer: Outcome }).answer;
}

/** The codes of a refusal. */
export function codesOf({ refusals }: Outcome): readonly string[] | undefined {
  return refusals?.map(({ code }) => code);
}
