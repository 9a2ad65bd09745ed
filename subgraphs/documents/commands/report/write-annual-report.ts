import { transact } from '../../../kit/transact.ts';
import { writtenWith } from '../../rules/report/publication.ts';
import type { DocumentsContext, Transaction } from '../../store/database.ts';
import { keepWritten, lockReport } from '../../store/report/report-writes.ts';
import { liveReport, writtenOf, type Report } from '../../store/report/reports.ts';
import { reportingOffice, type ReportChange } from './reporting-office.ts';

/**
 * Keeps what staff write of an annual report: texts and entered numbers. What is not named stays; nothing of it is public
 * until the report is published.
 *
 * @returns the report as it stands now
 * @throws Refused when not permitted, or for input that rules refuse
 * @see rules A2, A3, A8
 */
export async function writeAnnualReport(change: ReportChange, context: DocumentsContext): Promise<Report> {
  const written = await reportingOffice(change, ['EDITOR', 'PUBLISHER'], context);
  return transact<Transaction, Report>(context, async (tx) => {
    const report = await lockReport(tx, written);
    const kept = await keepWritten(tx, written, writtenWith(writtenOf(report), change.input ?? {}));
    return liveReport(tx, kept, written);
  });
}
