import { refuseIfAny, type Refusal } from '../../../../core/refusal.ts';
import { stepRefusals } from '../../rules/opinion/allowed-steps.ts';
import { keptText, LONGEST, optionalText } from '../../rules/opinion/opinion-input.ts';
import type { Severity } from '../../rules/opinion/response-deadline.ts';
import type { OpinionEvent, SentimentContext } from '../../store/database.ts';
import { applyJudgement, type GivenJudgement } from './apply-judgement.ts';
import { handleEvent } from './handled-event.ts';

/** A judgement, as it is handed in. */
interface JudgeInput {
  readonly severity: Severity;
  readonly verificationAsked?: boolean | null | undefined;
  readonly reason?: string | null | undefined;
}

/**
 * Judges (研判) an opinion event: the first time it becomes public with its clocks; again, its clocks are set anew from the
 * detection on, as {@link applyJudgement} says, and every judgement stays to be read. A judgement that changes an
 * earlier one gives its reason.
 *
 * @throws Refused when not permitted, when it is closed, or when it is judged so already
 * @see rules P1 to P5
 */
export function judgeOpinionEvent(
  { id, input }: { readonly id: string; readonly input: JudgeInput },
  context: SentimentContext,
): Promise<OpinionEvent> {
  return handleEvent(context, { id, roles: ['EDITOR', 'PUBLISHER'] }, (handled) => {
    const { event } = handled;
    const verificationAsked = input.verificationAsked ?? event.verificationAsked;
    const judgement = { severity: input.severity, verificationAsked, reason: keptText(input.reason) };
    refuseIfAny([...stepRefusals('judge', event, ['id']), ...judgementRefusals(event, judgement)]);
    return applyJudgement(handled, context, judgement);
  });
}

function judgementRefusals(event: OpinionEvent, { severity, verificationAsked, reason }: GivenJudgement): Refusal[] {
  const path = ['input', 'reason'];
  const refusals = optionalText(path, reason, LONGEST.reason);
  if (event.severity === null) return refusals;
  if (reason === null) refusals.push({ code: 'VALUE_MISSING', path, expected: 'reason', rules: ['P5'] });
  if (event.severity === severity && event.verificationAsked === verificationAsked) {
    const got = `${severity}, verificationAsked: ${String(verificationAsked)}`;
    refusals.push({ code: 'JUDGEMENT_UNCHANGED', path: ['input'], got, rules: ['P5'] });
  }
  return refusals;
}
