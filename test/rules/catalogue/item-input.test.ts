import { describe, expect, it } from 'vitest';
import type { ItemColumns } from '../../../subgraphs/catalogue/rules/item-columns.ts';
import { itemRefusals } from '../../../subgraphs/catalogue/rules/item-input.ts';
import { CATEGORIES, sampleItem } from './items.ts';

const refusalsOf = (given: Partial<ItemColumns>) => itemRefusals(sampleItem(given), ['input'], CATEGORIES);
const limit = (days: number) => ({ appliesTo: 'RESULT', days, unit: 'WORKING_DAY' }) as const;
const RULES = ['C5', 'C9'];

describe('an item of a catalogue', () => {
  it.each<[string, Partial<ItemColumns>]>([
    ['all columns', {}],
    ['no number, no stage', { code: null, stage: null }],
    ['a number of 8 digits', { code: '01000001' }],
    ['a body that it was moved to, of 100 characters', { movedTo: '局'.repeat(100) }],
    ['a title of 500 characters beyond the basic plane', { title: '𠮷'.repeat(500) }],
    ['a hundred elements', { contentElements: Array.from({ length: 100 }, () => '要素') }],
    ['a basis without an article', { bases: [{ title: '《办法》', article: null }] }],
    ['0 days', { timeLimits: [limit(0)] }],
    ['366 days', { timeLimits: [limit(366)] }],
  ])('is taken with %s', (_case, given) => {
    expect(refusalsOf(given)).toEqual([]);
  });

  it.each<[string, Partial<ItemColumns>, string[], string]>([
    ['a title', { title: ' ' }, ['title'], 'title'],
    ['a publisher', { publisher: '\u3000' }, ['publisher'], 'publisher'],
    ['a name of the body that it was moved to', { movedTo: '' }, ['movedTo'], 'movedTo'],
    ['elements', { contentElements: [] }, ['contentElements'], 'contentElements'],
    ['bases', { bases: [] }, ['bases'], 'bases'],
    ['channels', { channels: [] }, ['channels'], 'channels'],
    ['levels', { levels: [] }, ['levels'], 'levels'],
    ['words in an element', { contentElements: ['指南', ' '] }, ['contentElements', '1'], 'contentElements'],
    ['a title in a basis', { bases: [{ title: '', article: null }] }, ['bases', '0'], 'bases'],
    ['a title before an article', { bases: [{ title: ' ', article: '第九条' }] }, ['bases', '0'], 'bases'],
  ])('is refused without %s', (_case, given, at, expected) => {
    expect(refusalsOf(given)).toEqual([{ code: 'VALUE_MISSING', path: ['input', ...at], expected, rules: RULES }]);
  });

  it('is refused without a time limit', () => {
    const path = ['input', 'timeLimits'];
    const refusal = { code: 'VALUE_MISSING', path, expected: 'timeLimits', rules: ['C7', 'C9'] };
    expect(refusalsOf({ timeLimits: [] })).toEqual([refusal]);
  });

  it.each<[string, Partial<ItemColumns>, string[], [string, string]]>([
    ['title', { title: '𠮷'.repeat(501) }, ['title'], ['500', '501']],
    ['publisher', { publisher: 'x'.repeat(2_001) }, ['publisher'], ['2000', '2001']],
    ['name of the body that it was moved to', { movedTo: '局'.repeat(101) }, ['movedTo'], ['100', '101']],
    ['element', { contentElements: ['x'.repeat(2_001)] }, ['contentElements', '0'], ['2000', '2001']],
    ['basis', { bases: [{ title: '法', article: 'x'.repeat(2_000) }] }, ['bases', '0'], ['2000', '2001']],
  ])('is refused for a %s that is too long', (_case, given, at, [expected, got]) => {
    expect(refusalsOf(given)).toEqual([{ code: 'VALUE_TOO_LONG', path: ['input', ...at], expected, got }]);
  });

  it('is refused for a hundred and one elements', () => {
    expect(refusalsOf({ contentElements: Array.from({ length: 101 }, () => '') })).toEqual([
      { code: 'TOO_MANY_VALUES', path: ['input', 'contentElements'], expected: '100', got: '101' },
    ]);
  });

  it.each(['', ' 0101', '-1', '01 01', '０１０１', '0101\n', '一', '011', '010000001', '0201', 'abc'])(
    'is refused for a number that is none: %j',
    (code) => {
      const refusal = { code: 'ITEM_CODE_MALFORMED', path: ['input', 'code'], expected: '0101', rules: ['C5'] };
      expect(refusalsOf({ code })).toEqual([{ ...refusal, got: code }]);
    },
  );

  it('is refused under a heading that is not there, of which no more is repeated than helps', () => {
    const expected = 'Category (01, 02)';
    const refusal = { code: 'NOT_FOUND', path: ['input', 'categoryCode'], expected, rules: ['C1'] };
    expect(refusalsOf({ categoryCode: '03' })).toEqual([{ ...refusal, got: '03' }]);
    expect(refusalsOf({ categoryCode: '9'.repeat(50) })).toEqual([{ ...refusal, got: '9'.repeat(40) }]);
  });

  it.each([-1, 367, 1.5, Number.NaN])('is refused for a time limit of %d days', (days) => {
    const path = ['input', 'timeLimits', '0', 'days'];
    const refusal = { code: 'DAYS_OUT_OF_RANGE', path, expected: '0–366', rules: ['C7'] };
    expect(refusalsOf({ timeLimits: [limit(days)] })).toEqual([{ ...refusal, got: String(days) }]);
  });

  it('is refused for two time limits of one scope', () => {
    const path = ['input', 'timeLimits', '1', 'appliesTo'];
    expect(refusalsOf({ timeLimits: [limit(7), limit(20)] })).toEqual([
      { code: 'VALUE_REPEATED', path, got: 'RESULT', rules: ['C7'] },
    ]);
  });

  it('is refused for every reason at once', () => {
    const wrong = { title: '', categoryCode: '', code: '?', channels: [], timeLimits: [limit(400), limit(-1)] };
    expect(refusalsOf(wrong).map(({ path }) => path.slice(1).join('.'))).toEqual([
      ...['title', 'categoryCode', 'code', 'channels'],
      ...['timeLimits.0.days', 'timeLimits.1.days', 'timeLimits.1.appliesTo'],
    ]);
  });
});
