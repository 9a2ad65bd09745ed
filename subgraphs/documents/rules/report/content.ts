import type { Yuan } from '../../../../core/yuan.ts';
import type { ApplicationTable } from './application-lines.ts';
import type { ReviewTable } from './review-lines.ts';

/**
 * The headings under which staff write (parts 1, 5 and 6), in the order of the report. Key areas, motions and the main
 * points of the year's work are told of in every report (A8).
 */
export const REPORT_HEADINGS = [
  'OVERVIEW',
  'KEY_AREAS',
  'PROBLEMS',
  'PROPOSALS',
  'MAIN_POINTS',
  'OTHER_MATTERS',
] as const;
export type ReportHeading = (typeof REPORT_HEADINGS)[number];

/** Which of the six parts a heading stands in (A2). */
export const PART_OF_HEADING: Readonly<Record<ReportHeading, 1 | 5 | 6>> = {
  OVERVIEW: 1,
  KEY_AREAS: 1,
  PROBLEMS: 5,
  PROPOSALS: 6,
  MAIN_POINTS: 6,
  OTHER_MATTERS: 6,
};

/** The numbers of proactive disclosure (part 2) that staff enter (A3). */
export const ENTERED_NUMBERS = [
  'regulationsMade',
  'regulationsRepealed',
  'regulationsInForce',
  'permits',
  'penalties',
  'compulsoryMeasures',
] as const;
export type EnteredNumber = (typeof ENTERED_NUMBERS)[number];

/** Those of them that every report needs; an office that makes no regulations (规章) leaves these out: 0. */
const NEEDED_NUMBERS = ['permits', 'penalties', 'compulsoryMeasures'] as const satisfies readonly EnteredNumber[];

/** Normative documents (行政规范性文件) of a year, as they are counted (A3). */
export interface NormativeDocuments {
  readonly made: number;
  readonly repealed: number;
  /** At the end of the year. */
  readonly inForce: number;
}

/** What staff write of a report; what is not written is not there. */
export interface WrittenReport {
  readonly texts: Readonly<Partial<Record<ReportHeading, string>>>;
  readonly entered: Readonly<Partial<Record<EnteredNumber, number>>>;
  /** Fees (行政事业性收费) in ten thousand yuan (万元): exact decimal text with up to four places. */
  readonly feesTenThousandYuan: Yuan | null;
}

/** What is counted for a report. */
export interface CountedReport {
  readonly normative: NormativeDocuments;
  readonly applications: ApplicationTable;
  readonly reviews: ReviewTable;
}

/** All that an annual report says; when it is published, this is frozen. */
export interface ReportContent extends WrittenReport, CountedReport {}

/** What a report still needs before it can be published: headings without a text and numbers that nobody entered. @see rules A2, A3, A8 */
export function missingParts({ texts, entered, feesTenThousandYuan }: WrittenReport): string[] {
  return [
    ...REPORT_HEADINGS.filter((heading) => texts[heading] === undefined),
    ...NEEDED_NUMBERS.filter((number) => entered[number] === undefined),
    ...(feesTenThousandYuan === null ? ['feesTenThousandYuan'] : []),
  ];
}
