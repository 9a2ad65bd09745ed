import type { PrintedReport } from '../../rules/report/printed-report.ts';
import type { DocumentsContext } from '../database.ts';
import { issuerById } from '../issuers.ts';
import { shownReport, type AskedReport } from './reports.ts';

/**
 * A report as it is printed, with the name of its office; null when there is none that the viewer may read.
 *
 * @throws Fault BAD_USER_INPUT for a year that there are no reports of
 */
export async function printedReport(context: DocumentsContext, asked: AskedReport): Promise<PrintedReport | null> {
  const report = await shownReport(context, asked);
  if (report === null) return null;
  const { year, content, isLive, publication } = report;
  const office = await issuerById(context, asked.office);
  return {
    officeName: office?.name ?? asked.office,
    year,
    content,
    isLive,
    publishedAt: publication?.publishedAt ?? null,
    isCorrected: (publication?.revision ?? 0) > 1,
  };
}
