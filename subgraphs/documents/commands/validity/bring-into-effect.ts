import type { NewEntry } from '../../../../core/change.ts';
import { documentRevised } from '../../events/document.ts';
import { VALIDITY_AFTER } from '../../rules/validity/relation.ts';
import { holds } from '../../rules/validity/validity.ts';
import type { Transaction } from '../../store/database.ts';
import { markTaken, type DueRelation } from '../../store/validity/due-relations.ts';
import { writeValidity } from '../../store/validity/validity-writes.ts';

/**
 * Changes the validity of what is amended or repealed from now on; what ceased to hold in the meantime stays as it is,
 * and so does what is held from another hub, which says itself whether it holds.
 *
 * @param by - the account, or that time alone did it
 * @returns the entries of the log
 * @see rule D17
 */
export async function bringIntoEffect(
  tx: Transaction,
  relations: readonly DueRelation[],
  { by }: { readonly by: string },
): Promise<NewEntry[]> {
  const entries: NewEntry[] = [];
  const select = { validity: true, status: true, heldFrom: true } as const;
  for (const { documentId, relatedId, kind, dueAt } of relations) {
    const target = await tx.document.findUnique({ where: { id: relatedId }, select });
    if (target === null || target.status !== 'PUBLISHED' || !holds(target.validity)) continue;
    if (target.heldFrom !== null) continue;
    const write = { ids: [relatedId], validity: VALIDITY_AFTER[kind], note: documentId, by, at: dueAt };
    entries.push(...(await writeValidity(tx, write)).map((one) => documentRevised(one, dueAt)));
  }
  await markTaken(tx, relations);
  return entries;
}
