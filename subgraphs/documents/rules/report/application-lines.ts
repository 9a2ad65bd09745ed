import type { ApplicantKind } from '../application/receipt.ts';
import type { ApplicationResult } from '../application/result.ts';

/** The lines of the table of applications (part 3) that hold numbers, in their order (A5, A6). */
export const APPLICATION_LINES = [
  'RECEIVED',
  'CARRIED_OVER',
  'GRANTED',
  'PARTLY_GRANTED',
  'REFUSED_STATE_SECRET',
  'REFUSED_OTHER_LAW',
  'REFUSED_SAFETY_AND_STABILITY',
  'REFUSED_THIRD_PARTY',
  'REFUSED_INTERNAL',
  'REFUSED_PROCESS',
  'REFUSED_ENFORCEMENT_FILE',
  'REFUSED_ADMINISTRATIVE_ENQUIRY',
  'UNABLE_NOT_HELD',
  'UNABLE_NEEDS_MAKING',
  'UNABLE_UNCLEAR_AFTER_CORRECTION',
  'NOT_HANDLED_PETITION',
  'NOT_HANDLED_REPEATED',
  'NOT_HANDLED_PUBLICATION',
  'NOT_HANDLED_EXCESSIVE',
  'NOT_HANDLED_CONFIRMATION',
  'OTHER_NOT_CORRECTED',
  'OTHER_FEE_UNPAID',
  'OTHER',
  'HANDLED',
  'CARRIED_FORWARD',
] as const;
export type ApplicationLine = (typeof APPLICATION_LINES)[number];

/** The columns of the table: the kinds of applicants, and all together (A4). */
export const APPLICATION_COLUMNS = [
  'NATURAL_PERSON',
  'ENTERPRISE',
  'RESEARCH',
  'PUBLIC_WELFARE',
  'LEGAL_SERVICE',
  'OTHER',
  'TOTAL',
] as const satisfies readonly (ApplicantKind | 'TOTAL')[];
export type ApplicationColumn = (typeof APPLICATION_COLUMNS)[number];

/**
 * The one line under which a result is counted. What was public already counts as granted; what another agency holds, as
 * not held; and what no line is for, as otherwise ended.
 *
 * @see rule A6
 */
export const LINE_OF_RESULT: Readonly<Record<ApplicationResult, ApplicationLine>> = {
  GRANTED: 'GRANTED',
  ALREADY_PUBLIC: 'GRANTED',
  PARTLY_GRANTED: 'PARTLY_GRANTED',
  REFUSED_STATE_SECRET: 'REFUSED_STATE_SECRET',
  REFUSED_OTHER_LAW: 'REFUSED_OTHER_LAW',
  REFUSED_SAFETY_AND_STABILITY: 'REFUSED_SAFETY_AND_STABILITY',
  REFUSED_THIRD_PARTY: 'REFUSED_THIRD_PARTY',
  REFUSED_INTERNAL: 'REFUSED_INTERNAL',
  REFUSED_PROCESS: 'REFUSED_PROCESS',
  REFUSED_ENFORCEMENT_FILE: 'REFUSED_ENFORCEMENT_FILE',
  REFUSED_ADMINISTRATIVE_ENQUIRY: 'REFUSED_ADMINISTRATIVE_ENQUIRY',
  UNABLE_NOT_HELD: 'UNABLE_NOT_HELD',
  UNABLE_NEEDS_MAKING: 'UNABLE_NEEDS_MAKING',
  UNABLE_UNCLEAR_AFTER_CORRECTION: 'UNABLE_UNCLEAR_AFTER_CORRECTION',
  NOT_THIS_AGENCY: 'UNABLE_NOT_HELD',
  NOT_HANDLED_PETITION: 'NOT_HANDLED_PETITION',
  NOT_HANDLED_REPEATED: 'NOT_HANDLED_REPEATED',
  NOT_HANDLED_PUBLICATION: 'NOT_HANDLED_PUBLICATION',
  NOT_HANDLED_EXCESSIVE: 'NOT_HANDLED_EXCESSIVE',
  NOT_HANDLED_CONFIRMATION: 'NOT_HANDLED_CONFIRMATION',
  OTHER_NOT_CORRECTED: 'OTHER_NOT_CORRECTED',
  OTHER_FEE_UNPAID: 'OTHER_FEE_UNPAID',
  OTHER_RULES: 'OTHER',
  OTHER_WITHDRAWN: 'OTHER',
};

/** The results that a line counts; none for a line that counts no single results. */
export function resultsOfLine(line: ApplicationLine): ApplicationResult[] {
  const all = Object.entries(LINE_OF_RESULT) as [ApplicationResult, ApplicationLine][];
  return all.flatMap(([result, its]) => (its === line ? [result] : []));
}

/** So many applications that were open in a year and came to the same: how each came into it, and how it went out. */
export interface CountedApplications {
  readonly applicantKind: ApplicantKind;
  /** Received in the year, or carried over from the year before. */
  readonly isReceived: boolean;
  /** Null when it was not answered by the end of the year. */
  readonly result: ApplicationResult | null;
  readonly applications: number;
}

/** The numbers of the table by line and column. */
export type ApplicationTable = Readonly<Record<ApplicationLine, Readonly<Record<ApplicationColumn, number>>>>;

/**
 * The table of applications. Every application that was open in the year comes into it under one of two lines and goes
 * out under one; so received and carried over are handled and carried forward in every column, whatever was counted.
 *
 * @see rules A4–A6
 */
export function applicationTable(counted: readonly CountedApplications[]): ApplicationTable {
  const table = emptyTable();
  for (const { applicantKind, isReceived, result, applications } of counted) {
    const lines: ApplicationLine[] = [isReceived ? 'RECEIVED' : 'CARRIED_OVER'];
    lines.push(...(result === null ? (['CARRIED_FORWARD'] as const) : ([LINE_OF_RESULT[result], 'HANDLED'] as const)));
    for (const line of lines) {
      table[line][applicantKind] += applications;
      table[line].TOTAL += applications;
    }
  }
  return table;
}

function emptyTable(): Record<ApplicationLine, Record<ApplicationColumn, number>> {
  const row = () => Object.fromEntries(APPLICATION_COLUMNS.map((column) => [column, 0]));
  return Object.fromEntries(APPLICATION_LINES.map((line) => [line, row()])) as Record<
    ApplicationLine,
    Record<ApplicationColumn, number>
  >;
}
