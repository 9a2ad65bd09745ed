import { randomUUID } from 'node:crypto';
import type { Channel } from '../../../core/channel.ts';
import { refuseIfAny, type Refusal } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import { interpretationPublished } from '../events.ts';
import { textRefusals } from '../rules/draft-input.ts';
import type { DocumentsContext, Interpretation, InterpretationForm, Transaction } from '../store/database.ts';
import { lockDocument } from '../store/whole-document.ts';
import { notFound } from './not-found.ts';

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
 * @throws Refused when not permitted, when there is no such document, or when it was withdrawn
 * @see rules I1, I2, I5
 */
export async function bindInterpretation(
  { document: id, input }: BindInterpretationInput,
  context: DocumentsContext,
): Promise<Interpretation> {
  const now = context.clock.now();
  return transact<Transaction, Interpretation>(context, async (tx, record) => {
    const document = await lockDocument(tx, id);
    const isPublished = document?.status === 'PUBLISHED';
    const roles = isPublished ? (['PUBLISHER'] as const) : (['EDITOR', 'PUBLISHER'] as const);
    refuseIfAny([
      ...permissionRefusals(context.scope.viewer, roles, document?.regionCode ?? null),
      ...(document === null ? [notFound('Document', ['document'], id)] : []),
      ...(document?.status === 'WITHDRAWN' ? [withdrawn] : []),
      ...inputRefusals(input),
    ]);
    const publishedAt = isPublished ? now : null;
    const { title, body, forms, channels } = input;
    const data = {
      id: randomUUID(),
      documentId: id,
      title,
      body,
      forms: [...new Set(forms)],
      channels: [...new Set(channels)],
    };
    const interpretation = await tx.interpretation.create({ data: { ...data, publishedAt } });
    if (isPublished) record(interpretationPublished(interpretation, document, now));
    return interpretation;
  });
}

const withdrawn: Refusal = {
  code: 'STATUS_NOT_FITTING',
  path: ['document'],
  expected: 'DRAFT | IN_REVIEW | APPROVED | PUBLISHED',
  got: 'WITHDRAWN',
};

function inputRefusals({ title, body, forms, channels }: BindInterpretationInput['input']): Refusal[] {
  const refusals = [...textRefusals('title', title), ...textRefusals('body', body)];
  const path = (field: string) => ['input', field];
  if (forms.length === 0)
    refusals.push({ code: 'VALUE_MISSING', path: path('forms'), expected: 'InterpretationForm', rules: ['I3'] });
  if (channels.length === 0)
    refusals.push({ code: 'VALUE_MISSING', path: path('channels'), expected: 'Channel', rules: ['I3'] });
  return refusals;
}
