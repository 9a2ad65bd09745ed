import { refuseIfAny, Refused } from '../../../../core/refusal.ts';
import type { FunctionHolder } from '../../store/application/rows.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { issuerById } from '../../store/issuers.ts';
import { appointerRefusals } from './permitted-handler.ts';

/**
 * Ends the appointment of an account at an office.
 *
 * @throws Refused when not permitted, or when the account holds no function there
 * @see rule R17
 */
export async function dismissOfficer(
  { office: officeId, account }: { readonly office: string; readonly account: string },
  context: DocumentsContext,
): Promise<FunctionHolder> {
  const office = await issuerById(context, officeId);
  refuseIfAny(appointerRefusals(context.scope.viewer, office && { officeId, regionCode: office.regionCode }));
  return context.db.$transaction(async (tx) => {
    const holder = await tx.functionHolder.findUnique({ where: { officeId_account: { officeId, account } } });
    if (holder === null) throw new Refused([{ code: 'NOT_FOUND', path: ['account'], expected: 'FunctionHolder' }]);
    await tx.functionHolder.deleteMany({ where: { officeId, account } });
    return holder;
  });
}
