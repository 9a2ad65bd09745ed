import { refuseIfAny } from '../../../../core/refusal.ts';
import type { DocumentsContext, MajorDecision } from '../../store/database.ts';
import { changeDecision, writersUntilPublic } from './change-decision.ts';

/**
 * Takes a link off the page of a decision.
 *
 * @throws Refused when not permitted, or when there is no such decision or link
 * @see rule M1
 */
export async function removeDecisionLink(
  { id, link }: { readonly id: string; readonly link: string },
  context: DocumentsContext,
): Promise<MajorDecision> {
  return changeDecision(context, { id, roles: writersUntilPublic }, ({ links }) => {
    const isThere = links.some((one) => one.id === link);
    refuseIfAny(
      isThere ? [] : [{ code: 'NOT_FOUND', path: ['link'], expected: 'DecisionLink', got: link.slice(0, 100) }],
    );
    return { data: { links: { delete: [{ id: link }] } } };
  });
}
