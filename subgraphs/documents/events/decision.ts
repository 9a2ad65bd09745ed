import type { ChangeKind, Json, NewEntry } from '../../../core/change.ts';
import { fromUtcMidnight } from '../../../core/civil-date.ts';
import type {
  DecisionCatalogue,
  DecisionLink,
  DecisionMeeting,
  DecisionStep,
  MajorDecision,
} from '../../../prisma/generated/documents/client/client.ts';

/** A decision as the public may see it. */
export interface PublicDecision extends MajorDecision {
  readonly catalogue: DecisionCatalogue;
  readonly steps: readonly DecisionStep[];
  readonly meeting: DecisionMeeting | null;
  /** In the order of the page; only those that the public can follow. */
  readonly links: readonly DecisionLink[];
}

/** The log's entry of a yearly catalogue of decisions. */
export function decisionCatalogueChanged(
  kind: Exclude<ChangeKind, 'WITHDRAWN'>,
  catalogue: DecisionCatalogue,
  { decisions, occurredAt }: { readonly decisions: readonly string[]; readonly occurredAt: Date },
): NewEntry {
  const { id, issuerId, regionCode, year, publishedAt, isSample } = catalogue;
  return {
    kind,
    subject: 'DECISION_CATALOGUE',
    subjectId: id,
    occurredAt,
    regionCode,
    publisherId: issuerId,
    payload: {
      issuer: issuerId,
      region: regionCode,
      year,
      publishedAt: publishedAt?.toISOString() ?? null,
      decisions,
      isSample,
    },
  };
}

/** The log's entry of a decision on its way: its whole page, and nothing that is for staff. */
export function majorDecisionChanged(
  kind: Exclude<ChangeKind, 'WITHDRAWN'>,
  decision: PublicDecision,
  occurredAt: Date,
): NewEntry {
  const { id, issuerId, regionCode } = decision;
  return {
    kind,
    subject: 'MAJOR_DECISION',
    subjectId: id,
    occurredAt,
    regionCode,
    publisherId: issuerId,
    payload: pageOf(decision),
  };
}

function pageOf(decision: PublicDecision) {
  const { catalogue } = decision;
  return {
    catalogue: catalogue.id,
    issuer: decision.issuerId,
    region: decision.regionCode,
    year: catalogue.year,
    title: decision.title,
    undertaker: decision.undertaker,
    plannedFor: decision.plannedFor,
    stage: decision.stage,
    consultation: consultationOf(decision),
    meeting: meetingOf(decision.meeting),
    decidedOn: dayOf(decision.decidedOn),
    document: decision.documentId,
    feedbackDueOn: dayOf(decision.feedbackDueOn),
    isFeedbackDueProvisional: decision.isFeedbackDueProvisional,
    feedback: feedbackOf(decision),
    abandonedReason: decision.abandonedReason,
    steps: decision.steps.map((step) => ({ kind: step.kind, on: dayOf(step.on) })),
    links: decision.links.map(({ kind, title, url, documentId }) => ({ kind, title, url, document: documentId })),
    isSample: decision.isSample,
  };
}

function consultationOf(decision: MajorDecision): Json {
  const { consultationOpensOn: opensOn, consultationClosesOn: closesOn, shorteningReason } = decision;
  if (opensOn === null) return null;
  const channels = decision.consultationChannels;
  return { opensOn: dayOf(opensOn), closesOn: dayOf(closesOn), shorteningReason, channels };
}

function meetingOf(meeting: DecisionMeeting | null): Json {
  if (meeting === null) return null;
  const { heldOn, publicRepresentatives, opinionsVoiced, opinionsAdopted } = meeting;
  return { heldOn: dayOf(heldOn), publicRepresentatives, opinionsVoiced, opinionsAdopted };
}

function feedbackOf(decision: MajorDecision): Json {
  const { feedbackPublishedAt, opinionsCollected, opinionsAdopted, notAdoptedReasons } = decision;
  if (feedbackPublishedAt === null) return null;
  return { publishedAt: feedbackPublishedAt.toISOString(), opinionsCollected, opinionsAdopted, notAdoptedReasons };
}

function dayOf(date: Date | null): string | null {
  return date === null ? null : fromUtcMidnight(date);
}
