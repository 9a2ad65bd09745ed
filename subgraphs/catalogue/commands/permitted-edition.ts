import { refuseIfAny, Refused } from '../../../core/refusal.ts';
import type { Viewer } from '../../../core/viewer.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { filingStatusRefusals } from '../rules/filing-status.ts';
import type { Catalogue, Region, Transaction } from '../store/database.ts';
import { lockEdition, regionsAbove } from '../store/editions.ts';
import { AUTHORS } from './authors.ts';

export type LockedEdition = Catalogue & { readonly region: Region };

/** What someone wants to do to which edition. */
interface Asked {
  readonly id: string;
  /** Where the id stands in the input. */
  readonly path: readonly string[];
  readonly step: 'edit' | 'file' | 'discard';
}

/**
 * An edition that its authors may work on, locked until the transaction ends. Whoever is not permitted learns nothing of
 * its state.
 *
 * @throws Refused when not permitted, when there is no such edition, or when its state does not allow the step
 */
export async function editionOfAuthors(
  tx: Transaction,
  viewer: Viewer | null,
  { id, path, step }: Asked,
): Promise<LockedEdition> {
  refuseIfAny(permissionRefusals(viewer, AUTHORS, null));
  const edition = await found(tx, id, path);
  refuseIfAny(permissionRefusals(viewer, AUTHORS, edition.regionCode));
  refuseIfAny(filingStatusRefusals(step, edition.status));
  return edition;
}

/**
 * An edition that the superior's reviewer may decide on, locked until the transaction ends: the reviewer of the nearest
 * region above. Above a province there is none in the hub: there a reviewer of the province decides. Nobody decides on
 * what the same account filed.
 *
 * @throws Refused when not permitted, when there is no such edition, or when it is not filed
 * @see rule C11
 */
export async function editionOfReviewer(tx: Transaction, viewer: Viewer | null, id: string): Promise<LockedEdition> {
  refuseIfAny(permissionRefusals(viewer, ['REVIEWER'], null));
  const edition = await found(tx, id, ['id']);
  const [superior] = await regionsAbove(tx, edition.regionCode);
  const refusals = permissionRefusals(viewer, ['REVIEWER'], superior?.code ?? edition.regionCode);
  refuseIfAny(refusals.map((refusal) => ({ ...refusal, rules: ['C11'] })));
  refuseIfAny(filingStatusRefusals('decide', edition.status));
  const filed = await tx.catalogueStep.findFirst({
    where: { catalogueId: id, status: 'FILED' },
    orderBy: { ordinal: 'desc' },
  });
  if (filed !== null && filed.by === viewer?.subject) {
    throw new Refused([{ code: 'FILER_CAN_NOT_DECIDE', path: ['id'], got: filed.by, rules: ['C11'] }]);
  }
  return edition;
}

async function found(tx: Transaction, id: string, path: readonly string[]): Promise<LockedEdition> {
  const edition = await lockEdition(tx, id);
  if (edition !== null) return edition;
  throw new Refused([{ code: 'NOT_FOUND', path, expected: 'Catalogue', got: id.slice(0, 100) }]);
}
