import type { ChangeKind, Json, NewEntry } from '../../../core/change.ts';
import type { ReportContent } from '../rules/report/content.ts';

/** A report as it is published. */
export interface PublishedReport {
  readonly id: string;
  readonly officeId: string;
  readonly regionCode: string;
  readonly year: number;
  readonly firstPublishedAt: Date;
  readonly publishedAt: Date;
  readonly revision: number;
  /** Numbers and texts; nothing personal. */
  readonly content: ReportContent;
  readonly isSample: boolean;
}

/** The log's entry of an annual report that was published, or published anew after a correction. */
export function annualReportChanged(kind: Exclude<ChangeKind, 'WITHDRAWN'>, report: PublishedReport): NewEntry {
  const { id, officeId, regionCode, year, firstPublishedAt, publishedAt, revision, content, isSample } = report;
  return {
    kind,
    subject: 'ANNUAL_REPORT',
    subjectId: id,
    occurredAt: publishedAt,
    regionCode,
    publisherId: officeId,
    payload: {
      office: officeId,
      region: regionCode,
      year,
      firstPublishedAt: firstPublishedAt.toISOString(),
      publishedAt: publishedAt.toISOString(),
      revision,
      ...(content as unknown as { readonly [member: string]: Json }),
      isSample,
    },
  };
}
