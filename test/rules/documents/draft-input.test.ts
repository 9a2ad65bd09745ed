import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../core/civil-date.ts';
import {
  draftRefusals,
  LONGEST,
  textRefusals,
  type DraftInput,
} from '../../../subgraphs/documents/rules/draft-input.ts';

const TODAY = civilDate('2026-11-23');
const DRAFT: DraftInput = {
  title: '关于做好政务公开工作的通知',
  body: '正文',
  documentNumber: '沪卫办〔2021〕1号',
  indexNumber: '076478684Q/2021-00081',
  issuedOn: TODAY,
  effectiveOn: null,
  expiresOn: null,
  attribute: 'PROACTIVE',
  ground: null,
  superiorException: null,
  theme: null,
  genre: null,
  disclosureClause: null,
  origin: 'MADE',
  leadIssuer: null,
  catalogueItems: ['item'],
};
const found = (input: Partial<DraftInput>) =>
  draftRefusals({ ...DRAFT, ...input }, TODAY).map(({ code, path }) => [code, path.join('.')]);

describe('a draft', () => {
  it('is taken when everything fits', () => {
    expect(found({})).toEqual([]);
  });

  it('is taken without what its drafter does not know yet', () => {
    expect(
      found({ documentNumber: null, indexNumber: null, issuedOn: null, attribute: null, catalogueItems: [] }),
    ).toEqual([]);
  });

  it.each<[string, Partial<DraftInput>, string, string]>([
    ['an empty title', { title: ' ' }, 'VALUE_MISSING', 'input.title'],
    ['an empty body', { body: '\n' }, 'VALUE_MISSING', 'input.body'],
    ['a title of 301 characters', { title: '字'.repeat(301) }, 'VALUE_TOO_LONG', 'input.title'],
    [
      'a malformed document number',
      { documentNumber: '沪卫办2021年1号' },
      'DOCUMENT_NUMBER_MALFORMED',
      'input.documentNumber',
    ],
    ['a malformed index number', { indexNumber: '081' }, 'INDEX_NUMBER_MALFORMED', 'input.indexNumber'],
    ['a day in the future', { issuedOn: civilDate('2026-11-24') }, 'VALUE_IN_FUTURE', 'input.issuedOn'],
    [
      'a day on which it holds before the one that it bears',
      { issuedOn: civilDate('2026-11-02'), effectiveOn: civilDate('2026-11-01') },
      'DAY_TOO_EARLY',
      'input.effectiveOn',
    ],
    [
      'an end before the beginning',
      { effectiveOn: civilDate('2026-12-02'), expiresOn: civilDate('2026-12-01') },
      'DAY_TOO_EARLY',
      'input.expiresOn',
    ],
    [
      'an end before the day that it bears',
      { issuedOn: civilDate('2026-11-02'), expiresOn: civilDate('2026-11-01') },
      'DAY_TOO_EARLY',
      'input.expiresOn',
    ],
    ['a control character in the body', { body: '正文\u0007' }, 'CHARACTER_NOT_PRINTABLE', 'input.body'],
    ['a theme of 101 characters', { theme: '字'.repeat(101) }, 'VALUE_TOO_LONG', 'input.theme'],
    ['a genre of 101 characters', { genre: '字'.repeat(101) }, 'VALUE_TOO_LONG', 'input.genre'],
    ['a blank clause on disclosure', { disclosureClause: ' ' }, 'VALUE_MISSING', 'input.disclosureClause'],
    [
      'an exception of 1,001 characters',
      { superiorException: '字'.repeat(1_001) },
      'VALUE_TOO_LONG',
      'input.superiorException',
    ],
    ['several makers without one in the lead', { origin: 'MADE_JOINTLY' }, 'VALUE_MISSING', 'input.leadIssuer'],
    ['no ground for withholding', { attribute: 'WITHHELD' }, 'GROUND_MISSING', 'input.ground'],
    ['no ground for disclosing on request only', { attribute: 'ON_REQUEST' }, 'GROUND_MISSING', 'input.ground'],
    ['an empty ground', { ground: ' ' }, 'VALUE_MISSING', 'input.ground'],
    ['an empty ground for withholding', { attribute: 'WITHHELD', ground: ' ' }, 'VALUE_MISSING', 'input.ground'],
    [
      '51 catalogue items',
      { catalogueItems: Array.from({ length: 51 }, String) },
      'TOO_MANY_VALUES',
      'input.catalogueItems',
    ],
    ['a catalogue item without an id', { catalogueItems: [''] }, 'NOT_FOUND', 'input.catalogueItems'],
    [
      'an id of a catalogue item that is none',
      { catalogueItems: ['x'.repeat(101)] },
      'NOT_FOUND',
      'input.catalogueItems',
    ],
  ])('is refused for %s', (_what, input, code, path) => {
    expect(found(input)).toEqual([[code, path]]);
  });

  it('is refused for all reasons at once', () => {
    const codes = found({ title: '', documentNumber: '1', indexNumber: '1', attribute: 'WITHHELD' }).map(
      ([code]) => code,
    );
    expect(codes).toEqual(['VALUE_MISSING', 'DOCUMENT_NUMBER_MALFORMED', 'INDEX_NUMBER_MALFORMED', 'GROUND_MISSING']);
  });

  it('is refused with what was expected, what came and the rules', () => {
    const wrong = {
      ...DRAFT,
      body: '',
      documentNumber: '1号',
      indexNumber: 'y'.repeat(300),
      issuedOn: civilDate('2026-11-02'),
      effectiveOn: civilDate('2026-11-01'),
      expiresOn: civilDate('2026-10-31'),
      catalogueItems: ['z'.repeat(101)],
    };
    expect(draftRefusals(wrong, TODAY)).toEqual([
      { code: 'VALUE_MISSING', path: ['input', 'body'], expected: 'body' },
      {
        code: 'DOCUMENT_NUMBER_MALFORMED',
        path: ['input', 'documentNumber'],
        expected: '沪卫办〔2021〕1号',
        got: '1号',
        rules: ['D12'],
      },
      {
        code: 'INDEX_NUMBER_MALFORMED',
        path: ['input', 'indexNumber'],
        expected: '076478684Q/2021-00081',
        got: 'y'.repeat(100),
        rules: ['D14', 'D15'],
      },
      {
        code: 'DAY_TOO_EARLY',
        path: ['input', 'effectiveOn'],
        expected: '2026-11-02',
        got: '2026-11-01',
        rules: ['D17'],
      },
      {
        code: 'DAY_TOO_EARLY',
        path: ['input', 'expiresOn'],
        expected: '2026-11-01',
        got: '2026-10-31',
        rules: ['D17'],
      },
      {
        code: 'NOT_FOUND',
        path: ['input', 'catalogueItems'],
        expected: 'CatalogueItem',
        got: 'z'.repeat(100),
      },
    ]);
  });

  it('is refused where it stands, one of many drafts too', () => {
    const wrong: DraftInput = {
      ...{ ...DRAFT, title: '', body: ' ', documentNumber: '1', indexNumber: '1', theme: '\t', genre: '' },
      ...{ issuedOn: civilDate('2026-11-24'), effectiveOn: civilDate('2026-11-23'), origin: 'MADE_JOINTLY' },
      ...{ expiresOn: civilDate('2026-11-22'), attribute: 'WITHHELD', disclosureClause: '', superiorException: '' },
      catalogueItems: ['', ...Array.from({ length: 50 }, String)],
    };
    const refusals = draftRefusals(wrong, TODAY, ['drafts', '3']);
    expect(refusals.map(({ code, path }) => [code, path[0], path[1], path[2], path.length])).toEqual(
      [
        ...[
          ['VALUE_MISSING', 'title'],
          ['VALUE_MISSING', 'body'],
          ['VALUE_MISSING', 'superiorException'],
        ],
        ...[
          ['VALUE_MISSING', 'disclosureClause'],
          ['VALUE_MISSING', 'theme'],
          ['VALUE_MISSING', 'genre'],
        ],
        ...[
          ['DOCUMENT_NUMBER_MALFORMED', 'documentNumber'],
          ['INDEX_NUMBER_MALFORMED', 'indexNumber'],
        ],
        ...[
          ['GROUND_MISSING', 'ground'],
          ['VALUE_IN_FUTURE', 'issuedOn'],
          ['DAY_TOO_EARLY', 'effectiveOn'],
        ],
        ...[
          ['DAY_TOO_EARLY', 'expiresOn'],
          ['VALUE_MISSING', 'leadIssuer'],
          ['TOO_MANY_VALUES', 'catalogueItems'],
        ],
        ['NOT_FOUND', 'catalogueItems'],
      ].map(([code, name]) => [code, 'drafts', '3', name, 3]),
    );
    expect(refusals.filter(({ code }) => code === 'VALUE_IN_FUTURE' || code === 'TOO_MANY_VALUES')).toEqual([
      { code: 'VALUE_IN_FUTURE', path: ['drafts', '3', 'issuedOn'], expected: '2026-11-23', got: '2026-11-24' },
      { code: 'TOO_MANY_VALUES', path: ['drafts', '3', 'catalogueItems'], expected: '50', got: '51' },
    ]);
    expect(refusals.at(-1)).toEqual({
      ...{ code: 'NOT_FOUND', path: ['drafts', '3', 'catalogueItems'], expected: 'CatalogueItem', got: '' },
    });
  });

  it.each<[string, Partial<DraftInput>]>([
    ['holds from the day that it bears', { issuedOn: TODAY, effectiveOn: TODAY }],
    ['holds for a single day', { effectiveOn: TODAY, expiresOn: TODAY }],
    ['ends without saying when it began', { issuedOn: null, expiresOn: civilDate('2020-01-01') }],
    ['holds without saying which day it bears', { issuedOn: null, effectiveOn: civilDate('2020-01-01') }],
    [
      'holds from later on, until later still',
      { effectiveOn: civilDate('2027-01-01'), expiresOn: civilDate('2031-12-31') },
    ],
    ['stands under 50 items', { catalogueItems: Array.from({ length: 50 }, String) }],
    ['stands under an item with the longest id', { catalogueItems: ['x'.repeat(100)] }],
  ])('is taken when it %s', (_what, input) => {
    expect(found(input)).toEqual([]);
  });

  it('gives a legal ground when it is not for everyone', () => {
    expect(found({ attribute: 'WITHHELD', ground: '政府信息公开条例 第十四条' })).toEqual([]);
  });

  it('shows of what came no more than fits a message', () => {
    const [refusal] = draftRefusals({ ...DRAFT, documentNumber: 'x'.repeat(5_000) }, TODAY);
    expect(refusal?.got).toHaveLength(100);
  });
});

describe('a text', () => {
  it.each(Object.entries(LONGEST))('of the %s may be %i characters long and no longer', (field, longest) => {
    const name = field as keyof typeof LONGEST;
    expect(textRefusals(name, 'x'.repeat(longest), ['here'])).toEqual([]);
    expect(textRefusals(name, 'x'.repeat(longest + 1), ['here'])).toEqual([
      { code: 'VALUE_TOO_LONG', path: ['here'], expected: String(longest), got: String(longest + 1) },
    ]);
  });
});
