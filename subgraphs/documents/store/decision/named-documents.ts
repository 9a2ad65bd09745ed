import { fromUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import type { Viewer } from '../../../../core/viewer.ts';
import { perRequest } from '../../../kit/per-request.ts';
import type { DocumentsContext, Transaction } from '../database.ts';
import { readable } from '../readable.ts';

/** How far a document has come; null when there is none that the viewer may read. */
export async function statusToViewer(tx: Transaction, id: string, viewer: Viewer | null): Promise<string | null> {
  const found = await tx.document.findFirst({ where: { AND: [{ id }, readable(viewer)] }, select: { status: true } });
  return found?.status ?? null;
}

/** A decision document as rules look at it, and its title; null when there is none that the viewer may read. */
export async function decisionDocument(
  tx: Transaction,
  id: string,
  viewer: Viewer | null,
): Promise<{ readonly status: string; readonly title: string; readonly issuedOn: CivilDate | null } | null> {
  const select = { status: true, title: true, issuedOn: true } as const;
  const found = await tx.document.findFirst({ where: { AND: [{ id }, readable(viewer)] }, select });
  if (found === null) return null;
  return { ...found, issuedOn: found.issuedOn === null ? null : fromUtcMidnight(found.issuedOn) };
}

/** Whether the viewer of a request may read a document now; all that one request asks for by one query. */
function readableDocuments(context: DocumentsContext) {
  return perRequest(context, 'readable documents', async (ids: readonly string[]) => {
    const where = { AND: [{ id: { in: [...ids] } }, readable(context.scope.viewer)] };
    const found = new Set((await context.db.document.findMany({ where, select: { id: true } })).map(({ id }) => id));
    return ids.map((id) => found.has(id));
  });
}

/** Of links, those to an address and those to documents that the viewer may read now. */
export async function readableLinks<Link extends { readonly documentId: string | null }>(
  context: DocumentsContext,
  links: readonly Link[],
): Promise<Link[]> {
  const shown = await Promise.all(
    links.map(async ({ documentId }) => documentId === null || readableDocuments(context).load(documentId)),
  );
  return links.filter((_link, index) => shown[index]);
}
