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
