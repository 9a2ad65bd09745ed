import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import { Fault } from '../../../../core/fault.ts';
import {
  catalogueDueOn,
  catalogueStanding,
  listingRefusals,
  publicationRefusals,
  requireCatalogueYear,
  yearRefusals,
} from '../../../../subgraphs/documents/rules/decision/catalogue.ts';

const day = civilDate;

describe('the yearly catalogue of decisions', () => {
  it('is due on 31 March of its year', () => {
    expect(catalogueDueOn(2026)).toBe('2026-03-31');
    expect(catalogueDueOn(800)).toBe('0800-03-31');
  });

  it.each([
    ['published on the due day', '2026-03-31', '2026-06-01', { isLate: false, isOverdue: false }],
    ['published the day after', '2026-04-01', '2026-04-01', { isLate: true, isOverdue: false }],
    ['not published on the due day', null, '2026-03-31', { isLate: false, isOverdue: false }],
    ['not published the day after', null, '2026-04-01', { isLate: false, isOverdue: true }],
    ['seen before it was published late', '2026-05-01', '2026-04-30', { isLate: false, isOverdue: true }],
    ['seen before it was published in time', '2026-03-20', '2026-03-10', { isLate: false, isOverdue: false }],
  ])('%s', (_case, published, on, standing) => {
    const publishedOn = published === null ? null : day(published);
    expect(catalogueStanding(2026, publishedOn, day(on))).toEqual(standing);
  });

  it.each([
    [1999, false],
    [2000, true],
    [9_998, true],
    [9_999, false],
  ])('of the year %s is asked for: %s', (year, isTaken) => {
    const ask = () => {
      requireCatalogueYear(year);
    };
    if (isTaken) expect(ask).not.toThrow();
    else expect(ask).toThrow(new Fault('BAD_USER_INPUT', `Expected a year from 2000 to 9998, got ${String(year)}.`));
  });

  it.each([
    [1999, '2026-05-01', '2000–2027'],
    [2000, '2026-05-01', null],
    [2027, '2026-05-01', null],
    [2028, '2026-05-01', '2000–2027'],
    [9_999, '9998-05-01', '2000–9998'],
  ])('of %s is begun on %s', (year, today, expected) => {
    const path = ['input', 'year'];
    const refusal = { code: 'YEAR_OUT_OF_RANGE', path, expected, got: String(year), rules: ['M1'] };
    expect(yearRefusals(path, year, day(today))).toEqual(expected === null ? [] : [refusal]);
  });
});

describe('listing a decision', () => {
  const INPUT = { title: '卫生规划', undertaker: '规划科' };
  it.each([
    ['that is new', {}, ['医院布局'], []],
    [
      'that is listed already',
      { title: ' 卫生规划 ' },
      ['卫生规划'],
      [{ code: 'VALUE_REPEATED', path: ['input', 'title'], got: '卫生规划', rules: ['M1'] }],
    ],
    [
      'without words',
      { title: '', undertaker: ' ' },
      [],
      [
        { code: 'VALUE_MISSING', path: ['input', 'title'], expected: 'title' },
        { code: 'VALUE_MISSING', path: ['input', 'undertaker'], expected: 'undertaker' },
      ],
    ],
    [
      'with too many words',
      { title: '题'.repeat(301), undertaker: '科'.repeat(201), plannedFor: '年'.repeat(201) },
      [],
      [
        { code: 'VALUE_TOO_LONG', path: ['input', 'title'], expected: '300', got: '301' },
        { code: 'VALUE_TOO_LONG', path: ['input', 'undertaker'], expected: '200', got: '201' },
        { code: 'VALUE_TOO_LONG', path: ['input', 'plannedFor'], expected: '200', got: '201' },
      ],
    ],
  ])('%s', (_case, input, others, refusals) => {
    expect(listingRefusals({ ...INPUT, ...input }, others)).toEqual(refusals);
  });

  it('is possible a hundred times', () => {
    const others = Array.from({ length: 100 }, (_one, index) => String(index));
    expect(listingRefusals(INPUT, others.slice(1))).toEqual([]);
    expect(listingRefusals(INPUT, others)).toEqual([
      { code: 'TOO_MANY_VALUES', path: ['input'], expected: '100', got: '101' },
    ]);
    const got = '题'.repeat(100);
    expect(listingRefusals({ ...INPUT, title: '题'.repeat(120) }, ['题'.repeat(120)])).toEqual([
      { code: 'VALUE_REPEATED', path: ['input', 'title'], got, rules: ['M1'] },
    ]);
  });
});

describe('publishing the catalogue', () => {
  const unpublished = (got: string) => ({
    code: 'STATUS_NOT_FITTING',
    path: ['id', 'links'],
    expected: 'PUBLISHED',
    got,
    rules: ['M1'],
  });
  it.each([
    ['with documents that are public', { isPublic: false, decisions: 1 }, [{ title: '草案', status: 'PUBLISHED' }], []],
    [
      'with documents that are not',
      { isPublic: false, decisions: 1 },
      [
        { title: '草案', status: 'APPROVED' },
        { title: '题'.repeat(101), status: null },
      ],
      [unpublished('草案: APPROVED'), unpublished(`${'题'.repeat(100)}: NONE`)],
    ],
    [
      'that lists nothing',
      { isPublic: false, decisions: 0 },
      [],
      [{ code: 'VALUE_MISSING', path: ['id'], expected: 'MajorDecision', rules: ['M1'] }],
    ],
    [
      'that is published already',
      { isPublic: true, decisions: 0 },
      [{ title: '草案', status: null }],
      [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'DRAFT', got: 'PUBLISHED', rules: ['M1'] }],
    ],
  ])('%s', (_case, catalogue, named, refusals) => {
    expect(publicationRefusals(catalogue, named)).toEqual(refusals);
  });
});
