import type { AnnualReport } from '../../../../prisma/generated/documents/client/client.ts';
import { regionRange } from '../../../../core/region-code.ts';
import { parseYuan } from '../../../../core/yuan.ts';
import { perRequest } from '../../../kit/per-request.ts';
import { isStaffOf, requireStaffOf } from '../../../kit/staff.ts';
import { applicationTable } from '../../rules/report/application-lines.ts';
import type { CountedReport, ReportContent, WrittenReport } from '../../rules/report/content.ts';
import { requireReportYear } from '../../rules/report/publication.ts';
import { reviewTable } from '../../rules/report/review-lines.ts';
import type { DocumentsContext, Transaction } from '../database.ts';
import { issuerById } from '../issuers.ts';
import { countedApplications, countedReviews, type OfYear } from './application-counts.ts';
import { countedNormative } from './normative-documents.ts';

/** How a report was published. */
export interface Publication {
  readonly firstPublishedAt: Date;
  readonly publishedAt: Date;
  readonly revision: number;
}

/** An annual report as it is shown: as it was published, or as it stands now. */
export interface Report {
  readonly officeId: string;
  readonly regionCode: string;
  readonly year: number;
  readonly content: ReportContent;
  /** Reckoned now, and for staff alone. */
  readonly isLive: boolean;
  /** Null when it was never published. */
  readonly publication: Publication | null;
  readonly isSample: boolean;
}

/** Names a report of an office and a year, here and in the log. */
export function reportId(officeId: string, year: number): string {
  return `${officeId}/${String(year)}`;
}

/** What staff have written of a report so far. */
export function writtenOf(row: AnnualReport | null): WrittenReport {
  return {
    texts: (row?.texts ?? {}) as WrittenReport['texts'],
    entered: (row?.entered ?? {}) as WrittenReport['entered'],
    feesTenThousandYuan: row?.feesTenThousandYuan == null ? null : parseYuan(row.feesTenThousandYuan.toFixed()),
  };
}

/** What is counted for a report, now; three statements, the table of applications by one of them. */
export async function countedReport(db: Pick<Transaction, '$queryRaw'>, asked: OfYear): Promise<CountedReport> {
  const applications = applicationTable(await countedApplications(db, asked));
  const reviews = reviewTable(await countedReviews(db, asked));
  return { normative: await countedNormative(db, asked), applications, reviews };
}

/** Which report somebody asks for. */
export interface AskedReport extends OfYear {
  /** As it stands now although there is a published one. */
  readonly isLive?: boolean | null | undefined;
}

/**
 * The annual report of an office and a year: as it was published, or for staff of the region as it stands now when it was
 * not or when they ask for that; null when there is none that the viewer may read.
 *
 * @throws Fault BAD_USER_INPUT for a year that there are no reports of
 */
export async function shownReport(context: DocumentsContext, asked: AskedReport): Promise<Report | null> {
  const { office, year, isLive } = asked;
  requireReportYear(year);
  const row = await context.db.annualReport.findUnique({ where: { officeId_year: { officeId: office, year } } });
  const published = row === null ? null : publishedReport(row);
  if (published !== null && isLive !== true) return published;
  const institution = await issuerById(context, office);
  if (institution === null || !isStaffOf(context.scope.viewer, institution.regionCode)) return null;
  return liveReport(context.db, row, { office, year, regionCode: institution.regionCode });
}

/** The report of an office as it stands now. */
export async function liveReport(
  db: Pick<Transaction, '$queryRaw'>,
  row: AnnualReport | null,
  { office, year, regionCode }: OfYear & { readonly regionCode: string },
): Promise<Report> {
  const content = { ...writtenOf(row), ...(await countedReport(db, { office, year })) };
  const publication = row === null ? null : (publishedReport(row)?.publication ?? null);
  const isSample = row?.isSample ?? false;
  return { officeId: office, regionCode, year, content, isLive: true, publication, isSample };
}

/** A report as it was published last; null when it never was. */
function publishedReport(row: AnnualReport): Report | null {
  const { officeId, regionCode, year, published, firstPublishedAt, publishedAt, revision, isSample } = row;
  if (published === null || firstPublishedAt === null || publishedAt === null) return null;
  const content = published as unknown as ReportContent;
  const publication = { firstPublishedAt, publishedAt, revision };
  return { officeId, regionCode, year, content, isLive: false, publication, isSample };
}

/** Published reports by their ids, batched. */
export function publishedReports(context: DocumentsContext) {
  return perRequest(context, 'published annual reports', async (ids: readonly string[]) => {
    const named = ids.map((id) => ({ officeId: id.replace(/\/\d+$/, ''), year: Number(/\d+$/.exec(id)?.[0] ?? 0) }));
    const rows = await context.db.annualReport.findMany({ where: { OR: named } });
    const found = new Map(rows.map((row) => [reportId(row.officeId, row.year), publishedReport(row)]));
    return ids.map((id) => found.get(id) ?? null);
  });
}

/** Who owes a report of a year, and when it was first published. */
export interface OwedReport {
  readonly officeId: string;
  readonly regionCode: string;
  readonly year: number;
  readonly firstPublishedAt: Date | null;
}

/**
 * Every health authority of a region that the hub knows, and every other office with a published report of the year, by
 * region and id; one statement.
 *
 * @throws Fault BAD_USER_INPUT for a region code or a year that is none
 */
export async function owedReports({ db }: DocumentsContext, region: string, year: number): Promise<OwedReport[]> {
  requireReportYear(year);
  const { from, to } = regionRange(region);
  return db.$queryRaw<OwedReport[]>`
    SELECT coalesce(i.id, r.office_id) AS "officeId", coalesce(i.region_code, r.region_code) AS "regionCode",
           ${year}::int AS year, r.first_published_at AS "firstPublishedAt"
      FROM (SELECT id, region_code FROM documents.followed_institution
             WHERE kind = 'HEALTH_AUTHORITY' AND region_code BETWEEN ${from} AND ${to}) i
      FULL JOIN (
        SELECT office_id, region_code, first_published_at FROM documents.annual_report
         WHERE year = ${year} AND region_code BETWEEN ${from} AND ${to} AND first_published_at IS NOT NULL
      ) r ON r.office_id = i.id
     ORDER BY 2, 1`;
}

/**
 * Lets only staff of the region of an office read what its numbers count.
 *
 * @throws Fault UNAUTHENTICATED or FORBIDDEN for others, BAD_USER_INPUT for a year that there are no reports of
 */
export async function requireStaffOfOffice(context: DocumentsContext, { office, year }: OfYear): Promise<void> {
  requireReportYear(year);
  const institution = await issuerById(context, office);
  // Of an office that the hub does not know nobody is staff; whoever asks learns no more than that.
  requireStaffOf(context.scope.viewer, institution?.regionCode ?? '');
}
