import { civilDateOf } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { abandonmentRefusals } from '../../rules/decision/outcome.ts';
import type { DocumentsContext, MajorDecision } from '../../store/database.ts';
import { preparedDecision } from '../../store/decision/whole-decision.ts';
import { changeDecision, PUBLISHERS } from './change-decision.ts';

/**
 * Abandons a decision that is public and not made; the reason is public.
 *
 * @throws Refused when not permitted, when there is no such decision, when it is made or abandoned, or without a reason
 * @see rule M1
 */
export async function abandonDecision(
  { id, reason }: { readonly id: string; readonly reason: string },
  context: DocumentsContext,
): Promise<MajorDecision> {
  const on = civilDateOf(context.clock.now());
  return changeDecision(context, { id, roles: () => PUBLISHERS }, (decision) => {
    refuseIfAny(abandonmentRefusals(preparedDecision(decision), reason));
    const data = { stage: 'ABANDONED', abandonedReason: reason.trim() } as const;
    return { data, step: { kind: 'ABANDONED', on } };
  });
}
