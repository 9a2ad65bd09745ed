import { Fault } from '../../../../core/fault.ts';
import {
  APPLICATION_COLUMNS,
  APPLICATION_LINES,
  type ApplicationColumn,
  type ApplicationLine,
} from './application-lines.ts';
import { REVIEW_COLUMNS, REVIEW_LINES, type ReviewColumn, type ReviewLine } from './review-lines.ts';

/** The lines and columns of both tables, by which a cell is named. */
export const REPORT_LINES = [...APPLICATION_LINES, ...REVIEW_LINES] as const;
export type ReportLine = (typeof REPORT_LINES)[number];
export const REPORT_COLUMNS = [...new Set([...APPLICATION_COLUMNS, ...REVIEW_COLUMNS])] as const;
export type ReportColumn = ApplicationColumn | ReviewColumn;

/** A cell of one of the two tables. */
export type ReportCell =
  | { readonly table: 'APPLICATIONS'; readonly line: ApplicationLine; readonly column: ApplicationColumn }
  | { readonly table: 'REVIEWS'; readonly line: ReviewLine; readonly column: ReviewColumn };

/**
 * The cell of a line and a column.
 *
 * @throws Fault BAD_USER_INPUT when the table of the line has no such column
 */
export function cellOf(line: ReportLine, column: ReportColumn): ReportCell {
  if (isOneOf(APPLICATION_LINES, line)) {
    if (isOneOf(APPLICATION_COLUMNS, column)) return { table: 'APPLICATIONS', line, column };
    throw noCell(APPLICATION_COLUMNS, line, column);
  }
  if (isOneOf(REVIEW_COLUMNS, column)) return { table: 'REVIEWS', line, column };
  throw noCell(REVIEW_COLUMNS, line, column);
}

function isOneOf<One extends string>(all: readonly One[], one: string): one is One {
  return (all as readonly string[]).includes(one);
}

function noCell(columns: readonly string[], line: string, column: string): Fault {
  return new Fault('BAD_USER_INPUT', `Expected of the line ${line} a column of ${columns.join(', ')}, got ${column}.`);
}
