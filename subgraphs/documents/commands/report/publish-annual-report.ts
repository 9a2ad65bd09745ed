import { civilDateOf } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { transact } from '../../../kit/transact.ts';
import { annualReportChanged } from '../../events/report.ts';
import { publicationRefusals, writtenWith } from '../../rules/report/publication.ts';
import type { DocumentsContext, Transaction } from '../../store/database.ts';
import { keepPublished, keepWritten, lockReport } from '../../store/report/report-writes.ts';
import { countedReport, reportId, writtenOf, type Report } from '../../store/report/reports.ts';
import { reportingOffice, type ReportChange } from './reporting-office.ts';

/**
 * Publishes an annual report: what is counted now is frozen together with what staff wrote. Published again, it is a
 * correction, and the first time stays what decides whether it was in time.
 *
 * @throws Refused when not permitted, when its year is not over, when parts are missing, or for input that rules refuse
 * @see rules A1–A8
 */
export async function publishAnnualReport(change: ReportChange, context: DocumentsContext): Promise<Report> {
  const written = await reportingOffice(change, ['PUBLISHER'], context);
  const { office, year, regionCode, at } = written;
  return transact<Transaction, Report>(context, async (tx, record) => {
    const row = await lockReport(tx, written);
    const texts = writtenWith(writtenOf(row), change.input ?? {});
    refuseIfAny(publicationRefusals(year, texts, civilDateOf(at)));
    await keepWritten(tx, written, texts);
    const content = { ...texts, ...(await countedReport(tx, { office, year })) };
    const { firstPublishedAt } = row;
    const { revision, isSample } = await keepPublished(tx, written, { content, firstPublishedAt });
    const publication = { firstPublishedAt: firstPublishedAt ?? at, publishedAt: at, revision };
    const report = { officeId: office, regionCode, year, content, isSample };
    const id = reportId(office, year);
    record(annualReportChanged(firstPublishedAt === null ? 'PUBLISHED' : 'REVISED', { id, ...report, ...publication }));
    return { ...report, isLive: false, publication };
  });
}
