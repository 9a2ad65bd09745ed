import type { Viewer } from '../../../../core/viewer.ts';
import type { ApplicantKind } from '../../../../subgraphs/documents/rules/application/receipt.ts';
import type { ApplicationResult } from '../../../../subgraphs/documents/rules/application/result.ts';
import type { ReportCell } from '../../../../subgraphs/documents/rules/report/cell.ts';
import { civilDate, toUtcMidnight } from '../../../../core/civil-date.ts';
import type { Outcome } from '../documents.ts';
import { AUTHORITY, COUNTY, staff, type ServedDocuments } from '../serve-documents.ts';

/** A case as a test wants it to stand. */
export interface Case {
  readonly office: string;
  readonly kind: ApplicantKind;
  readonly receivedOn: string;
  /** Null while it is open. */
  readonly answered: { readonly on: string; readonly result: ApplicationResult } | null;
}

/** Puts cases into the database in place of all that are there. */
export async function storeCases({ db, database }: ServedDocuments, cases: readonly Case[]): Promise<void> {
  await database.pool.query('truncate documents.disclosure_application cascade');
  await db.disclosureApplication.createMany({
    data: cases.map(({ office, kind, receivedOn, answered }, index) => ({
      id: `case-${String(index).padStart(3, '0')}`,
      officeId: office,
      regionCode: COUNTY,
      year: Number(receivedOn.slice(0, 4)),
      sequence: index + 1,
      registrationNumber: `${receivedOn.slice(0, 4)}-${String(index + 1).padStart(5, '0')}`,
      route: 'IN_PERSON' as const,
      receivedOn: toUtcMidnight(civilDate(receivedOn)),
      registeredAt: new Date(),
      registeredBy: 'test',
      applicantKind: kind,
      stage: answered === null ? ('HANDLING' as const) : ('ANSWERED' as const),
      answeredOn: answered === null ? null : toUtcMidnight(civilDate(answered.on)),
      result: answered?.result ?? null,
    })),
  });
}

/** A report as the graph gives it. */
export interface ShownReport {
  readonly isLive: boolean;
  readonly firstPublishedAt: string | null;
  readonly publishedAt: string | null;
  readonly revision: number;
  readonly missing: readonly string[];
  readonly proactive: Readonly<Record<string, unknown>>;
  readonly applications: readonly Row[];
  readonly reviews: readonly Row[];
  readonly texts: readonly object[];
}
interface Row {
  readonly line: string;
  readonly cells: readonly { readonly id: string; readonly column: string; readonly count: number }[];
}

/** What a test asks of a report. */
const REPORT = `id year office { id } dueOn isLive firstPublishedAt publishedAt revision missing isSample
  proactive { regulationsMade regulationsRepealed regulationsInForce normativeMade normativeRepealed normativeInForce
    permits penalties compulsoryMeasures feesTenThousandYuan }
  applications { line cells { id column count } } reviews { line cells { id column count } }
  texts { heading part text }`;

/** The report of an office and a year as a viewer sees it. */
export async function report(
  served: ServedDocuments,
  { office = AUTHORITY, year = 2025, isLive = false }: { office?: string; year?: number; isLive?: boolean } = {},
  viewer: Viewer | null = staff('EDITOR', COUNTY),
): Promise<ShownReport | null> {
  const text = `query ($office: ID!, $year: Int!, $isLive: Boolean) {
    annualReport(office: $office, year: $year, isLive: $isLive) { ${REPORT} } }`;
  const { data, errors } = await served.ask(text, { office, year, isLive }, viewer);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as { annualReport: ShownReport | null }).annualReport;
}

/** The number of a cell. */
export function count(rows: readonly Row[], line: string, column: string): number | undefined {
  return rows.find((row) => row.line === line)?.cells.find((cell) => cell.column === column)?.count;
}

/** The cases that a cell opens to. */
export async function casesOf(
  served: ServedDocuments,
  { line, column }: Pick<ReportCell, 'line' | 'column'>,
  year = 2025,
): Promise<{ readonly totalCount: number; readonly ids: readonly string[] }> {
  const text = `query ($office: ID!, $year: Int!, $line: AnnualReportLine!, $column: AnnualReportColumn!) {
    annualReportCases(office: $office, year: $year, line: $line, column: $column, first: 100) {
      totalCount edges { node { id } } } }`;
  const asked = { office: AUTHORITY, year, line, column };
  const { data, errors } = await served.ask(text, asked, staff('EDITOR', COUNTY));
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const { annualReportCases: found } = data as {
    annualReportCases: { totalCount: number; edges: { node: { id: string } }[] };
  };
  return { totalCount: found.totalCount, ids: found.edges.map(({ node }) => node.id) };
}

interface Change {
  readonly year?: number;
  readonly office?: string;
  readonly viewer?: Viewer | null;
}

/** Writes or publishes the report of the county's authority. */
export async function changeReport(
  served: ServedDocuments,
  name: 'writeAnnualReport' | 'publishAnnualReport',
  input: object = {},
  { year = 2025, office = AUTHORITY, viewer = staff('PUBLISHER', COUNTY) }: Change = {},
): Promise<Outcome & Partial<ShownReport>> {
  const text = `mutation ($office: ID!, $year: Int!, $input: AnnualReportInput!) {
    answer: ${name}(office: $office, year: $year, input: $input) { __typename
      ... on AnnualReport { ${REPORT} } ... on Refused { refusals { code path message expected got rules } } } }`;
  const { data, errors } = await served.ask(text, { office, year, input }, viewer);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as { answer: Outcome & Partial<ShownReport> }).answer;
}

/** All that staff must write. */
export const WHOLE = {
  texts: ['OVERVIEW', 'KEY_AREAS', 'PROBLEMS', 'PROPOSALS', 'MAIN_POINTS', 'OTHER_MATTERS'].map((heading) => ({
    heading,
    text: `${heading} 的正文`,
  })),
  entered: { permits: 12, penalties: 3, compulsoryMeasures: 0 },
  feesTenThousandYuan: '0.1000',
};
