import { Prisma, type DisclosureApplication } from '../../../../prisma/generated/documents/client/client.ts';
import { readPage, type Page, type PageArgs } from '../../../kit/page.ts';
import { inOrder } from '../../../kit/per-request.ts';
import {
  resultsOfLine,
  type ApplicationColumn,
  type ApplicationLine,
  type CountedApplications,
} from '../../rules/report/application-lines.ts';
import type { ReportCell } from '../../rules/report/cell.ts';
import { daysOfYear } from '../../rules/report/publication.ts';
import type { CountedReviews, ReviewColumn } from '../../rules/report/review-lines.ts';
import type { DocumentsContext, Transaction } from '../database.ts';

/** Which report: of an office and a year. */
export interface OfYear {
  readonly office: string;
  readonly year: number;
}

/** Applications `a` of an office that were open in a year: what was counted of them is what is listed of them. */
function openApplications({ office, year }: OfYear): Prisma.Sql {
  const { first, last } = daysOfYear(year);
  return Prisma.sql`a.office_id = ${office} AND a.received_on <= ${last}::date
    AND (a.answered_on IS NULL OR a.answered_on >= ${first}::date)`;
}

const isReceived = (year: number) => Prisma.sql`a.received_on >= ${daysOfYear(year).first}::date`;
const isHandled = (year: number) => Prisma.sql`coalesce(a.answered_on <= ${daysOfYear(year).last}::date, false)`;

/** The applications that were open in a year, by how each came into it and went out of it; one statement. */
export function countedApplications(db: Pick<Transaction, '$queryRaw'>, asked: OfYear) {
  return db.$queryRaw<CountedApplications[]>`
    SELECT a.applicant_kind::text AS "applicantKind", ${isReceived(asked.year)} AS "isReceived",
           CASE WHEN ${isHandled(asked.year)} THEN a.result::text END AS result, count(*)::int AS applications
      FROM documents.disclosure_application a
     WHERE ${openApplications(asked)}
     GROUP BY 1, 2, 3`;
}

/** Reconsiderations and lawsuits `v` of an office that were open in a year. */
function openReviews({ office, year }: OfYear): Prisma.Sql {
  const { first, last } = daysOfYear(year);
  return Prisma.sql`v.office_id = ${office} AND v.filed_on <= ${last}::date
    AND (v.decided_on IS NULL OR v.decided_on >= ${first}::date)`;
}

/** What came of one by the end of the year. */
const outcomeBy = (year: number) =>
  Prisma.sql`CASE WHEN v.decided_on <= ${daysOfYear(year).last}::date THEN v.outcome::text ELSE 'PENDING' END`;

/** The reconsiderations and lawsuits that were open in a year, by what came of them by its end; one statement. */
export function countedReviews(db: Pick<Transaction, '$queryRaw'>, asked: OfYear) {
  return db.$queryRaw<CountedReviews[]>`
    SELECT v.kind::text AS kind, ${outcomeBy(asked.year)} AS outcome, count(*)::int AS reviews
      FROM documents.application_review v
     WHERE ${openReviews(asked)}
     GROUP BY 1, 2`;
}

/** The applications that a cell counts, the first received first; a page costs two statements and its count one. */
export function casesOfCell(
  { db }: DocumentsContext,
  { cell, ...asked }: OfYear & { readonly cell: ReportCell },
  page: PageArgs,
  query: object,
): Promise<Page<DisclosureApplication>> {
  const which = cell.table === 'APPLICATIONS' ? ofApplications(asked, cell) : ofReviews(asked, cell);
  return readPage<DisclosureApplication>(page, {
    find: async (take, position) => {
      const behind =
        position === null
          ? Prisma.empty
          : Prisma.sql`AND (a.received_on, a.id) > (${position[0] ?? ''}::date, ${position[1] ?? ''})`;
      const found = await db.$queryRaw<{ id: string }[]>`
        SELECT a.id FROM documents.disclosure_application a
         WHERE ${which} ${behind} ORDER BY a.received_on, a.id LIMIT ${take}`;
      const ids = found.map(({ id }) => id);
      const rows = await db.disclosureApplication.findMany({ ...query, where: { id: { in: ids } } });
      return inOrder(ids, rows, ({ id }) => id).flatMap((row) => row ?? []);
    },
    positionOf: ({ receivedOn, id }) => [receivedOn.toISOString().slice(0, 10), id],
    count: async () => {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM documents.disclosure_application a WHERE ${which}`;
      return row?.count ?? 0;
    },
  });
}

function ofApplications(
  asked: OfYear,
  { line, column }: { readonly line: ApplicationLine; readonly column: ApplicationColumn },
): Prisma.Sql {
  const kind = column === 'TOTAL' ? Prisma.empty : Prisma.sql`AND a.applicant_kind::text = ${column}`;
  return Prisma.sql`${openApplications(asked)} AND ${onLine(line, asked.year)} ${kind}`;
}

function onLine(line: ApplicationLine, year: number): Prisma.Sql {
  switch (line) {
    case 'RECEIVED':
      return isReceived(year);
    case 'CARRIED_OVER':
      return Prisma.sql`NOT ${isReceived(year)}`;
    case 'HANDLED':
      return isHandled(year);
    case 'CARRIED_FORWARD':
      return Prisma.sql`NOT ${isHandled(year)}`;
    default:
      return Prisma.sql`${isHandled(year)} AND a.result::text = ANY (${resultsOfLine(line)}::text[])`;
  }
}

/** An application has at most one reconsideration or lawsuit of a kind, so that counting either is the same. */
function ofReviews(
  asked: OfYear,
  { line, column }: { readonly line: string; readonly column: ReviewColumn },
): Prisma.Sql {
  const outcome = column === 'OTHER_OUTCOME' ? 'OTHER' : column;
  const its = column === 'TOTAL' ? Prisma.empty : Prisma.sql`AND ${outcomeBy(asked.year)} = ${outcome}`;
  return Prisma.sql`EXISTS (SELECT 1 FROM documents.application_review v
    WHERE v.application_id = a.id AND v.kind::text = ${line} AND ${openReviews(asked)} ${its})`;
}
