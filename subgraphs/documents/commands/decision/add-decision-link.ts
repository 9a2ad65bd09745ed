import { randomUUID } from 'node:crypto';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { linkRefusals, namedDocumentRefusals, type LinkInput } from '../../rules/decision/link.ts';
import type { DocumentsContext, MajorDecision } from '../../store/database.ts';
import { statusToViewer } from '../../store/decision/named-documents.ts';
import { changeDecision, writersUntilPublic } from './change-decision.ts';

/**
 * Puts a link on the page of a decision.
 *
 * @throws Refused when not permitted, when there is no such decision, when there is nothing of the kind to link to yet, or
 *   for a document that the public can not read on a public page
 * @see rule M1
 */
export async function addDecisionLink(
  { id, input }: { readonly id: string; readonly input: LinkInput },
  context: DocumentsContext,
): Promise<MajorDecision> {
  return changeDecision(context, { id, roles: writersUntilPublic }, async ({ stage, links, catalogue }, tx) => {
    const { kind, title, url = null, document = null } = input;
    const isPublic = catalogue.publishedAt !== null;
    const status = document === null ? null : await statusToViewer(tx, document, context.scope.viewer);
    refuseIfAny([
      ...linkRefusals({ stage, links: links.length }, input),
      ...(document === null ? [] : namedDocumentRefusals(['input', 'document'], document, { status, isPublic })),
    ]);
    const sequence = (links.at(-1)?.sequence ?? 0) + 1;
    const link = { id: randomUUID(), kind, sequence, title: title.trim(), url, documentId: document };
    return { data: { links: { create: [link] } } };
  });
}
