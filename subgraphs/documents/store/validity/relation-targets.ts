import { fromUtcMidnight } from '../../../../core/civil-date.ts';
import type { Viewer } from '../../../../core/viewer.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import type { RelationTarget } from '../../rules/validity/relation.ts';
import type { Transaction } from '../database.ts';
import { readable } from '../readable.ts';

/** Who asks for a document to amend or repeal others, and who issues it. */
export interface Relating {
  readonly viewer: Viewer | null;
  readonly issuerId: string;
}

/**
 * Locks a document and all that it amends or repeals, in one order whoever asks, so that no two transactions wait for
 * each other.
 */
export async function lockWithTargets(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM documents.document
     WHERE id = ${id} OR id IN (SELECT related_id FROM documents.document_relation WHERE document_id = ${id})
     ORDER BY id FOR UPDATE`;
}

/** What is to be amended or repealed, as far as the viewer may read it, by id. */
export async function relationTargets(
  tx: Transaction,
  ids: readonly string[],
  { viewer, issuerId }: Relating,
): Promise<ReadonlyMap<string, RelationTarget>> {
  const documents = await tx.document.findMany({
    where: { AND: [{ id: { in: [...ids] } }, readable(viewer)] },
    select: { id: true, status: true, validity: true, expiresOn: true, regionCode: true, issuerId: true },
  });
  return new Map(
    documents.map((document) => {
      const isOwn = document.issuerId === issuerId;
      const isGranted =
        permissionRefusals(viewer, viewer === null ? [] : [viewer.role], document.regionCode).length === 0;
      const outside = isOwn || isGranted ? null : (viewer?.regions ?? []);
      const expiresOn = document.expiresOn === null ? null : fromUtcMidnight(document.expiresOn);
      return [document.id, { ...document, expiresOn, outside }];
    }),
  );
}
