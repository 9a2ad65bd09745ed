import type { Role } from '../../../../core/viewer.ts';
import { refuseIfAny, Refused } from '../../../../core/refusal.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import { transact } from '../../../kit/transact.ts';
import { majorDecisionChanged } from '../../events/decision.ts';
import type { DocumentsContext, MajorDecision, Transaction } from '../../store/database.ts';
import { asPublic, writeDecision, type DecisionChange } from '../../store/decision/decision-writes.ts';
import { lockDecision, type WholeDecision } from '../../store/decision/whole-decision.ts';

/** Who may do inner work on a decision. */
export const WRITERS: readonly Role[] = ['EDITOR', 'PUBLISHER'];
/** Who may do what goes public at once. */
export const PUBLISHERS: readonly Role[] = ['PUBLISHER'];

interface Asked {
  readonly id: string;
  /** Given whether the decision is public. */
  readonly roles: (isPublic: boolean) => readonly Role[];
  /** Read or locked before the decision is, lest two transactions wait for each other. */
  readonly before?: (tx: Transaction) => Promise<void>;
}

/**
 * Makes one change of a decision, under a lock, with its entry of the log when the decision is public. Whoever is not
 * permitted learns nothing of its state.
 *
 * @param change - refuses, or says what becomes of the decision
 * @throws Refused when not permitted, when there is no such decision, or from `change`
 */
export async function changeDecision(
  context: DocumentsContext,
  { id, roles, before }: Asked,
  change: (decision: WholeDecision, tx: Transaction) => Promise<DecisionChange> | DecisionChange,
): Promise<MajorDecision> {
  const { viewer } = context.scope;
  const now = context.clock.now();
  refuseIfAny(permissionRefusals(viewer, WRITERS, null));
  return transact<Transaction, MajorDecision>(context, async (tx, record) => {
    await before?.(tx);
    const decision = await lockDecision(tx, id);
    if (decision === null) {
      throw new Refused([{ code: 'NOT_FOUND', path: ['id'], expected: 'MajorDecision', got: id.slice(0, 100) }]);
    }
    const isPublic = decision.catalogue.publishedAt !== null;
    refuseIfAny(permissionRefusals(viewer, WRITERS, decision.regionCode));
    refuseIfAny(permissionRefusals(viewer, roles(isPublic), decision.regionCode));
    const made = await change(decision, tx);
    const written = await writeDecision(tx, decision, made, { by: viewer?.subject ?? '', at: now });
    if (isPublic) record(majorDecisionChanged('REVISED', await asPublic(tx, written), now));
    return written;
  });
}

/** For work that is public once the decision is: publishers then, and editors as well before. */
export function writersUntilPublic(isPublic: boolean): readonly Role[] {
  return isPublic ? PUBLISHERS : WRITERS;
}
