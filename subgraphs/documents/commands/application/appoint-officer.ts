import { refuseIfAny, Refused } from '../../../../core/refusal.ts';
import { officeRefusals } from '../../rules/application/receipt.ts';
import { appointmentRefusals, type DisclosureFunction } from '../../rules/function-separation.ts';
import { lockAppointments } from '../../store/application/function-holders.ts';
import type { FunctionHolder } from '../../store/application/rows.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { issuerById } from '../../store/issuers.ts';
import { appointerRefusals } from './permitted-handler.ts';

export interface AppointOfficerInput {
  readonly office: string;
  readonly function: DisclosureFunction;
  readonly account: string;
}

/**
 * Appoints an account to one of the two functions at an office; the other one it can not hold beside. Again, it changes
 * nothing. Only a health authority answers applications, and only there the two are kept apart.
 *
 * @throws Refused when not permitted, when there is no such office, or when rules refuse
 * @see rules R17, C20
 */
export async function appointOfficer(
  { office: officeId, function: duty, account }: AppointOfficerInput,
  context: DocumentsContext,
): Promise<FunctionHolder> {
  const { scope, clock, db } = context;
  const office = await issuerById(context, officeId);
  refuseIfAny(appointerRefusals(scope.viewer, office && { officeId, regionCode: office.regionCode }));
  if (office === null) throw new Refused([{ code: 'NOT_FOUND', path: ['office'], expected: 'Institution' }]);
  return db.$transaction(async (tx) => {
    refuseIfAny([
      ...officeRefusals(office.kind, ['office']),
      ...appointmentRefusals({ account, function: duty }, await lockAppointments(tx, officeId)),
    ]);
    const made = { appointedAt: clock.now(), appointedBy: scope.viewer?.subject ?? '' };
    return tx.functionHolder.upsert({
      where: { officeId_account: { officeId, account } },
      create: { officeId, account, function: duty, ...made },
      update: {},
    });
  });
}
