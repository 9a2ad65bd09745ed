import { refuseIfAny, Refused } from '../../../../core/refusal.ts';
import type { Role } from '../../../../core/viewer.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import { transact } from '../../../kit/transact.ts';
import { issuerTargetSet } from '../../events/issuer-target.ts';
import { targetRefusals, type TargetValues } from '../../rules/interpretation/issuer-target.ts';
import type { DocumentsContext, IssuerTarget, Transaction } from '../../store/database.ts';
import { lockTarget } from '../../store/interpretation/issuer-targets.ts';
import { issuerById } from '../../store/issuers.ts';

/** Targets as they are set: what is left out stays as it is, null takes it away. */
export type SetIssuerTargetsInput = { readonly issuer: string; readonly year: number } & {
  readonly [Member in keyof TargetValues]?: TargetValues[Member] | undefined;
};

const ROLES: readonly Role[] = ['PUBLISHER', 'OPERATOR'];

/**
 * Sets what an issuer is measured by in a year; the log tells of it.
 *
 * @throws Refused when not permitted, for an issuer that there is not, or for values that rules refuse
 * @see rules I3, I4, I6, M6, D5
 */
export async function setIssuerTargets(
  { issuer: issuerId, year, ...asked }: SetIssuerTargetsInput,
  context: DocumentsContext,
): Promise<IssuerTarget> {
  const { viewer } = context.scope;
  const issuer = await issuerById(context, issuerId);
  refuseIfAny(permissionRefusals(viewer, ROLES, issuer?.regionCode ?? null));
  if (issuer === null) {
    throw new Refused([{ code: 'NOT_FOUND', path: ['issuer'], expected: 'Institution', got: issuerId.slice(0, 100) }]);
  }
  return transact<Transaction, IssuerTarget>(context, async (tx, record) => {
    const stands = await lockTarget(tx, issuerId, year);
    const values = {
      diversifiedRate: valueOf(asked.diversifiedRate, stands?.diversifiedRate?.toNumber()),
      multiChannelRate: valueOf(asked.multiChannelRate, stands?.multiChannelRate?.toNumber()),
      leaderInterpretations: valueOf(asked.leaderInterpretations, stands?.leaderInterpretations),
      meetingsAttended: valueOf(asked.meetingsAttended, stands?.meetingsAttended),
      attributeReviewMonths: valueOf(asked.attributeReviewMonths, stands?.attributeReviewMonths),
    };
    refuseIfAny(targetRefusals(year, values));
    const key = { issuerId, year };
    const target = await tx.issuerTarget.upsert({
      where: { issuerId_year: key },
      create: { ...key, ...values, regionCode: issuer.regionCode },
      update: values,
    });
    record(issuerTargetSet(stands === null ? 'PUBLISHED' : 'REVISED', target, context.clock.now()));
    return target;
  });
}

function valueOf(asked: number | null | undefined, stands: number | null | undefined): number | null {
  return asked === undefined ? (stands ?? null) : asked;
}
