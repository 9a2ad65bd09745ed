import { toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import type { Validity } from '../../rules/validity/validity.ts';
import type { Transaction } from '../database.ts';
import { publicDocuments, type PublicDocument } from '../public-document.ts';
import { takeSteps, type Doing } from '../document-steps.ts';

/** A change of the validity of some published documents. */
export interface ValidityWrite extends Doing {
  readonly ids: readonly string[];
  readonly validity: Validity;
  /** The last day on which they hold from now on; left out when it stays. */
  readonly expiresOn?: CivilDate | null;
  readonly note: string | null;
}

/** Changes the validity of documents, each with its step; gives them as the public is told of them. */
export async function writeValidity(
  tx: Transaction,
  { ids, validity, expiresOn, by, at, note }: ValidityWrite,
): Promise<PublicDocument[]> {
  if (ids.length === 0) return [];
  const end = expiresOn === undefined ? {} : { expiresOn: expiresOn === null ? null : toUtcMidnight(expiresOn) };
  await tx.document.updateMany({ where: { id: { in: [...ids] } }, data: { validity, ...end } });
  await takeSteps(tx, ids, 'VALIDITY_CHANGED', { by, at, note });
  return publicDocuments(tx, ids);
}
