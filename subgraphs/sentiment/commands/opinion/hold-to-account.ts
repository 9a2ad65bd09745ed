import { randomUUID } from 'node:crypto';
import { civilDateOf, toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../../core/refusal.ts';
import { accountabilityRefusals } from '../../rules/opinion/accountability.ts';
import { LONGEST, requiredText } from '../../rules/opinion/opinion-input.ts';
import type { OpinionEvent, SentimentContext } from '../../store/database.ts';
import type { AccountabilityKind } from '../../store/opinion/effects.ts';
import { handleEvent } from './handled-event.ts';
import { unknownInstitution } from './known-institution.ts';

interface AccountInput {
  readonly office: string;
  readonly kind: AccountabilityKind;
  readonly reason: string;
  readonly rectifyBy?: CivilDate | null | undefined;
}

/**
 * Holds an office to account (问责) for an opinion event that it handled badly: circulated criticism (通报批评) or a talk
 * (约谈). Only where the evaluation found a fault and a great negative influence.
 *
 * @throws Refused when not permitted, without ground, for an office that is not known, or a day that is past
 * @see rule P6
 */
export function holdToAccount(
  { event: id, input }: { readonly event: string; readonly input: AccountInput },
  context: SentimentContext,
): Promise<OpinionEvent> {
  const asked = { id, roles: ['PUBLISHER'], path: ['event'] } as const;
  return handleEvent(context, asked, async ({ tx, event, now, by }) => {
    const { office, kind, reason, rectifyBy = null } = input;
    refuseIfAny([
      ...accountabilityRefusals(await tx.effectEvaluation.findUnique({ where: { eventId: id } })),
      ...(await unknownInstitution(tx, ['input', 'office'], office)),
      ...requiredText(['input', 'reason'], reason, LONGEST.reason),
      ...pastRefusals(rectifyBy, civilDateOf(now)),
    ]);
    await tx.accountabilityMeasure.create({
      data: {
        ...{ id: randomUUID(), eventId: id, officeId: office, kind, reason: reason.trim(), takenAt: now, takenBy: by },
        rectifyBy: rectifyBy === null ? null : toUtcMidnight(rectifyBy),
      },
    });
    return event;
  });
}

function pastRefusals(rectifyBy: CivilDate | null, today: CivilDate): Refusal[] {
  if (rectifyBy === null || rectifyBy >= today) return [];
  return [{ code: 'DAY_IN_PAST', path: ['input', 'rectifyBy'], expected: today, got: rectifyBy }];
}
