import { randomUUID } from 'node:crypto';
import { civilDateOf, toUtcMidnight, yearOf, type CivilDate } from '../../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../../core/refusal.ts';
import {
  normalIdentification,
  officeRefusals,
  receiptRefusals,
  type ApplicantKind,
  type ApplicationRoute,
  type DeliveryForm,
} from '../../rules/application/receipt.ts';
import { calendarForDeadlines } from '../../store/application/calendar.ts';
import { summaryColumns } from '../../store/application/locked-application.ts';
import { nextSequence, registrationNumberOf } from '../../store/application/registration.ts';
import type { DisclosureApplication } from '../../store/application/rows.ts';
import { sealed } from '../../store/application/sealed.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { issuerById } from '../../store/issuers.ts';
import { handlerRefusals, type Office } from './permitted-handler.ts';

export interface ReceiveApplicationInput {
  readonly office: string;
  readonly route: ApplicationRoute;
  readonly receivedOn: CivilDate;
  readonly describes: string;
  readonly documentNumber?: string | null | undefined;
  readonly deliveryForm?: DeliveryForm | null | undefined;
  readonly items?: number | null | undefined;
  readonly applicant: {
    readonly name: string;
    readonly contact: string;
    readonly identification: string;
    readonly kind: ApplicantKind;
  };
}

/**
 * Registers an application for disclosure on request (依申请公开) under the next number of its office, and says until when
 * it is to be answered. Whose it is and what it says is sealed.
 *
 * @throws Refused when not permitted, or for input that rules refuse
 * @see rules R1–R4, R19, C20
 */
export async function receiveApplication(
  input: ReceiveApplicationInput,
  context: DocumentsContext,
): Promise<DisclosureApplication> {
  const { scope, clock, db } = context;
  const now = clock.now();
  const { documentNumber = null, items } = input;
  const wanted = { ...input, documentNumber, items: items ?? 1 };
  const institution = await issuerById(context, input.office);
  const office: Office | null = institution && { officeId: institution.id, regionCode: institution.regionCode };
  const permission = handlerRefusals(scope.viewer, office);
  refuseIfAny([
    ...permission,
    ...receiptRefusals(wanted, civilDateOf(now)),
    ...(institution === null ? [NO_OFFICE] : officeRefusals(institution.kind)),
  ]);
  return db.$transaction(async (tx) => {
    const calendar = await calendarForDeadlines(tx);
    const year = yearOf(input.receivedOn);
    const sequence = await nextSequence(tx, input.office, year);
    const data = {
      ...sealedColumns(wanted, context),
      ...summaryColumns(input.receivedOn, [], calendar),
      ...{ officeId: input.office, regionCode: institution?.regionCode ?? '', year, sequence },
      registrationNumber: registrationNumberOf(year, sequence),
      route: input.route,
      receivedOn: toUtcMidnight(input.receivedOn),
      registeredAt: now,
      registeredBy: scope.viewer?.subject ?? '',
      applicantKind: input.applicant.kind,
      deliveryForm: input.deliveryForm ?? null,
      items: wanted.items,
    };
    return tx.disclosureApplication.create({ data });
  });
}

const NO_OFFICE: Refusal = { code: 'NOT_FOUND', path: ['input', 'office'], expected: 'Institution' };

/** The id, and what only the office reads. */
function sealedColumns(
  { applicant, describes, documentNumber }: ReceiveApplicationInput,
  { sealing }: DocumentsContext,
) {
  const id = randomUUID();
  const { name, contact, identification } = applicant;
  return {
    id,
    applicant: sealed(sealing, ['application.applicant', id], { name, contact, identification }),
    content: sealed(sealing, ['application.content', id], { describes, documentNumber }),
    applicantKey: sealing.digest(normalIdentification(identification)),
  };
}
