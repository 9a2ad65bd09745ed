import { Prisma, type HalfYearReport } from '../../../prisma/generated/catalogue/client/client.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import { regionRange } from '../../../core/region-code.ts';
import { requireStaffOf } from '../../kit/staff.ts';
import { FIRST_CONTACT_YEAR, contactYearOwed } from '../rules/disclosure-contact.ts';
import { halfYearsOwed, requireReportedHalfYear, type HalfYear } from '../rules/half-year.ts';
import type { CatalogueContext, Transaction } from './database.ts';
import { dayOf } from './supervised-tasks.ts';

/** A county that owes a report of a half-year, and the report when it was handed in. */
export interface OwedReport {
  readonly regionCode: string;
  readonly halfYear: HalfYear;
  readonly report: HalfYearReport | null;
}

/** The counties (region `r`) whose health authority reports to the city: those of which the hub knows one. */
const OWING = Prisma.sql`r.level = 'COUNTY' AND EXISTS (
  SELECT 1 FROM catalogue.institution i WHERE i.region_code = r.code AND i.kind = 'HEALTH_AUTHORITY')`;

/**
 * Every county of a region that owes a report of a half-year, by code; one statement.
 *
 * @throws Fault UNAUTHENTICATED or FORBIDDEN for whoever is not staff of the region, BAD_USER_INPUT for a half-year
 *   before reports were owed
 * @see rule C14
 */
export async function halfYearReportsOf(
  { db, scope }: CatalogueContext,
  regionCode: string,
  halfYear: HalfYear,
): Promise<OwedReport[]> {
  requireStaffOf(scope.viewer, regionCode);
  requireReportedHalfYear(halfYear);
  const { from, to } = regionRange(regionCode);
  const rows = await db.$queryRaw<(HalfYearReport & { code: string })[]>`
    SELECT r.code, h.region_code AS "regionCode", h.year, h.half, h.body, h.first_submitted_at AS "firstSubmittedAt",
           h.submitted_at AS "submittedAt", h.submitted_by AS "submittedBy", h.revision
      FROM catalogue.region r
      LEFT JOIN catalogue.half_year_report h
        ON h.region_code = r.code AND h.year = ${halfYear.year} AND h.half = ${halfYear.half}::catalogue.half
     WHERE r.code BETWEEN ${from} AND ${to} AND ${OWING}
     ORDER BY r.code`;
  return rows.map(({ code, ...report }) => ({ regionCode: code, halfYear, report: isThere(report) ? report : null }));
}

function isThere(report: { readonly regionCode: string | null }): boolean {
  return report.regionCode !== null;
}

/** Whether a region is a county whose health authority owes reports. */
export async function owesReports({ db }: CatalogueContext, regionCode: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM catalogue.region r WHERE r.code = ${regionCode} AND ${OWING}`;
  return rows.length > 0;
}

/** A report as it is handed in. */
export type SubmittedReport = HalfYear & Pick<HalfYearReport, 'regionCode' | 'body' | 'submittedAt' | 'submittedBy'>;

/** Keeps a report; one that is handed in again is a revision, and the first time stays what decides. */
export async function putReport(tx: Transaction, report: SubmittedReport): Promise<HalfYearReport> {
  const { regionCode, year, half, body, submittedAt, submittedBy } = report;
  await tx.$executeRaw`
    INSERT INTO catalogue.half_year_report
           (region_code, year, half, body, first_submitted_at, submitted_at, submitted_by)
    VALUES (${regionCode}, ${year}, ${half}::catalogue.half, ${body}, ${submittedAt}, ${submittedAt}, ${submittedBy})
    ON CONFLICT (region_code, year, half) DO UPDATE SET body = excluded.body, submitted_at = excluded.submitted_at,
      submitted_by = excluded.submitted_by, revision = half_year_report.revision + 1`;
  return tx.halfYearReport.findUniqueOrThrow({ where: { regionCode_year_half: { regionCode, year, half } } });
}

/** What a county has not handed in though it is late. */
export interface RegionDuties {
  readonly regionCode: string;
  readonly reportsOverdue: number;
  readonly contactsOverdue: number;
}

/**
 * Of every county of a region whose health authority reports: how many half-year reports, and how many contacts, are
 * late on a day and not there; one statement.
 *
 * @see rules C14, C15
 */
export function overdueDuties({ db }: CatalogueContext, regionCode: string, on: CivilDate): Promise<RegionDuties[]> {
  const { from, to } = regionRange(regionCode);
  const owed = halfYearsOwed(on);
  const contactYear = contactYearOwed(on);
  return db.$queryRaw<RegionDuties[]>`
    SELECT r.code AS "regionCode", (
        SELECT count(*)::int FROM unnest(${owed.map(({ year }) => year)}::int[], ${owed.map(({ half }) => half)}::text[]) AS o (year, half)
         WHERE NOT EXISTS (
           SELECT 1 FROM catalogue.half_year_report h
            WHERE h.region_code = r.code AND h.year = o.year AND h.half = o.half::catalogue.half
              AND ${dayOf(Prisma.sql`h.first_submitted_at`)} <= ${on}::date)
      ) AS "reportsOverdue", (
        SELECT count(*)::int FROM catalogue.institution i
         WHERE i.region_code = r.code AND i.kind = 'HEALTH_AUTHORITY' AND ${contactYear !== null}
           AND NOT EXISTS (
             SELECT 1 FROM catalogue.disclosure_contact c
              WHERE c.institution_id = i.id AND c.year >= ${contactYear ?? FIRST_CONTACT_YEAR}
                AND ${dayOf(Prisma.sql`c.first_registered_at`)} <= ${on}::date)
      ) AS "contactsOverdue"
      FROM catalogue.region r
     WHERE r.code BETWEEN ${from} AND ${to} AND ${OWING}
     ORDER BY r.code`;
}
