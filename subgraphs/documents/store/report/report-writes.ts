import type { Prisma } from '../../../../prisma/generated/documents/client/client.ts';
import type { AnnualReport } from '../../../../prisma/generated/documents/client/client.ts';
import type { ReportContent, WrittenReport } from '../../rules/report/content.ts';
import type { Transaction } from '../database.ts';
import type { OfYear } from './application-counts.ts';

/** Who writes, for which office, and when. */
export interface Written extends OfYear {
  readonly regionCode: string;
  readonly by: string;
  readonly at: Date;
}

/** The report of an office and a year, begun when there is none yet, that nobody else changes until the transaction ends. */
export async function lockReport(tx: Transaction, { office, year, ...written }: Written): Promise<AnnualReport> {
  await tx.$executeRaw`
    INSERT INTO documents.annual_report (office_id, region_code, year, texts, entered, written_by, written_at)
    VALUES (${office}, ${written.regionCode}, ${year}, '{}', '{}', ${written.by}, ${written.at})
    ON CONFLICT (office_id, year) DO NOTHING`;
  await tx.$queryRaw`
    SELECT 1 FROM documents.annual_report WHERE office_id = ${office} AND year = ${year} FOR UPDATE`;
  return tx.annualReport.findUniqueOrThrow({ where: { officeId_year: { officeId: office, year } } });
}

/** Keeps what staff wrote. */
export function keepWritten(
  tx: Transaction,
  { office, year, by, at }: Written,
  { texts, entered, feesTenThousandYuan }: WrittenReport,
): Promise<AnnualReport> {
  return tx.annualReport.update({
    where: { officeId_year: { officeId: office, year } },
    data: { texts, entered, feesTenThousandYuan, writtenBy: by, writtenAt: at },
  });
}

/** Freezes a report as it is published; the first time stays what decides whether it was in time. */
export function keepPublished(
  tx: Transaction,
  { office, year, by, at }: Written,
  { content, firstPublishedAt }: { readonly content: ReportContent; readonly firstPublishedAt: Date | null },
): Promise<AnnualReport> {
  return tx.annualReport.update({
    where: { officeId_year: { officeId: office, year } },
    data: {
      published: content as unknown as Prisma.InputJsonObject,
      firstPublishedAt: firstPublishedAt ?? at,
      publishedAt: at,
      publishedBy: by,
      revision: { increment: 1 },
    },
  });
}
