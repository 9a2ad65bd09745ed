import { randomInt, randomUUID } from 'node:crypto';
import { civilDateOf } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import { transact } from '../../../kit/transact.ts';
import { maskedLine } from '../../rules/inquiry/masked-line.ts';
import { makeReceipt } from '../../rules/inquiry/receipt.ts';
import { normalContact, receivingRefusals, type ReceivedInquiry } from '../../rules/inquiry/receiving.ts';
import { leftOut } from '../../rules/inquiry/texts.ts';
import { limitAtReceipt, startedLimit } from '../../rules/inquiry/time-limits.ts';
import type { SentimentContext, Transaction } from '../../store/database.ts';
import { calendarForClocks } from '../../store/inquiry/locked-inquiry.ts';
import type { Inquiry, InquiryKind, InquiryRoute } from '../../store/inquiry/rows.ts';
import { sealed, sealedIfAny } from '../../store/inquiry/sealed.ts';
import { addInquirySteps, type NewInquiryStep } from '../../store/inquiry/steps.ts';
import { MatterClocks } from '../alarms/matter-clocks.ts';
import { unknownInstitution } from '../opinion/known-institution.ts';
import { HANDLING, OFFICE } from './take-inquiry-step.ts';

export interface ReceiveInquiryInput {
  readonly region: string;
  readonly route: InquiryRoute;
  readonly kind: InquiryKind;
  readonly isSimple?: boolean | null | undefined;
  readonly topic?: string | null | undefined;
  readonly title: string;
  readonly body: string;
  readonly name?: string | null | undefined;
  readonly contact?: string | null | undefined;
  readonly office?: string | null | undefined;
  /** Now when left out. */
  readonly receivedAt?: Date | null | undefined;
}

/**
 * Records an inquiry (留言、咨询、来电、信访), gives it a receipt and sets its first clock. What was asked and by whom is
 * sealed; the title and the topic are kept with personal data masked.
 *
 * @throws Refused when not permitted, or for input that rules refuse
 * @see rules P7–P11
 */
export async function receiveInquiry(input: ReceiveInquiryInput, context: SentimentContext): Promise<Inquiry> {
  const { viewer } = context.scope;
  const { office = null } = input;
  const asked = context.clock.now();
  const received = receivedOf(input, asked);
  refuseIfAny([
    ...permissionRefusals(viewer, HANDLING, input.region),
    ...receivingRefusals(received, asked),
    ...(await unknownInstitution(context.db, OFFICE, office)),
  ]);
  return transact<Transaction, Inquiry>(context, async (tx, record) => {
    const calendar = await calendarForClocks(tx);
    const now = context.clock.now();
    const { regionCode, officeId, ...columns } = columnsOf(input, received, context);
    const inquiry = await tx.inquiry.create({
      data: { ...columns, regionCode, officeId, recordedBy: viewer?.subject ?? '' },
    });
    const inquiryId = inquiry.id;
    const steps = firstSteps(inquiry, now);
    await addInquirySteps(tx, { inquiryId, taken: 0, sealing: context.sealing }, steps);
    const looking = { tx, record, now, alarmDistances: context.handling.alarmDistances };
    const clocks = await MatterClocks.of({ inquiryId }, looking);
    const limit = limitAtReceipt(received.kind, received.isSimple);
    await clocks.start([startedLimit(limit, received.receivedAt, calendar)], { regionCode, officeId });
    return inquiry;
  });
}

function receivedOf({ isSimple, receivedAt, ...input }: ReceiveInquiryInput, now: Date): ReceivedInquiry {
  const { region, kind, title, body } = input;
  return {
    ...{ region, kind, title, body },
    isSimple: isSimple ?? false,
    topic: leftOut(input.topic),
    name: leftOut(input.name),
    contact: leftOut(input.contact),
    receivedAt: receivedAt ?? now,
  };
}

function columnsOf({ route, office }: ReceiveInquiryInput, received: ReceivedInquiry, { sealing }: SentimentContext) {
  const { region, kind, isSimple, topic, title, body, name, contact, receivedAt } = received;
  const id = randomUUID();
  const officeId = office ?? null;
  return {
    ...{ id, regionCode: region, route, kind, isSimple, officeId, receivedAt },
    title: maskedLine(title, received),
    topic: topic === null ? null : maskedLine(topic, received),
    receipt: makeReceipt(region, civilDateOf(receivedAt), (limit) => randomInt(limit)),
    stage: officeId === null ? ('RECEIVED' as const) : ('IN_HAND' as const),
    body: sealed(sealing, ['inquiry.body', id], body),
    name: sealedIfAny(sealing, ['inquiry.name', id], name),
    contact: sealedIfAny(sealing, ['inquiry.contact', id], contact),
    contactDigest: contact === null ? null : sealing.digest(`contact ${normalContact(contact)}`),
  };
}

function firstSteps({ receivedAt, recordedBy: by, officeId }: Inquiry, now: Date): readonly NewInquiryStep[] {
  const received = { kind: 'RECEIVED', at: receivedAt, by } as const;
  return officeId === null ? [received] : [received, { kind: 'ASSIGNED', at: now, by, officeId }];
}
