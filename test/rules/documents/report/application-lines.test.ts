import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APPLICATION_RESULTS } from '../../../../subgraphs/documents/rules/application/result.ts';
import {
  APPLICATION_COLUMNS,
  APPLICATION_LINES,
  applicationTable,
  LINE_OF_RESULT,
  resultsOfLine,
} from '../../../../subgraphs/documents/rules/report/application-lines.ts';

const KINDS = ['NATURAL_PERSON', 'ENTERPRISE', 'RESEARCH', 'PUBLIC_WELFARE', 'LEGAL_SERVICE', 'OTHER'] as const;

describe('the lines of the table of applications', () => {
  it('take every result, each on one line; those without a line of their own where the form has them', () => {
    const elsewhere = { ALREADY_PUBLIC: 'GRANTED', NOT_THIS_AGENCY: 'UNABLE_NOT_HELD' };
    const other = { OTHER_RULES: 'OTHER', OTHER_WITHDRAWN: 'OTHER' };
    const own = Object.fromEntries(APPLICATION_RESULTS.map((result) => [result, result]));
    expect(LINE_OF_RESULT).toEqual({ ...own, ...elsewhere, ...other });
    expect(APPLICATION_LINES).toHaveLength(25);
    expect(APPLICATION_COLUMNS).toEqual([...KINDS, 'TOTAL']);
  });

  it.each([
    ['GRANTED', ['GRANTED', 'ALREADY_PUBLIC']],
    ['PARTLY_GRANTED', ['PARTLY_GRANTED']],
    ['UNABLE_NOT_HELD', ['UNABLE_NOT_HELD', 'NOT_THIS_AGENCY']],
    ['OTHER', ['OTHER_RULES', 'OTHER_WITHDRAWN']],
    ['RECEIVED', []],
    ['HANDLED', []],
  ] as const)('%s counts %j', (line, results) => {
    expect(resultsOfLine(line)).toEqual(results);
  });
});

describe('the table of applications', () => {
  it('puts what was counted where it belongs, and nothing else', () => {
    const table = applicationTable([
      { applicantKind: 'RESEARCH', isReceived: false, result: 'NOT_THIS_AGENCY', applications: 3 },
      { applicantKind: 'OTHER', isReceived: true, result: null, applications: 2 },
    ]);
    const numbers = Object.entries(table).flatMap(([line, row]) =>
      Object.entries(row).flatMap(([column, count]) => (count === 0 ? [] : [`${line} ${column} ${String(count)}`])),
    );
    expect(numbers).toEqual([
      'RECEIVED OTHER 2',
      'RECEIVED TOTAL 2',
      'CARRIED_OVER RESEARCH 3',
      'CARRIED_OVER TOTAL 3',
      'UNABLE_NOT_HELD RESEARCH 3',
      'UNABLE_NOT_HELD TOTAL 3',
      'HANDLED RESEARCH 3',
      'HANDLED TOTAL 3',
      'CARRIED_FORWARD OTHER 2',
      'CARRIED_FORWARD TOTAL 2',
    ]);
  });

  it('balances in every column, and its lines add up, whatever was counted', () => {
    const counted = fc.record({
      applicantKind: fc.constantFrom(...KINDS),
      isReceived: fc.boolean(),
      result: fc.option(fc.constantFrom(...APPLICATION_RESULTS)),
      applications: fc.nat(1_000),
    });
    fc.assert(
      fc.property(fc.array(counted), (all) => {
        const table = applicationTable(all);
        for (const column of APPLICATION_COLUMNS) {
          const { RECEIVED, CARRIED_OVER, HANDLED, CARRIED_FORWARD } = table;
          expect(RECEIVED[column] + CARRIED_OVER[column]).toBe(HANDLED[column] + CARRIED_FORWARD[column]);
          const single = APPLICATION_LINES.slice(2, -2).reduce((sum, line) => sum + table[line][column], 0);
          expect(single).toBe(HANDLED[column]);
        }
        for (const line of APPLICATION_LINES) {
          expect(KINDS.reduce((sum, kind) => sum + table[line][kind], 0)).toBe(table[line].TOTAL);
        }
        expect(table.RECEIVED.TOTAL + table.CARRIED_OVER.TOTAL).toBe(
          all.reduce((sum, { applications }) => sum + applications, 0),
        );
      }),
    );
  });
});
