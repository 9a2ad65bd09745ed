import { refuseIfAny, Refused } from '../../../../core/refusal.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import type { DecisionCatalogue, DocumentsContext } from '../../store/database.ts';
import { lockDecision } from '../../store/decision/whole-decision.ts';
import { WRITERS } from './change-decision.ts';

/**
 * Removes a decision from a catalogue that is not published yet; one that is public is abandoned with a reason instead.
 *
 * @returns the catalogue without it
 * @throws Refused when not permitted, when there is no such decision, or when the catalogue is published
 * @see rule M1
 */
export async function removeListedDecision(
  { id }: { readonly id: string },
  { db, scope }: DocumentsContext,
): Promise<DecisionCatalogue> {
  refuseIfAny(permissionRefusals(scope.viewer, WRITERS, null));
  return db.$transaction(async (tx) => {
    const decision = await lockDecision(tx, id);
    const path = ['id'];
    if (decision === null) {
      throw new Refused([{ code: 'NOT_FOUND', path, expected: 'MajorDecision', got: id.slice(0, 100) }]);
    }
    const { catalogue, regionCode } = decision;
    refuseIfAny(permissionRefusals(scope.viewer, WRITERS, regionCode));
    if (catalogue.publishedAt !== null) {
      throw new Refused([{ code: 'STATUS_NOT_FITTING', path, expected: 'DRAFT', got: 'PUBLISHED', rules: ['M1'] }]);
    }
    await tx.majorDecision.delete({ where: { id } });
    return catalogue;
  });
}
