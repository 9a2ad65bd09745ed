import { refuseIfAny, type Refusal } from '../../../../core/refusal.ts';
import type { Effect } from '../../rules/opinion/accountability.ts';
import { stepRefusals } from '../../rules/opinion/allowed-steps.ts';
import { keptText, LONGEST, optionalText } from '../../rules/opinion/opinion-input.ts';
import type { OpinionEvent, SentimentContext } from '../../store/database.ts';
import { handleEvent } from './handled-event.ts';

interface EvaluateInput extends Effect {
  readonly note?: string | null | undefined;
}

/**
 * Evaluates how well the answer to an opinion event worked (效果评估), once it was answered. A later evaluation takes the
 * place of the one before, until someone was held to account by it.
 *
 * @throws Refused when not permitted, not answered, or once measures rest on the evaluation
 * @see rules P5, P6
 */
export function evaluateResponse(
  { event: id, input }: { readonly event: string; readonly input: EvaluateInput },
  context: SentimentContext,
): Promise<OpinionEvent> {
  const asked = { id, roles: ['REVIEWER', 'PUBLISHER'], path: ['event'] } as const;
  return handleEvent(context, asked, async ({ tx, event, now, by, path }) => {
    const note = keptText(input.note);
    refuseIfAny([
      ...stepRefusals('evaluate', event, path),
      ...optionalText(['input', 'note'], note, LONGEST.note),
      ...reliedOn(await tx.accountabilityMeasure.count({ where: { eventId: id } })),
    ]);
    const { handledWell, answeredFittingly, reportedInTime, hadNegativeInfluence } = input;
    const evaluation = {
      ...{ handledWell, answeredFittingly, reportedInTime, hadNegativeInfluence, note },
      ...{ evaluatedAt: now, evaluatedBy: by },
    };
    await tx.effectEvaluation.upsert({
      where: { eventId: id },
      create: { eventId: id, ...evaluation },
      update: evaluation,
    });
    return event;
  });
}

function reliedOn(measures: number): Refusal[] {
  return measures === 0
    ? []
    : [{ code: 'EVALUATION_RELIED_ON', path: ['event'], got: String(measures), rules: ['P6'] }];
}
