import type { ApplicationResult } from '../../../../subgraphs/documents/rules/application/result.ts';
import { applicationTable } from '../../../../subgraphs/documents/rules/report/application-lines.ts';
import { REPORT_HEADINGS, type ReportContent } from '../../../../subgraphs/documents/rules/report/content.ts';
import type { PrintedReport } from '../../../../subgraphs/documents/rules/report/printed-report.ts';
import { reviewTable } from '../../../../subgraphs/documents/rules/report/review-lines.ts';
import { parseYuan } from '../../../../core/yuan.ts';

/** So many applications of a kind that were received in the year and came to a result. */
function received(
  applicantKind: 'NATURAL_PERSON' | 'ENTERPRISE',
  result: ApplicationResult | null,
  applications: number,
) {
  return { applicantKind, isReceived: true, result, applications };
}

/** A whole report whose numbers differ from place to place. */
const CONTENT: ReportContent = {
  texts: Object.fromEntries(REPORT_HEADINGS.map((heading) => [heading, `${heading} 第一段。\n\n第二段。`])),
  entered: { permits: 1234, penalties: 56, compulsoryMeasures: 0 },
  feesTenThousandYuan: parseYuan('7.8901'),
  normative: { made: 2, repealed: 1, inForce: 30 },
  applications: applicationTable([
    received('NATURAL_PERSON', 'GRANTED', 11),
    received('ENTERPRISE', 'PARTLY_GRANTED', 5),
    received('NATURAL_PERSON', 'OTHER_FEE_UNPAID', 3),
    received('ENTERPRISE', null, 2),
    { applicantKind: 'RESEARCH', isReceived: false, result: 'REFUSED_STATE_SECRET', applications: 4 },
  ]),
  reviews: reviewTable([
    { kind: 'RECONSIDERATION', outcome: 'UPHELD', reviews: 6 },
    { kind: 'LITIGATION_AFTER_RECONSIDERATION', outcome: 'OTHER', reviews: 7 },
  ]),
};

/** The same as it is printed. */
export const PRINTED: PrintedReport = {
  officeName: '沁水县卫生健康和体育局',
  year: 2025,
  content: CONTENT,
  isLive: false,
  publishedAt: new Date('2026-01-20T16:30:00.000Z'),
  isCorrected: false,
};
