import { refuseIfAny } from '../../../../core/refusal.ts';
import { listingRefusals, type ListingInput } from '../../rules/decision/catalogue.ts';
import { trimmed } from '../../rules/required-text.ts';
import type { DocumentsContext, MajorDecision } from '../../store/database.ts';
import { listedIn } from '../../store/decision/catalogue-writes.ts';
import { changeDecision, writersUntilPublic } from './change-decision.ts';

/**
 * Words a listed decision anew, before its consultation opens.
 *
 * @throws Refused when not permitted, when there is no such decision, when it has come further, or for input that rules
 *   refuse
 * @see rule M1
 */
export async function amendListedDecision(
  { id, input }: { readonly id: string; readonly input: ListingInput },
  context: DocumentsContext,
): Promise<MajorDecision> {
  return changeDecision(context, { id, roles: writersUntilPublic }, async ({ stage, catalogueId }, tx) => {
    const others = (await listedIn(tx, catalogueId)).filter((one) => one.id !== id);
    const expected = 'LISTED';
    refuseIfAny([
      ...(stage === expected
        ? []
        : [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected, got: stage, rules: ['M1'] } as const]),
      ...listingRefusals(
        input,
        others.map(({ title }) => title),
      ),
    ]);
    const { title, undertaker, plannedFor } = input;
    return { data: { title: title.trim(), undertaker: undertaker.trim(), plannedFor: trimmed(plannedFor) } };
  });
}
