import { refuseIfAny, Refused } from '../../../../core/refusal.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import { transact } from '../../../kit/transact.ts';
import { decisionCatalogueChanged, majorDecisionChanged } from '../../events/decision.ts';
import { publicationRefusals } from '../../rules/decision/catalogue.ts';
import { inPageOrder } from '../../rules/decision/link.ts';
import type { DecisionCatalogue, DocumentsContext, Transaction } from '../../store/database.ts';
import { listedIn, lockCatalogue } from '../../store/decision/catalogue-writes.ts';
import { publishedAmong, wholeDecisions } from '../../store/decision/whole-decision.ts';
import { PUBLISHERS } from './change-decision.ts';

/**
 * Publishes the yearly catalogue of decisions and every decision in it.
 *
 * @throws Refused when not permitted, when there is no such catalogue, when it is published already or empty, or names
 *   documents that the public can not read
 * @see rules M1, M8
 */
export async function publishDecisionCatalogue(
  { id }: { readonly id: string },
  context: DocumentsContext,
): Promise<DecisionCatalogue> {
  const { viewer } = context.scope;
  const now = context.clock.now();
  refuseIfAny(permissionRefusals(viewer, PUBLISHERS, null));
  return transact<Transaction, DecisionCatalogue>(context, async (tx, record) => {
    const catalogue = await lockCatalogue(tx, id);
    if (catalogue === null) {
      throw new Refused([{ code: 'NOT_FOUND', path: ['id'], expected: 'DecisionCatalogue', got: id.slice(0, 100) }]);
    }
    refuseIfAny(permissionRefusals(viewer, PUBLISHERS, catalogue.regionCode));
    const decisions = await wholeDecisions(tx, { catalogueId: id });
    const published = await publishedAmong(tx, decisions);
    const named = decisions.flatMap(({ links }) =>
      links.flatMap(({ title, documentId }) =>
        documentId === null ? [] : [{ title, status: published.has(documentId) ? 'PUBLISHED' : null }],
      ),
    );
    const isPublic = catalogue.publishedAt !== null;
    refuseIfAny(publicationRefusals({ isPublic, decisions: decisions.length }, named));
    const data = { publishedAt: now, publishedBy: viewer?.subject ?? '' };
    const made = await tx.decisionCatalogue.update({ where: { id }, data });
    const listed = await listedIn(tx, id);
    record(
      decisionCatalogueChanged('PUBLISHED', made, { decisions: listed.map((one) => one.id), occurredAt: now }),
      ...decisions.map((one) =>
        majorDecisionChanged('PUBLISHED', { ...one, catalogue: made, links: inPageOrder(one.links) }, now),
      ),
    );
    return made;
  });
}
