import { randomUUID } from 'node:crypto';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import { transact } from '../../../kit/transact.ts';
import { interpretationPublished } from '../../events/interpretation.ts';
import { bindingRefusals, interpretationRefusals } from '../../rules/interpretation/interpretation-input.ts';
import type { DocumentsContext, Interpretation, Transaction } from '../../store/database.ts';
import { takeSteps } from '../../store/document-steps.ts';
import { permittedDocument } from '../permitted-document.ts';
import { writtenInterpretation, type InterpretationText } from './written-interpretation.ts';

export interface BindInterpretationInput {
  readonly document: string;
  readonly input: InterpretationText;
}

/**
 * Binds an interpretation to a document. It goes out together with the document, or at once when that is published
 * already (a second interpretation).
 *
 * @throws Refused when not permitted, when there is no such document, when it was withdrawn or has too many already, or
 *   for input that rules refuse
 * @see rules I1, I2, I5
 */
export async function bindInterpretation(
  { document: id, input }: BindInterpretationInput,
  context: DocumentsContext,
): Promise<Interpretation> {
  const { viewer } = context.scope;
  const now = context.clock.now();
  const written = writtenInterpretation(input);
  return transact<Transaction, Interpretation>(context, async (tx, record) => {
    const document = await permittedDocument(tx, viewer, { id, path: ['document'], roles: ['EDITOR', 'PUBLISHER'] });
    const isPublished = document.status === 'PUBLISHED';
    refuseIfAny([
      ...(isPublished ? permissionRefusals(viewer, ['PUBLISHER'], document.regionCode) : []),
      ...bindingRefusals(document.status, document.interpretations.length),
      ...interpretationRefusals(written, document.status),
    ]);
    const publishedAt = isPublished ? now : null;
    const data = { ...written, id: randomUUID(), documentId: id, publishedAt };
    const interpretation = await tx.interpretation.create({ data });
    await takeSteps(tx, [id], 'INTERPRETATION_BOUND', { by: viewer?.subject ?? '', at: now, note: written.title });
    if (isPublished) record(interpretationPublished(interpretation, document, now));
    return interpretation;
  });
}
