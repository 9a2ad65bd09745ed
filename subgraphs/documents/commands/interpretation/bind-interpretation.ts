import { randomUUID } from 'node:crypto';
import type { Channel } from '../../../../core/channel.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import { transact } from '../../../kit/transact.ts';
import { interpretationPublished } from '../../events/interpretation.ts';
import { bindingRefusals, interpretationRefusals } from '../../rules/interpretation/interpretation-input.ts';
import type { DocumentsContext, Interpretation, InterpretationForm, Transaction } from '../../store/database.ts';
import { permittedDocument } from '../permitted-document.ts';

export interface BindInterpretationInput {
  readonly document: string;
  readonly input: {
    readonly title: string;
    readonly body: string;
    readonly forms: readonly InterpretationForm[];
    readonly channels: readonly Channel[];
  };
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
  return transact<Transaction, Interpretation>(context, async (tx, record) => {
    const document = await permittedDocument(tx, viewer, { id, path: ['document'], roles: ['EDITOR', 'PUBLISHER'] });
    const isPublished = document.status === 'PUBLISHED';
    refuseIfAny([
      ...(isPublished ? permissionRefusals(viewer, ['PUBLISHER'], document.regionCode) : []),
      ...bindingRefusals(document.status, document.interpretations.length),
      ...interpretationRefusals(input),
    ]);
    const interpretation = await tx.interpretation.create({
      data: {
        id: randomUUID(),
        documentId: id,
        title: input.title.trim(),
        body: input.body,
        forms: [...new Set(input.forms)],
        channels: [...new Set(input.channels)],
        publishedAt: isPublished ? now : null,
      },
    });
    if (isPublished) record(interpretationPublished(interpretation, document, now));
    return interpretation;
  });
}
