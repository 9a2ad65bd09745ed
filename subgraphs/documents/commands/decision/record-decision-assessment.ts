import { civilDateOf, toUtcMidnight } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { assessmentRefusals, type AssessmentInput, type AssessmentKind } from '../../rules/decision/preparation.ts';
import { trimmed } from '../../rules/required-text.ts';
import type { DocumentsContext, MajorDecision } from '../../store/database.ts';
import { preparedDecision } from '../../store/decision/whole-decision.ts';
import { changeDecision, WRITERS } from './change-decision.ts';

const STEPS = {
  EXPERTS: ['EXPERTS_HEARD', 'EXPERTS_NOT_NEEDED'],
  RISKS: ['RISKS_ASSESSED', 'RISKS_NOT_NEEDED'],
} as const satisfies Record<AssessmentKind, readonly string[]>;

/**
 * Records what experts (专家论证) or the assessment of risks (风险评估) found of a draft, or why it is not needed; recorded
 * again, the newer one counts.
 *
 * @throws Refused when not permitted, when there is no such decision, or for what rules refuse
 * @see rule M4
 */
export async function recordDecisionAssessment(
  { id, input }: { readonly id: string; readonly input: AssessmentInput },
  context: DocumentsContext,
): Promise<MajorDecision> {
  const today = civilDateOf(context.clock.now());
  return changeDecision(context, { id, roles: () => WRITERS }, (decision) => {
    refuseIfAny(assessmentRefusals(preparedDecision(decision), input, today));
    const { kind, on } = input;
    const conclusion = trimmed(input.conclusion);
    const found = { on: toUtcMidnight(on), conclusion, notNeededBecause: trimmed(input.notNeededBecause) };
    const where = { decisionId_kind: { decisionId: id, kind } };
    const [done, notNeeded] = STEPS[kind];
    return {
      data: { assessments: { upsert: [{ where, create: { kind, ...found }, update: found }] } },
      step: { kind: conclusion === null ? notNeeded : done, on },
    };
  });
}
