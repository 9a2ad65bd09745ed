import type { Refusal } from '../../../../core/refusal.ts';
import type { Transaction } from '../../store/database.ts';
import { isKnownInstitution } from '../../store/followed-institutions.ts';

/** Why an institution is not taken: the log has told of none of that id. Null is taken. */
export async function unknownInstitution(
  db: Transaction,
  path: readonly string[],
  id: string | null,
): Promise<Refusal[]> {
  if (id === null || (!id.includes('\u0000') && (await isKnownInstitution({ db }, id)))) return [];
  return [{ code: 'NOT_FOUND', path, expected: 'Institution', got: id.slice(0, 100) }];
}
