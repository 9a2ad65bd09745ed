import type { Viewer } from '../../../../core/viewer.ts';
import { toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import type { Outcome } from '../documents.ts';
import { AUTHORITY, COUNTY, staff, type ServedDocuments } from '../serve-documents.ts';

const DECISION = `... on MajorDecision { id title stage decidedOn document { id } abandonedReason
  consultation { opensOn closesOn shorteningReason channels }
  steps { kind on takenBy } links { id kind title url document { id } }
  assessments { kind conclusion notNeededBecause } legalityReviews { handedInOn opinionOn opinion }
  hearings { heldOn participants } meeting { heldOn publicRepresentatives }
  feedback { dueOn provisional publishedAt standing } }`;
const CATALOGUE = `... on DecisionCatalogue { id year publishedAt decisions { id title } }`;
const REFUSED = '... on Refused { refusals { code path message expected got rules } }';

const TYPES: Readonly<Record<string, string>> = {
  listDecision: 'input: ListDecisionInput!',
  amendListedDecision: 'id: ID!, input: AmendListedDecisionInput!',
  removeListedDecision: 'id: ID!',
  publishDecisionCatalogue: 'id: ID!',
  addDecisionLink: 'id: ID!, input: DecisionLinkInput!',
  removeDecisionLink: 'id: ID!, link: ID!',
  abandonDecision: 'id: ID!, reason: String!',
  openDecisionConsultation: 'id: ID!, input: OpenDecisionConsultationInput!',
  recordDecisionAssessment: 'id: ID!, input: DecisionAssessmentInput!',
  recordDecisionHearing: 'id: ID!, input: DecisionHearingInput!',
  handInForLegalityReview: 'id: ID!, on: Date!',
  recordLegalityOpinion: 'id: ID!, input: LegalityOpinionInput!',
  recordDecisionMeeting: 'id: ID!, input: DecisionMeetingInput!',
  recordDecisionDocument: 'id: ID!, document: ID!',
  publishDecisionFeedback: 'id: ID!, input: DecisionFeedbackInput!',
};

/** Calls a mutation on decisions, as a publisher of the county unless told otherwise. */
export async function change(
  served: ServedDocuments,
  name: string,
  variables: Record<string, unknown>,
  viewer: Viewer | null = staff('PUBLISHER', COUNTY),
): Promise<Outcome & { readonly [field: string]: unknown }> {
  const declared = TYPES[name] ?? '';
  const parameters = declared.split(', ').map((one) => one.split(':')[0] ?? '');
  const types = declared.split(', ').map((one) => `$${one}`);
  const given = parameters.map((one) => `${one}: $${one}`).join(', ');
  const text = `mutation (${types.join(', ')}) { answer: ${name}(${given}) { __typename ${
    /Catalogue$|^remove/.test(name) && name !== 'removeDecisionLink' ? CATALOGUE : DECISION
  } ${REFUSED} } }`;
  const { data, errors } = await served.ask(text, variables, viewer);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as { answer: Outcome }).answer;
}

/** Lists a decision; its id. */
export async function listed(served: ServedDocuments, title: string, input: object = {}): Promise<string> {
  const whole = { issuer: AUTHORITY, year: 2026, title, undertaker: '规划科', ...input };
  const { id, refusals } = await change(served, 'listDecision', { input: whole });
  if (refusals !== undefined) throw new Error(JSON.stringify(refusals));
  return id;
}

/** Publishes the catalogue of the county's authority and a year. */
export async function publishedCatalogue(served: ServedDocuments, year = 2026): Promise<Outcome> {
  const where = { issuerId_year: { issuerId: AUTHORITY, year } };
  const { id } = await served.db.decisionCatalogue.findUniqueOrThrow({ where });
  return change(served, 'publishDecisionCatalogue', { id });
}

/** Puts a link to an address on the page of a decision. */
export function linked(served: ServedDocuments, id: string, kind: string, more: object = {}) {
  const input = { kind, title: `${kind} 链接`, url: `https://www.example.gov.cn/${kind}`, ...more };
  return change(served, 'addDecisionLink', { id, input });
}

/** At noon of a day in Shanghai. */
export function atNoon(served: ServedDocuments, day: string): void {
  served.clock.at = new Date(`${day}T04:00:00.000Z`);
}

/** A consultation that is long enough, from 1 to 30 April 2026. */
export const CONSULTATION = {
  opensOn: '2026-04-01',
  closesOn: '2026-04-30',
  channels: ['GOVERNMENT_WEBSITE', 'SUGGESTION_MAILBOX'],
};

/** A published document of the county that bears a day. */
export async function decisionDocument(served: ServedDocuments, id: string, issuedOn: CivilDate | null) {
  const day = issuedOn === null ? null : toUtcMidnight(issuedOn);
  await served.db.document.create({
    data: {
      id,
      title: `决策文件 ${id}`,
      body: '正文',
      issuerId: AUTHORITY,
      regionCode: COUNTY,
      attribute: 'PROACTIVE',
      isPolicy: true,
      status: 'PUBLISHED',
      issuedOn: day,
      publishedAt: served.clock.at,
      draftedBy: 'test',
      draftedAt: served.clock.at,
    },
  });
}

/** Takes a listed and published decision up to its discussion on 29 May 2026. */
export async function discussed(served: ServedDocuments, id: string, meeting: object = {}): Promise<Outcome> {
  for (const kind of ['DRAFT', 'BACKGROUND']) await linked(served, id, kind);
  atNoon(served, '2026-04-01');
  await change(served, 'openDecisionConsultation', { id, input: CONSULTATION });
  atNoon(served, '2026-06-30');
  for (const kind of ['EXPERTS', 'RISKS']) {
    const input = { kind, on: '2026-05-06', conclusion: '可行' };
    await change(served, 'recordDecisionAssessment', { id, input });
  }
  await change(served, 'handInForLegalityReview', { id, on: '2026-05-11' });
  await change(served, 'recordLegalityOpinion', { id, input: { on: '2026-05-20', opinion: 'LAWFUL' } });
  const numbers = { publicRepresentatives: 3, opinionsVoiced: 2, opinionsAdopted: 1 };
  return change(served, 'recordDecisionMeeting', { id, input: { heldOn: '2026-05-29', ...numbers, ...meeting } });
}

/** A decision as a viewer sees it. */
export async function seen(served: ServedDocuments, id: string, viewer: Viewer | null = null) {
  const text = `query ($id: ID!) { majorDecision(id: $id) { ${DECISION.replace('... on MajorDecision {', '').slice(0, -1)} } }`;
  const { data, errors } = await served.ask(text, { id }, viewer);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as { majorDecision: Record<string, unknown> | null }).majorDecision;
}
