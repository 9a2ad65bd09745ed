import { describe, expect, it } from 'vitest';
import { Fault } from '../../../../core/fault.ts';
import { cellOf, REPORT_COLUMNS, REPORT_LINES } from '../../../../subgraphs/documents/rules/report/cell.ts';
import { REVIEW_COLUMNS, reviewTable } from '../../../../subgraphs/documents/rules/report/review-lines.ts';
import {
  columnWords,
  headingWords,
  lineWords,
  PART_WORDS,
} from '../../../../subgraphs/documents/rules/report/words.ts';
import { PART_OF_HEADING, REPORT_HEADINGS } from '../../../../subgraphs/documents/rules/report/content.ts';

describe('a cell of a report', () => {
  it.each([
    ['GRANTED', 'OTHER', 'APPLICATIONS'],
    ['CARRIED_FORWARD', 'TOTAL', 'APPLICATIONS'],
    ['RECONSIDERATION', 'TOTAL', 'REVIEWS'],
    ['DIRECT_LITIGATION', 'OTHER_OUTCOME', 'REVIEWS'],
  ] as const)('%s × %s stands in the table of %s', (line, column, table) => {
    expect(cellOf(line, column)).toEqual({ table, line, column });
  });

  it.each([
    ['GRANTED', 'UPHELD', 'NATURAL_PERSON, ENTERPRISE, RESEARCH, PUBLIC_WELFARE, LEGAL_SERVICE, OTHER, TOTAL'],
    ['RECONSIDERATION', 'OTHER', 'UPHELD, CORRECTED, OTHER_OUTCOME, PENDING, TOTAL'],
  ] as const)('%s × %s is none', (line, column, columns) => {
    expect(() => cellOf(line, column)).toThrow(
      new Fault('BAD_USER_INPUT', `Expected of the line ${line} a column of ${columns}, got ${column}.`),
    );
  });

  it('is of 28 lines and 11 columns, all of which have words', () => {
    expect([REPORT_LINES.length, REPORT_COLUMNS.length]).toEqual([28, 11]);
    const said = [
      ...REPORT_LINES.map(lineWords),
      ...REPORT_COLUMNS.map(columnWords),
      ...REPORT_HEADINGS.map(headingWords),
    ];
    expect(said.every(({ zh, en }) => zh.length > 1 && en.length > 1)).toBe(true);
    expect(lineWords('PARTLY_GRANTED').zh).toBe('部分公开（区分处理的，只计这一情形，不计其他情形）');
    expect(columnWords('OTHER_OUTCOME')).toEqual({ zh: '其他结果', en: 'Other' });
    expect(PART_WORDS).toHaveLength(6);
    expect(REPORT_HEADINGS.map((one) => PART_OF_HEADING[one])).toEqual([1, 1, 5, 6, 6, 6]);
  });
});

describe('the table of reconsiderations and lawsuits', () => {
  it('puts what was counted where it belongs', () => {
    const table = reviewTable([
      { kind: 'RECONSIDERATION', outcome: 'OTHER', reviews: 2 },
      { kind: 'RECONSIDERATION', outcome: 'CORRECTED', reviews: 1 },
      { kind: 'DIRECT_LITIGATION', outcome: 'PENDING', reviews: 4 },
    ]);
    const none = Object.fromEntries(REVIEW_COLUMNS.map((column) => [column, 0]));
    expect(table).toEqual({
      RECONSIDERATION: { ...none, OTHER_OUTCOME: 2, CORRECTED: 1, TOTAL: 3 },
      DIRECT_LITIGATION: { ...none, PENDING: 4, TOTAL: 4 },
      LITIGATION_AFTER_RECONSIDERATION: none,
    });
  });
});
