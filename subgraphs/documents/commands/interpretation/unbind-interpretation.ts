import { refuseIfAny } from '../../../../core/refusal.ts';
import { unpublishedRefusals } from '../../rules/interpretation/interpretation-change.ts';
import type { Document, DocumentsContext } from '../../store/database.ts';
import { takeSteps } from '../../store/document-steps.ts';
import { permittedInterpretation } from './permitted-interpretation.ts';

/**
 * Takes an interpretation off its document while it has not gone out.
 *
 * @returns the document that it was bound to
 * @throws Refused when not permitted, when there is no such interpretation, or when it is public
 * @see rule I2
 */
export async function unbindInterpretation(
  { id }: { readonly id: string },
  { db, scope, clock }: DocumentsContext,
): Promise<Document> {
  const { viewer } = scope;
  return db.$transaction(async (tx) => {
    const roles = ['EDITOR', 'PUBLISHER'] as const;
    const { interpretation, document } = await permittedInterpretation(tx, viewer, { id, roles });
    refuseIfAny(unpublishedRefusals(interpretation.publishedAt));
    await tx.interpretation.delete({ where: { id } });
    const note = `解除关联：${interpretation.title}`;
    await takeSteps(tx, [document.id], 'INTERPRETATION_BOUND', { by: viewer?.subject ?? '', at: clock.now(), note });
    return document;
  });
}
