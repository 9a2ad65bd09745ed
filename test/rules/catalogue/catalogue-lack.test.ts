import { describe, expect, it } from 'vitest';
import { catalogueLacks, isWhole } from '../../../subgraphs/catalogue/rules/catalogue-lack.ts';
import type { ItemColumns } from '../../../subgraphs/catalogue/rules/item-columns.ts';
import { ownItem, sampleItem, superiorItem } from './items.ts';

const BASE = superiorItem('0101');
const kindsOf = (own: Partial<ItemColumns> | null, base: Partial<ItemColumns> = {}) =>
  catalogueLacks(own === null ? [] : [ownItem('0105', '0101', { title: BASE.title, ...own })], [
    { ...BASE, ...base, code: '0101' },
  ]).map(({ kind }) => kind);

describe('an edition lacks of the superior’s', () => {
  it('a mandatory item that is not there', () => {
    expect(catalogueLacks([], [BASE])).toEqual([{ kind: 'MISSING', base: BASE, item: null, columns: [] }]);
  });

  it('an item that a local one of the same name and number stands for', () => {
    expect(catalogueLacks([ownItem('0101', null)], [BASE])).toMatchObject([{ kind: 'MISSING' }]);
  });

  it('what an item asks for less, and not what it is short of as well', () => {
    const item = ownItem('0101', '0101', { method: 'ON_REQUEST', channels: [] });
    const columns = [{ column: 'method', expected: 'PROACTIVE', got: 'ON_REQUEST' }];
    expect(catalogueLacks([item], [BASE])).toEqual([{ kind: 'WEAKER', base: BASE, item, columns }]);
  });

  it.each<[string, Partial<ItemColumns>, string[]]>([
    [
      'an element',
      { contentElements: ['审批结果', '咨询电话'] },
      ['contentElements', '办事指南', '审批结果；咨询电话'],
    ],
    ['all elements', { contentElements: [] }, ['contentElements', '办事指南；审批结果', '']],
    [
      'an article of a basis',
      { bases: [{ title: '《医疗机构管理条例》', article: null }] },
      ['bases', '《医疗机构管理条例》第九条', '《医疗机构管理条例》'],
    ],
    ['a channel', { channels: ['SERVICE_CENTRE'] }, ['channels', 'GOVERNMENT_WEBSITE', 'SERVICE_CENTRE']],
    ['the title', { title: '另一事项' }, ['title', '事项0101', '另一事项']],
    ['that it stayed with its body', { movedTo: '行政审批局' }, ['movedTo', '—', '行政审批局']],
  ])('%s', (_case, own, [column, expected, got]) => {
    const item = ownItem('0101', '0101', own);
    const columns = [{ column, expected, got }];
    expect(catalogueLacks([item], [BASE])).toEqual([{ kind: 'INCOMPLETE', base: BASE, item, columns }]);
  });

  it.each<[string, Partial<ItemColumns> | null, Partial<ItemColumns>, string[]]>([
    ['nothing when it keeps an item as it is', {}, {}, []],
    ['nothing when its item has more', { channels: [...BASE.channels, 'OTHER'] }, {}, []],
    ['nothing of one that was moved above as well', { movedTo: '行政审批局' }, { movedTo: '审批局' }, []],
    ['nothing of an item that need not be there', null, { isMandatory: false }, []],
    ['nothing of an item that is abolished', null, { isInForce: false }, []],
    ['nothing of an abolished item that is weaker', { method: 'ON_REQUEST' }, { isInForce: false }, []],
    ['what is weaker in an item that need not be there', { method: 'ON_REQUEST' }, { isMandatory: false }, ['WEAKER']],
    ['what is short in an item that need not be there', { channels: [] }, { isMandatory: false }, ['INCOMPLETE']],
  ])('%s', (_case, own, base, kinds) => {
    expect(kindsOf(own, base)).toEqual(kinds);
  });

  it('of several items each what it lacks, in the superior’s order', () => {
    const superior = ['0103', '0101', '0102'].map((code) => superiorItem(code));
    const own = [ownItem('0101', '0101', { bases: [] }), ownItem('0102', '0102'), ownItem('0199', null)];
    const lacks = catalogueLacks(own, superior).map(({ kind, base }) => [kind, base.code]);
    expect(lacks).toEqual([
      ['MISSING', '0103'],
      ['INCOMPLETE', '0101'],
    ]);
  });
});

describe('an item is whole', () => {
  it.each<[string, Partial<ItemColumns>, boolean]>([
    ['when it is the superior’s', {}, true],
    [
      'when its basis is the same words, otherwise parted',
      { bases: [{ title: '《医疗机构管理条例》第九条', article: null }] },
      true,
    ],
    ['not when it is weaker', { audience: 'SPECIFIC_GROUP' }, false],
    ['not when it is short of something', { contentElements: ['办事指南'] }, false],
  ])('%s', (_case, own, expected) => {
    expect(isWhole(sampleItem(own), sampleItem({}))).toBe(expected);
  });
});
