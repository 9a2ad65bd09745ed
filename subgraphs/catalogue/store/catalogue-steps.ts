import type { CatalogueStep, ReviewOpinion } from '../../../prisma/generated/catalogue/client/client.ts';
import { inGroups, perRequest } from '../../kit/per-request.ts';
import type { CatalogueContext } from './database.ts';

/** A step of an edition, with the reviewer's opinions when it was returned. */
export interface WholeStep extends CatalogueStep {
  readonly opinions: readonly ReviewOpinion[];
}

/** The steps of an edition in their order; batched. */
export function stepsOf(context: CatalogueContext, catalogueId: string): Promise<WholeStep[]> {
  return perRequest(context, 'steps of catalogues', async (ids: readonly string[]) => {
    const rows = await context.db.catalogueStep.findMany({
      where: { catalogueId: { in: [...ids] } },
      include: { opinions: { orderBy: { ordinal: 'asc' } } },
      orderBy: { ordinal: 'asc' },
    });
    return inGroups(ids, rows, (row) => row.catalogueId);
  }).load(catalogueId);
}
