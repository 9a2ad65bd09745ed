import type { Locale } from '../../../../core/viewer.ts';
import { APPLICATION_COLUMNS, type ApplicationLine } from './application-lines.ts';
import type { ReportContent } from './content.ts';
import { heading, value, type FormCell, type FormTable } from './form-table.ts';
import { REVIEW_COLUMNS, REVIEW_LINES } from './review-lines.ts';
import { columnWords, lineWords, PART_WORDS, type Words } from './words.ts';

const CONTENT: Words = { zh: '信息内容', en: 'Kind of information' };
const DECISIONS: Words = { zh: '本年处理决定数量', en: 'Decisions in the year' };

/** Part 2, disclosure on one's own initiative (主动公开政府信息情况): five small tables under one another. @see rule A3 */
export function proactiveForm({ entered, normative, feesTenThousandYuan }: ReportContent, locale: Locale): FormTable {
  const say = (words: Words) => words[locale];
  const clause = (chinese: string, number: number) =>
    heading(locale === 'zh' ? `第二十条第（${chinese}）项` : `Article 20 (${String(number)})`, 4);
  const single = (name: Words, of: number | string | null | undefined) => [heading(say(name)), value(of, 3)];
  const { regulationsMade = 0, regulationsRepealed = 0, regulationsInForce = 0 } = entered;
  const { made, repealed, inForce } = normative;
  const counted = (name: Words, counts: readonly number[]) => [heading(say(name)), ...counts.map((one) => value(one))];
  return {
    title: say(PART_WORDS[1] ?? CONTENT),
    widths: [30, 20, 20, 20],
    headerRows: 0,
    rows: [
      [clause('一', 1)],
      [CONTENT, ...MADE].map((words) => heading(say(words))),
      counted({ zh: '规章', en: 'Regulations' }, [regulationsMade, regulationsRepealed, regulationsInForce]),
      counted({ zh: '行政规范性文件', en: 'Normative documents' }, [made, repealed, inForce]),
      [clause('五', 5)],
      [heading(say(CONTENT)), heading(say(DECISIONS), 3)],
      single({ zh: '行政许可', en: 'Permits' }, entered.permits),
      [clause('六', 6)],
      [heading(say(CONTENT)), heading(say(DECISIONS), 3)],
      single({ zh: '行政处罚', en: 'Penalties' }, entered.penalties),
      single({ zh: '行政强制', en: 'Compulsory measures' }, entered.compulsoryMeasures),
      [clause('八', 8)],
      [heading(say(CONTENT)), heading(say(FEES), 3)],
      single({ zh: '行政事业性收费', en: 'Administrative fees' }, feesTenThousandYuan),
    ],
  };
}

const MADE: readonly Words[] = [
  { zh: '本年制发件数', en: 'Made in the year' },
  { zh: '本年废止件数', en: 'Repealed in the year' },
  { zh: '现行有效件数', en: 'In force' },
];
const FEES: Words = { zh: '本年收费金额（单位：万元）', en: 'Charged in the year (in ten thousand yuan)' };

/** A group of lines of the table of applications, as the form divides them. */
interface Group {
  readonly name: Words;
  readonly lines: readonly ApplicationLine[];
}

const GROUPS: readonly Group[] = [
  {
    name: { zh: '（三）不予公开', en: '(3) Refused' },
    lines: [
      ...(['REFUSED_STATE_SECRET', 'REFUSED_OTHER_LAW', 'REFUSED_SAFETY_AND_STABILITY'] as const),
      ...(['REFUSED_THIRD_PARTY', 'REFUSED_INTERNAL', 'REFUSED_PROCESS'] as const),
      ...(['REFUSED_ENFORCEMENT_FILE', 'REFUSED_ADMINISTRATIVE_ENQUIRY'] as const),
    ],
  },
  {
    name: { zh: '（四）无法提供', en: '(4) Not possible' },
    lines: ['UNABLE_NOT_HELD', 'UNABLE_NEEDS_MAKING', 'UNABLE_UNCLEAR_AFTER_CORRECTION'],
  },
  {
    name: { zh: '（五）不予处理', en: '(5) Not handled' },
    lines: [
      ...(['NOT_HANDLED_PETITION', 'NOT_HANDLED_REPEATED', 'NOT_HANDLED_PUBLICATION'] as const),
      ...(['NOT_HANDLED_EXCESSIVE', 'NOT_HANDLED_CONFIRMATION'] as const),
    ],
  },
  {
    name: { zh: '（六）其他处理', en: '(6) Other' },
    lines: ['OTHER_NOT_CORRECTED', 'OTHER_FEE_UNPAID', 'OTHER'],
  },
];
const HANDLED_ROWS = 3 + GROUPS.reduce((rows, { lines }) => rows + lines.length, 0);

/** Part 3, applications (收到和处理政府信息公开申请情况), with the merged headers of the official form. @see rules A4–A6 */
export function applicationsForm({ applications }: ReportContent, locale: Locale): FormTable {
  const say = (words: Words) => words[locale];
  const numbers = (line: ApplicationLine) => APPLICATION_COLUMNS.map((column) => value(applications[line][column]));
  const named = (prefix: Words, line: ApplicationLine, columns: number): FormCell[] => [
    heading(`${say(prefix)}${say(lineWords(line))}`, columns),
    ...numbers(line),
  ];
  const grouped = GROUPS.flatMap(({ name, lines }) =>
    lines.map((line, index) => [
      ...(index === 0 ? [heading(say(name), 1, lines.length)] : []),
      heading(`${String(index + 1)}. ${say(lineWords(line))}`),
      ...numbers(line),
    ]),
  );
  return {
    title: say(PART_WORDS[2] ?? CONTENT),
    widths: [10, 12, 36, 10, 10, 10, 10, 10, 10, 10],
    headerRows: 3,
    rows: [
      ...applicantHeader(locale),
      named({ zh: '一、', en: '1 ' }, 'RECEIVED', 3),
      named({ zh: '二、', en: '2 ' }, 'CARRIED_OVER', 3),
      [heading(say(HANDLING), 1, HANDLED_ROWS), ...named({ zh: '（一）', en: '(1) ' }, 'GRANTED', 2)],
      named({ zh: '（二）', en: '(2) ' }, 'PARTLY_GRANTED', 2),
      ...grouped,
      named({ zh: '（七）', en: '(7) ' }, 'HANDLED', 2),
      named({ zh: '四、', en: '4 ' }, 'CARRIED_FORWARD', 3),
    ],
  };
}

const HANDLING: Words = { zh: '三、本年度办理结果', en: '3 Results of the year' };

function applicantHeader(locale: Locale): FormCell[][] {
  const [person, ...others] = APPLICATION_COLUMNS;
  const columns = others.filter((column) => column !== 'TOTAL').map((column) => columnWords(column)[locale]);
  const say = (words: Words) => words[locale];
  return [
    [
      heading(
        say({
          zh: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
          en: '(1 and 2 are together 3 and 4 in every column)',
        }),
        3,
        3,
      ),
      heading(say({ zh: '申请人情况', en: 'Applicants' }), 7),
    ],
    [
      heading(columnWords(person)[locale], 1, 2),
      heading(say({ zh: '法人或其他组织', en: 'Legal persons and other organisations' }), columns.length),
      heading(columnWords('TOTAL')[locale], 1, 2),
    ],
    columns.map((text) => heading(text)),
  ];
}

/** Part 4, reconsiderations and lawsuits (政府信息公开行政复议、行政诉讼情况). @see rule A7 */
export function reviewsForm({ reviews }: ReportContent, locale: Locale): FormTable {
  const [reconsideration, ...lawsuits] = REVIEW_LINES.map((line) => lineWords(line)[locale]);
  const outcomes = REVIEW_COLUMNS.map((column) => columnWords(column)[locale]);
  const litigation: Words = { zh: '行政诉讼', en: 'Lawsuits' };
  return {
    title: (PART_WORDS[3] ?? CONTENT)[locale],
    widths: REVIEW_LINES.flatMap(() => REVIEW_COLUMNS.map(() => 9)),
    headerRows: 3,
    rows: [
      [heading(reconsideration ?? '', 5), heading(litigation[locale], 10)],
      [...outcomes.map((text) => heading(text, 1, 2)), ...lawsuits.map((text) => heading(text, 5))],
      lawsuits.flatMap(() => outcomes.map((text) => heading(text))),
      REVIEW_LINES.flatMap((line) => REVIEW_COLUMNS.map((column) => value(reviews[line][column]))),
    ],
  };
}
