import { refuseIfAny } from '../../../../core/refusal.ts';
import { transact } from '../../../kit/transact.ts';
import { interpretationWithdrawn } from '../../events/interpretation.ts';
import { interpretationWithdrawalRefusals } from '../../rules/interpretation/interpretation-change.ts';
import type { Document, DocumentsContext, Transaction, WithdrawalReason } from '../../store/database.ts';
import { takeSteps } from '../../store/document-steps.ts';
import { permittedInterpretation } from './permitted-interpretation.ts';

export interface WithdrawInterpretationInput {
  readonly id: string;
  readonly reason: WithdrawalReason;
  /** Why, in public; at most 1,000 characters. */
  readonly note: string;
}

/**
 * Withdraws one public interpretation and leaves its document. It is gone from here; its tombstone in the log gives the
 * reason, and the document's steps keep who withdrew it.
 *
 * @returns the document that it explained
 * @throws Refused when not permitted, when there is no such interpretation, when it is not public, without a note, or
 *   when a policy document would be left without any
 * @see rules C21, I2
 */
export async function withdrawInterpretation(
  { id, reason, note }: WithdrawInterpretationInput,
  context: DocumentsContext,
): Promise<Document> {
  const { viewer } = context.scope;
  const now = context.clock.now();
  return transact<Transaction, Document>(context, async (tx, record) => {
    const { interpretation, document } = await permittedInterpretation(tx, viewer, { id, roles: ['PUBLISHER'] });
    const { publishedAt, title } = interpretation;
    const published = document.interpretations.filter((one) => one.publishedAt !== null).length;
    const { isPolicy, status: documentStatus } = document;
    refuseIfAny(interpretationWithdrawalRefusals({ publishedAt, documentStatus, isPolicy, published }, note));
    await tx.interpretation.delete({ where: { id } });
    const step = `撤回解读：${title}（${reason}）\n${note}`;
    await takeSteps(tx, [document.id], 'INTERPRETATION_BOUND', { by: viewer?.subject ?? '', at: now, note: step });
    record(interpretationWithdrawn(interpretation, document, { reason, note, occurredAt: now }));
    return document;
  });
}
