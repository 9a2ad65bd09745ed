import { Prisma } from '../../../prisma/generated/pricing/client/client.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import type { RegionRange } from '../../../core/region-code.ts';

/** Every column of a price `p`, under the names that Prisma gives them. */
export const PRICE_COLUMNS = Prisma.sql`p.id, p.institution_id AS "institutionId", p.list_id AS "listId", p.kind, p.code,
  p.name, p.specification, p.unit, p.tier, p.condition, p.manufacturer, p.amount, p.amount_up_to AS "amountUpTo",
  p.amount_text AS "amountText", p.surcharge_percent AS "surchargePercent", p.mode, p.ceiling,
  p.insurance_class AS "insuranceClass", p.self_pay_percent AS "selfPayPercent",
  p.payment_standard AS "paymentStandard", p.national_code AS "nationalCode", p.content, p.exclusions,
  p.brand_name AS "brandName", p.dosage_form AS "dosageForm", p.packaging, p.approval_number AS "approvalNumber",
  p.standard_code AS "standardCode", p.procurement, p.basis, p.note, p.currency, p.effective_on AS "effectiveOn",
  p.ended_on AS "endedOn", p.is_sample AS "isSample"`;

/** Which prices `p` hold on a day: begun by then, and not ended by then. */
export function heldOn(on: CivilDate): Prisma.Sql {
  return Prisma.sql`p.effective_on <= ${on}::date AND (p.ended_on IS NULL OR p.ended_on > ${on}::date)`;
}

/** Which institutions `i` lie in a region or below it. */
export function institutionsIn({ from, to }: RegionRange): Prisma.Sql {
  return Prisma.sql`i.region_code BETWEEN ${from} AND ${to}`;
}

/**
 * Whether a price `p` has no code; to be asked of the few that bear a name. Not as a plain comparison: of an institution
 * whose list has no codes at all the planner would look through everything, by the index of codes.
 */
export const HAS_NO_CODE = Prisma.sql`p.code || '' = ''`;
