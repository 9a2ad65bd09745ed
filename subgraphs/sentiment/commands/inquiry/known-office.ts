import type { Refusal } from '../../../../core/refusal.ts';
import type { SentimentContext } from '../../store/database.ts';
import { isKnownInstitution } from '../../store/followed-institutions.ts';

/** Why an office does not take a matter: the log has told of none of that id. Null is taken. */
export async function officeRefusals(context: SentimentContext, office: string | null): Promise<Refusal[]> {
  if (office === null || (await isKnownInstitution(context, office))) return [];
  return [{ code: 'NOT_FOUND', path: ['input', 'office'], expected: 'Institution', got: office.slice(0, 100) }];
}
