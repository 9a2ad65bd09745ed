import { refuseIfAny, type Refusal } from '../../../../core/refusal.ts';
import { opinionEventChanged } from '../../events.ts';
import { stepRefusals } from '../../rules/opinion/allowed-steps.ts';
import { dueInstants } from '../../rules/opinion/due-instants.ts';
import { keptText } from '../../rules/opinion/opinion-input.ts';
import { reworkDeadline } from '../../rules/opinion/response-deadline.ts';
import type { OpinionEvent, SentimentContext } from '../../store/database.ts';
import { addSteps } from '../../store/opinion/steps.ts';
import { clockOf } from './apply-judgement.ts';
import { keptProof, proofRefusals, type GivenProof } from './given-proof.ts';
import { clocksOf, handleEvent, type HandledEvent } from './handled-event.ts';

interface VerifyInput extends GivenProof {
  readonly isSatisfactory: boolean;
}

/**
 * Checks what came of an answered opinion event. Found satisfactory, it may be closed. Found unsatisfactory, which needs a
 * note, it is open again and answered anew: a new round of the clock of the answer runs from then on, with as many
 * hours as its severity gives. This is also the only way in which a closed event is opened again (回头看).
 *
 * @throws Refused when not permitted, or when it was not answered
 * @see rules P1, P5, P7
 */
export function verifyOpinionEvent(
  { id, input }: { readonly id: string; readonly input: VerifyInput },
  context: SentimentContext,
): Promise<OpinionEvent> {
  return handleEvent(context, { id, roles: ['REVIEWER', 'PUBLISHER'] }, async (handled) => {
    const { tx, event, now, by } = handled;
    const [step, kind] = input.isSatisfactory
      ? (['find satisfactory', 'VERIFIED'] as const)
      : (['find unsatisfactory', 'REWORK'] as const);
    refuseIfAny([...stepRefusals(step, event, ['id']), ...unexplained(input), ...proofRefusals(input)]);
    await addSteps(tx, id, [{ kind, at: now, by, ...keptProof(input) }]);
    return input.isSatisfactory ? event : openAgain(handled, context);
  });
}

async function openAgain(handled: HandledEvent, context: SentimentContext): Promise<OpinionEvent> {
  const { tx, record, event, now } = handled;
  const { id, regionCode, responsibleId: officeId, severity, verificationAsked } = event;
  const clocks = await clocksOf(handled, context);
  const answers = clocks.all.filter(({ kind }) => kind === 'RESPONSE');
  const round = 1 + Math.max(1, ...answers.map((clock) => clock.round));
  const deadline = reworkDeadline(now, severity ?? 'ORDINARY');
  await clocks.start([{ ...clockOf(deadline), round }], { regionCode, officeId });
  const data = { status: 'OPEN', closedAt: null, ...dueInstants(clocks.all, verificationAsked) } as const;
  const opened = await tx.opinionEvent.update({ where: { id }, data });
  record(opinionEventChanged('REVISED', opened, now));
  return opened;
}

function unexplained({ isSatisfactory, note }: VerifyInput): Refusal[] {
  if (isSatisfactory || keptText(note) !== null) return [];
  return [{ code: 'VALUE_MISSING', path: ['input', 'note'], expected: 'note', rules: ['P7'] }];
}
