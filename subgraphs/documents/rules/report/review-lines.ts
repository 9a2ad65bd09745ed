import type { ApplicationReviewKind, ApplicationReviewOutcome } from '../application/contested.ts';

/** The lines of the table of reconsiderations and lawsuits (part 4), in their order (A7). */
export const REVIEW_LINES = [
  'RECONSIDERATION',
  'DIRECT_LITIGATION',
  'LITIGATION_AFTER_RECONSIDERATION',
] as const satisfies readonly ApplicationReviewKind[];
export type ReviewLine = (typeof REVIEW_LINES)[number];

/** Its columns: what came of them by the end of the year, and all together (A7). */
export const REVIEW_COLUMNS = ['UPHELD', 'CORRECTED', 'OTHER_OUTCOME', 'PENDING', 'TOTAL'] as const;
export type ReviewColumn = (typeof REVIEW_COLUMNS)[number];

/** So many reconsiderations or lawsuits that were open in a year and came to the same by its end. */
export interface CountedReviews {
  readonly kind: ReviewLine;
  readonly outcome: ApplicationReviewOutcome;
  readonly reviews: number;
}

/** The numbers of the table by line and column. */
export type ReviewTable = Readonly<Record<ReviewLine, Readonly<Record<ReviewColumn, number>>>>;

/** The table of reconsiderations (行政复议) and lawsuits (行政诉讼). @see rule A7 */
export function reviewTable(counted: readonly CountedReviews[]): ReviewTable {
  const row = () => Object.fromEntries(REVIEW_COLUMNS.map((column) => [column, 0]));
  const table = Object.fromEntries(REVIEW_LINES.map((line) => [line, row()])) as Record<
    ReviewLine,
    Record<ReviewColumn, number>
  >;
  for (const { kind, outcome, reviews } of counted) {
    table[kind][outcome === 'OTHER' ? 'OTHER_OUTCOME' : outcome] += reviews;
    table[kind].TOTAL += reviews;
  }
  return table;
}
