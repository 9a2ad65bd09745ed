import { Prisma } from '../../../../prisma/generated/pricing/client/client.ts';
import type { CivilDate } from '../../../../core/civil-date.ts';
import { regionRange } from '../../../../core/region-code.ts';
import type { PriceKind } from '../../rules/price-row.ts';
import type { Database } from '../database.ts';
import { heldOn, institutionsIn } from '../price-sql.ts';

/** Whose prices of which kind, on which day. */
export interface ExportScene {
  /** The institutions of a region and those below it, or one of them. */
  readonly of: { readonly region: string } | { readonly institution: string };
  readonly kind: PriceKind;
  readonly on: CivilDate;
}

/** An institution, and the list that is in force there. */
export interface ListInForce {
  readonly institution: string;
  readonly institutionName: string;
  readonly list: string;
}

/** The lists in force of a kind on a day, by institution: for each of them the last one that begins by then. */
export function listsInForce(db: Database, { of, kind, on }: ExportScene): Promise<ListInForce[]> {
  const where = 'region' in of ? institutionsIn(regionRange(of.region)) : Prisma.sql`i.id = ${of.institution}`;
  return db.$queryRaw<ListInForce[]>`
    SELECT i.id AS institution, i.name AS "institutionName", l.id AS list
      FROM pricing.followed_institution i
      CROSS JOIN LATERAL (SELECT l.id FROM pricing.price_list l
        WHERE l.institution_id = i.id AND l.kind = ${kind}::pricing.price_kind AND l.effective_on <= ${on}::date
        ORDER BY l.effective_on DESC, l.published_at DESC, l.id DESC LIMIT 1) l
     WHERE ${where} ORDER BY i.id COLLATE "C"`;
}

/** Where a page of an institution's prices ended. */
export interface ExportPlace {
  readonly code: string;
  readonly id: string;
}

/** A price as one line of JSON, and its place. */
export interface ExportedLine extends ExportPlace {
  readonly line: string;
}

/** How many prices one statement brings. */
export const EXPORT_PAGE = 2_000;

/**
 * The prices of an institution behind a place, in the order of code and id: at most {@link EXPORT_PAGE}. The database
 * writes the lines. The day on which a price ends is left out: what is exported for a day stays the same when a list is
 * published for a later one.
 */
export function exportedLines(
  db: Database,
  institution: string,
  { kind, on }: Pick<ExportScene, 'kind' | 'on'>,
  behind: ExportPlace | null,
): Promise<ExportedLine[]> {
  const after = behind === null ? Prisma.empty : Prisma.sql`AND (p.code, p.id) > (${behind.code}, ${behind.id})`;
  return db.$queryRaw<ExportedLine[]>`
    SELECT r.code, r.id, json_strip_nulls(row_to_json(r))::text AS line FROM (
      SELECT ${EXPORT_COLUMNS} FROM pricing.price p
       WHERE p.institution_id = ${institution} AND p.kind = ${kind}::pricing.price_kind AND ${heldOn(on)} ${after}
       ORDER BY p.code, p.id LIMIT ${EXPORT_PAGE}) r
     ORDER BY r.code, r.id`;
}

const EXPORT_COLUMNS = Prisma.sql`p.id, p.institution_id AS institution, p.list_id AS list, p.kind, p.code, p.name,
  p.specification, p.unit, p.tier, p.condition, p.manufacturer, trim_scale(p.amount)::text AS amount,
  trim_scale(p.amount_up_to)::text AS "amountUpTo", p.amount_text AS "amountText",
  trim_scale(p.surcharge_percent)::text AS "surchargePercent", p.mode, trim_scale(p.ceiling)::text AS ceiling,
  p.insurance_class AS "insuranceClass", trim_scale(p.self_pay_percent)::text AS "selfPayPercent",
  trim_scale(p.payment_standard)::text AS "paymentStandard", p.national_code AS "nationalCode", p.content,
  p.exclusions, p.brand_name AS "brandName", p.dosage_form AS "dosageForm", p.packaging,
  p.approval_number AS "approvalNumber", p.standard_code AS "standardCode", p.procurement, p.basis, p.note,
  p.currency, to_char(p.effective_on, 'YYYY-MM-DD') AS "effectiveOn"`;
