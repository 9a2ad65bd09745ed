import type { Document } from '../../../../prisma/generated/documents/client/client.ts';
import type { Viewer } from '../../../../core/viewer.ts';
import type { RelationKind } from '../../rules/validity/relation.ts';
import { isReadable } from '../readable.ts';

/** What a document amends or repeals, as far as a viewer may read it, the newest first. */
export function relatedAs<Row extends Document>(
  kind: RelationKind,
  changes: readonly { readonly kind: RelationKind; readonly related: Row }[],
  viewer: Viewer | null,
): Row[] {
  const related = changes.filter((one) => one.kind === kind).map((one) => one.related);
  return newestFirst(related.filter((one) => isReadable(one, viewer)));
}

/** What amended or repealed a document: published ones, since a draft has changed nothing yet. */
export function changedAs<Row extends Document>(
  kind: RelationKind,
  changedBy: readonly { readonly kind: RelationKind; readonly document: Row }[],
  viewer: Viewer | null,
): Row[] {
  const newer = changedBy.filter((one) => one.kind === kind).map(({ document }) => document);
  return newestFirst(newer.filter((one) => one.publishedAt !== null && isReadable(one, viewer)));
}

function newestFirst<Row extends Document>(documents: readonly Row[]): Row[] {
  const instant = ({ publishedAt }: Row) => publishedAt?.getTime() ?? 0;
  return [...documents].sort((one, other) => instant(other) - instant(one) || (one.id < other.id ? 1 : -1));
}
