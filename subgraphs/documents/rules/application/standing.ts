import type { CivilDate } from '../../../../core/civil-date.ts';
import type { ApplicationFact, ApplicationStage, ConsultationKind, ConsultationReply } from './facts.ts';
import type { ApplicationResult } from './result.ts';

/** One consultation, as its facts have it. */
export interface ConsultationStanding {
  readonly id: string;
  readonly kind: ConsultationKind;
  readonly sentOn: CivilDate;
  /** When it reached the one asked; null while that is not known. */
  readonly deliveredOn: CivilDate | null;
  readonly repliedOn: CivilDate | null;
  readonly reply: ConsultationReply | null;
  readonly isReasonable: boolean;
  /** When a third party that refused was told in writing that the public interest prevails. */
  readonly publicInterestToldOn: CivilDate | null;
}

/** What the facts of an application come to; each member null until it happened. */
export interface Standing {
  readonly stage: ApplicationStage;
  readonly correction: {
    readonly askedOn: CivilDate;
    readonly correctBy: CivilDate;
    readonly correctedOn: CivilDate | null;
  } | null;
  readonly consultations: readonly ConsultationStanding[];
  readonly extension: { readonly toldOn: CivilDate; readonly days: number; readonly approvedBy: string } | null;
  readonly reasons: {
    readonly askedOn: CivilDate;
    readonly givenOn: CivilDate | null;
    readonly isReasonable: boolean;
    readonly delayedUntil: CivilDate | null;
  } | null;
  readonly fee: {
    readonly notifiedOn: CivilDate;
    readonly payBy: CivilDate;
    readonly paidOn: CivilDate | null;
  } | null;
  readonly answer: { readonly on: CivilDate; readonly result: ApplicationResult } | null;
  readonly archivedOn: CivilDate | null;
}

const REGISTERED: Standing = {
  stage: 'HANDLING',
  correction: null,
  consultations: [],
  extension: null,
  reasons: null,
  fee: null,
  answer: null,
  archivedOn: null,
};

/** What facts come to, in the order in which they were recorded. */
export function standingOf(facts: readonly ApplicationFact[]): Standing {
  return facts.reduce(after, REGISTERED);
}

/** What an application comes to once one more thing happened to it. */
function after(standing: Standing, fact: ApplicationFact): Standing {
  const { on } = fact;
  const { correction, reasons, fee } = standing;
  switch (fact.kind) {
    case 'CORRECTION_ASKED':
      return {
        ...standing,
        stage: 'AWAITING_CORRECTION',
        correction: { askedOn: on, correctBy: fact.correctBy, correctedOn: null },
      };
    case 'CORRECTED':
      return { ...standing, stage: 'HANDLING', correction: correction && { ...correction, correctedOn: on } };
    case 'EXTENDED':
      return { ...standing, extension: { toldOn: on, days: fact.days, approvedBy: fact.approvedBy } };
    case 'REASONS_ASKED':
      return { ...standing, reasons: { askedOn: on, givenOn: null, isReasonable: false, delayedUntil: null } };
    case 'REASONS_GIVEN': {
      const { isReasonable, delayedUntil } = fact;
      return { ...standing, reasons: reasons && { ...reasons, givenOn: on, isReasonable, delayedUntil } };
    }
    case 'FEE_NOTIFIED':
      return { ...standing, fee: { notifiedOn: on, payBy: fact.payBy, paidOn: null } };
    case 'FEE_PAID':
      return { ...standing, fee: fee && { ...fee, paidOn: on } };
    case 'ANSWERED':
      return { ...standing, stage: 'ANSWERED', answer: { on, result: fact.result } };
    case 'ARCHIVED':
      return { ...standing, stage: 'ARCHIVED', archivedOn: on };
    default:
      return { ...standing, consultations: consultationsAfter(standing.consultations, fact) };
  }
}

type ConsultationFact = Extract<ApplicationFact, { readonly consultation: string }>;

function consultationsAfter(
  consultations: readonly ConsultationStanding[],
  fact: ConsultationFact,
): readonly ConsultationStanding[] {
  if (fact.kind !== 'CONSULTED') {
    return consultations.map((one) => (one.id === fact.consultation ? { ...one, ...changeBy(fact) } : one));
  }
  const opened: ConsultationStanding = {
    id: fact.consultation,
    kind: fact.party,
    sentOn: fact.on,
    deliveredOn: null,
    repliedOn: null,
    reply: null,
    isReasonable: false,
    publicInterestToldOn: null,
  };
  return [...consultations, opened];
}

function changeBy(fact: Exclude<ConsultationFact, { kind: 'CONSULTED' }>): Partial<ConsultationStanding> {
  switch (fact.kind) {
    case 'CONSULTATION_DELIVERED':
      return { deliveredOn: fact.on };
    case 'CONSULTATION_REPLIED':
      return { repliedOn: fact.on, reply: fact.reply, isReasonable: fact.isReasonable };
    case 'PUBLIC_INTEREST_TOLD':
      return { publicInterestToldOn: fact.on };
  }
}
