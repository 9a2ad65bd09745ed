import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import { Fault } from '../../../../core/fault.ts';
import { parseYuan } from '../../../../core/yuan.ts';
import { missingParts, REPORT_HEADINGS } from '../../../../subgraphs/documents/rules/report/content.ts';
import {
  daysOfYear,
  publicationRefusals,
  reportDueOn,
  reportInputRefusals,
  reportStanding,
  reportYearRefusals,
  requireReportYear,
  writtenWith,
  type ReportInput,
} from '../../../../subgraphs/documents/rules/report/publication.ts';

const day = civilDate;
const WHOLE = {
  texts: Object.fromEntries(REPORT_HEADINGS.map((heading) => [heading, '正文'])),
  entered: { permits: 0, penalties: 0, compulsoryMeasures: 0 },
  feesTenThousandYuan: parseYuan('0'),
};
const EMPTY = { texts: {}, entered: {}, feesTenThousandYuan: null };

describe('the annual report', () => {
  it('is due on 31 January of the next year, and is about all days of its own', () => {
    expect(reportDueOn(2025)).toBe('2026-01-31');
    expect(reportDueOn(998)).toBe('0999-01-31');
    expect(daysOfYear(2025)).toEqual({ first: '2025-01-01', last: '2025-12-31' });
    expect(daysOfYear(999)).toEqual({ first: '0999-01-01', last: '0999-12-31' });
  });

  it.each([
    ['published on the due day', '2026-01-31', '2026-06-01', { isLate: false, isOverdue: false }],
    ['published the day after', '2026-02-01', '2026-02-01', { isLate: true, isOverdue: false }],
    ['not published on the due day', null, '2026-01-31', { isLate: false, isOverdue: false }],
    ['not published the day after', null, '2026-02-01', { isLate: false, isOverdue: true }],
    ['seen before it was published late', '2026-03-01', '2026-02-28', { isLate: false, isOverdue: true }],
    ['seen before it was published in time', '2026-01-20', '2026-01-10', { isLate: false, isOverdue: false }],
  ])('%s', (_case, published, on, standing) => {
    expect(reportStanding(2025, published === null ? null : day(published), day(on))).toEqual(standing);
  });

  it.each([
    [2007, false],
    [2008, true],
    [9_998, true],
    [9_999, false],
    [2025.5, false],
    [Number.NaN, false],
  ])('of the year %s is asked for: %s', (year, isTaken) => {
    const ask = () => {
      requireReportYear(year);
    };
    if (isTaken) expect(ask).not.toThrow();
    else expect(ask).toThrow(new Fault('BAD_USER_INPUT', `Expected a year from 2008 to 9998, got ${String(year)}.`));
  });

  it.each([
    [2007, '2026-01-01', '2008–2026'],
    [2008, '2026-01-01', null],
    [2026, '2026-01-01', null],
    [2027, '2026-01-01', '2008–2026'],
    [9_999, '9999-01-01', '2008–9998'],
  ])('of %s is written on %s', (year, today, expected) => {
    const refusal = { code: 'YEAR_OUT_OF_RANGE', path: ['year'], expected, got: String(year), rules: ['A1'] };
    expect(reportYearRefusals(year, day(today))).toEqual(expected === null ? [] : [refusal]);
  });
});

describe('what staff write of it', () => {
  const amount = (got: string) => ({
    code: 'AMOUNT_MALFORMED',
    path: ['input', 'feesTenThousandYuan'],
    expected: '12.5',
    got,
    rules: ['A3'],
  });
  const number = (name: string, got: string) => ({
    code: 'NUMBER_OUT_OF_RANGE',
    path: ['input', 'entered', name],
    expected: '0–100000000',
    got,
    rules: ['A3'],
  });
  it.each<[string, ReportInput, object[]]>([
    ['nothing', {}, []],
    ['nulls', { texts: null, entered: null, feesTenThousandYuan: null }, []],
    ['an empty text', { texts: [{ heading: 'OVERVIEW', text: '' }] }, []],
    ['a long text', { texts: [{ heading: 'OVERVIEW', text: '文'.repeat(20_000) }] }, []],
    [
      'too long a text, and its heading twice',
      {
        texts: [
          { heading: 'OVERVIEW', text: '文' },
          { heading: 'OVERVIEW', text: '文'.repeat(20_001) },
        ],
      },
      [
        { code: 'VALUE_REPEATED', path: ['input', 'texts', '1', 'heading'], got: 'OVERVIEW', rules: ['A2'] },
        { code: 'VALUE_TOO_LONG', path: ['input', 'texts', '1', 'text'], expected: '20000', got: '20001' },
      ],
    ],
    ['numbers to both ends', { entered: { permits: 0, penalties: 100_000_000, regulationsMade: null } }, []],
    [
      'numbers beyond them',
      { entered: { permits: -1, compulsoryMeasures: 100_000_001 } },
      [number('permits', '-1'), number('compulsoryMeasures', '100000001')],
    ],
    ['an amount', { feesTenThousandYuan: '1234567890.1234' }, []],
    ['too large an amount', { feesTenThousandYuan: '12345678901' }, [amount('12345678901')]],
    ['an amount with five places', { feesTenThousandYuan: '0.12345' }, [amount('0.12345')]],
    ['an amount below zero', { feesTenThousandYuan: '-1' }, [amount('-1')]],
    ['no amount', { feesTenThousandYuan: '' }, [amount('')]],
    ['words', { feesTenThousandYuan: '无'.repeat(101) }, [amount('无'.repeat(100))]],
  ])('%s', (_case, input, refusals) => {
    expect(reportInputRefusals(input)).toEqual(refusals);
  });

  it('stays as it is where nothing is said, and goes where it is emptied', () => {
    expect(writtenWith(WHOLE, {})).toEqual(WHOLE);
    expect(writtenWith(WHOLE, { texts: null, entered: null })).toEqual(WHOLE);
    const texts = Object.fromEntries(Object.entries(WHOLE.texts).filter(([heading]) => heading !== 'OVERVIEW'));
    expect(
      writtenWith(WHOLE, {
        texts: [
          { heading: 'OVERVIEW', text: ' ' },
          { heading: 'PROBLEMS', text: ' 新 ' },
        ],
        entered: { permits: null, penalties: 5, regulationsMade: 1 },
        feesTenThousandYuan: null,
      }),
    ).toEqual({
      texts: { ...texts, PROBLEMS: '新' },
      entered: { penalties: 5, compulsoryMeasures: 0, regulationsMade: 1 },
      feesTenThousandYuan: null,
    });
    expect(writtenWith(EMPTY, { feesTenThousandYuan: '12.50' }).feesTenThousandYuan).toBe('12.5');
  });
});

describe('publishing it', () => {
  it('needs every heading and number, but no regulations', () => {
    expect(missingParts(WHOLE)).toEqual([]);
    expect(missingParts(EMPTY)).toEqual([
      ...REPORT_HEADINGS,
      ...['permits', 'penalties', 'compulsoryMeasures', 'feesTenThousandYuan'],
    ]);
    expect(publicationRefusals(2025, { ...WHOLE, feesTenThousandYuan: null }, day('2026-01-01'))).toEqual([
      {
        code: 'VALUE_MISSING',
        path: ['input', 'feesTenThousandYuan'],
        expected: 'feesTenThousandYuan',
        rules: ['A2', 'A3', 'A8'],
      },
    ]);
  });

  it.each([
    ['2025-12-31', ['VALUE_IN_FUTURE']],
    ['2026-01-01', []],
  ])('on %s', (today, codes) => {
    const refusals = publicationRefusals(2025, WHOLE, day(today));
    expect(refusals.map(({ code }) => code)).toEqual(codes);
    const early = { code: 'VALUE_IN_FUTURE', path: ['year'], expected: today, got: '2025-12-31', rules: ['A1'] };
    expect(refusals).toEqual(codes.length === 0 ? [] : [early]);
  });
});
