import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedItems } from '../../../subgraphs/catalogue/rules/derivation.ts';
import { importedItems, importRefusals, type ImportGround } from '../../../subgraphs/catalogue/rules/imported-items.ts';
import type { ItemColumns } from '../../../subgraphs/catalogue/rules/item-columns.ts';
import { anyEdition, anyEditions, CATEGORIES, ownItem, sampleItem, superiorItem } from './items.ts';

const ground = (given: Partial<ImportGround>): ImportGround => ({
  superior: [],
  previous: [],
  categories: CATEGORIES,
  ...given,
});
const file = (...items: readonly Partial<ItemColumns>[]) => items.map((item) => sampleItem({ code: null, ...item }));
const imported = (items: readonly ItemColumns[], given: Partial<ImportGround>) =>
  importedItems(items, ground(given)).map(({ columns, basedOnId, matterId }) => [columns.code, basedOnId, matterId]);

describe('an item of a file', () => {
  it.each<[string, Partial<ItemColumns>, string, string | null]>([
    ['the same title', { title: '事项0102' }, '0102', 'item 0102 above'],
    ['a title that differs in spaces', { title: ' 事项 0102\n' }, '0102', 'item 0102 above'],
    ['a title in full width', { title: '事项０１０２' }, '0102', 'item 0102 above'],
    ['the same title and another number', { title: '事项0102', code: '0101' }, '0101', 'item 0102 above'],
    ['another title and the same number', { title: '甲', code: '0102' }, '0102', 'item 0102 above'],
    ['the same title under another heading', { title: '事项0102', categoryCode: '02' }, '0201', null],
    ['the same number under another heading', { title: '甲', code: '0102', categoryCode: '02' }, '0102', null],
    ['another title and no number', { title: '甲' }, '0101', null],
  ])('with %s is told by it', (_case, item, code, basedOnId) => {
    const superior = [superiorItem('0102'), superiorItem('0103')];
    expect(imported(file(item), { superior })).toEqual([[code, basedOnId, null]]);
  });

  it.each([
    ['〔', '〕'],
    ['﹝', '﹞'],
    ['【', '】'],
    ['（', '）'],
    ['《', '》'],
    ['', ''],
  ])('is told by its title in whichever brackets: %s %s', (open, close) => {
    const superior = [superiorItem('0101', { title: '抽查[2021]' })];
    expect(imported(file({ title: `抽查${open}2021${close}` }), { superior })).toEqual([
      ['0101', 'item 0101 above', null],
    ]);
  });

  it('is told by its title before another is by its number', () => {
    const superior = [superiorItem('0101')];
    expect(imported(file({ title: '甲', code: '0101' }, { title: '事项0101' }), { superior })).toEqual([
      ['0101', null, null],
      ['0102', 'item 0101 above', null],
    ]);
  });

  it('is the one with its number where several have its title, and else the first', () => {
    const superior = ['0101', '0102', '0103'].map((code) => superiorItem(code, { title: '行政处罚' }));
    const title = '行政处罚';
    expect(imported(file({ title, code: '0103' }, { title }, { title }, { title }), { superior })).toEqual([
      ['0103', 'item 0103 above', null],
      ['0101', 'item 0101 above', null],
      ['0102', 'item 0102 above', null],
      ['0104', null, null],
    ]);
  });

  it('goes on with the region’s own matter that keeps the same item, whatever that is called', () => {
    const [superior, previous] = [[superiorItem('0101')], [ownItem('0105', '0101', { title: '本县叫法' })]];
    expect(imported(file({ title: '事项0101' }), { superior, previous })).toEqual([
      ['0101', 'item 0101 above', 'own matter of 0105'],
    ]);
  });

  it('keeps the superior’s item when the region renamed, renumbered and moved it', () => {
    const moved = ownItem('0207', '0101', { title: '本县叫法' });
    expect(imported([moved], { superior: [superiorItem('0101')], previous: [moved] })).toEqual([
      ['0207', 'item 0101 above', 'own matter of 0207'],
    ]);
  });

  it('goes on with a local matter that the superior lists by now', () => {
    const previous = [ownItem('0105', null, { title: '事项0101' })];
    expect(imported(file({ title: '事项0101' }), { superior: [superiorItem('0101')], previous })).toEqual([
      ['0101', 'item 0101 above', 'own matter of 0105'],
    ]);
  });

  it('has the number that it had, unless the file gives that to another', () => {
    const previous = [ownItem('0107', null)];
    expect(imported(file({ title: '事项0107' }), { previous })).toEqual([['0107', null, 'own matter of 0107']]);
    expect(imported(file({ title: '事项0107' }, { title: '甲', code: '0107' }), { previous })).toEqual([
      ['0108', null, 'own matter of 0107'],
      ['0107', null, null],
    ]);
  });
});

describe('every file', () => {
  const items = anyEdition.chain((edition) =>
    fc
      .array(fc.boolean(), { minLength: edition.length, maxLength: edition.length })
      .map((given) => edition.map((item, index) => (given[index] === true ? item : { ...item, code: null }))),
  );

  it('becomes as many items, in its order, each number, matter and item of the superior’s once', () => {
    fc.assert(
      fc.property(items, anyEditions, (rows, editions) => {
        const made = importedItems(rows, ground(editions));
        expect(made.map(({ columns }) => ({ ...columns, code: null }))).toEqual(
          rows.map((row) => ({ ...row, code: null })),
        );
        for (const ids of [
          made.map(({ columns }) => columns.code),
          made.flatMap(({ matterId }) => matterId ?? []),
          made.flatMap(({ basedOnId }) => basedOnId ?? []),
        ]) {
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
    );
  });

  it('leaves the numbers that it gives', () => {
    fc.assert(
      fc.property(items, anyEditions, (rows, editions) => {
        const codes = importedItems(rows, ground(editions)).map(({ columns }) => columns.code);
        expect(codes.filter((_code, index) => rows[index]?.code != null)).toEqual(
          rows.flatMap(({ code }) => code ?? []),
        );
      }),
    );
  });

  it('of an edition’s own items gives the same matters, in any order', () => {
    fc.assert(
      fc.property(anyEditions, ({ superior, previous }) => {
        const rows = [...previous].reverse();
        const matters = importedItems(rows, ground({ superior, previous })).map(({ matterId }) => matterId);
        expect(matters).toEqual(rows.map(({ matterId }) => matterId));
      }),
    );
  });

  it('of a derived edition keeps what that keeps, and is refused for nothing', () => {
    fc.assert(
      fc.property(anyEditions, ({ superior, previous: before }) => {
        const derived = derivedItems(superior, before);
        fc.pre(derived.length > 0);
        const matters = new Map(superior.map(({ id, matterId }) => [id, matterId]));
        const previous = derived.map(({ columns, basedOnId }, index) => {
          return { ...columns, matterId: String(index), baseMatterId: matters.get(basedOnId ?? '') ?? null };
        });
        const rows = derived.map(({ columns }) => columns);
        const again = importedItems(rows, ground({ superior, previous }));
        const kept = derived.flatMap(({ basedOnId }, index) => (basedOnId === null ? [] : [[index, basedOnId]]));
        expect(kept.map(([index]) => [index, again[Number(index)]?.basedOnId])).toEqual(kept);
        expect(importRefusals(rows, ground({ superior, previous }))).toEqual([]);
      }),
    );
  });
});

describe('a file is refused', () => {
  it('when it has no items', () => {
    expect(importRefusals([], ground({ superior: [superiorItem('0101')] }))).toEqual([
      { code: 'VALUE_MISSING', path: ['items'], expected: 'CatalogueItem', rules: ['C2'] },
    ]);
  });

  it('for a mandatory item of the superior’s that it lacks', () => {
    const superior = [superiorItem('0101'), superiorItem('0102'), superiorItem('0103', { isMandatory: false })];
    expect(importRefusals(file({ title: '事项0102' }), ground({ superior }))).toEqual([
      { code: 'ITEM_LACKING', path: ['items'], expected: '0101 事项0101', rules: ['C1', 'C2'] },
    ]);
  });

  it('for every column in which an item is weaker, and not for what an item is short of', () => {
    const superior = [superiorItem('0101'), superiorItem('0102')];
    const weak = { title: '事项0102', method: 'ON_REQUEST', audience: 'SPECIFIC_GROUP' } as const;
    const refusals = importRefusals(file({ title: '事项0101', channels: ['OTHER'] }, weak), ground({ superior }));
    const rules = ['C1', 'C4'];
    expect(refusals).toEqual([
      {
        ...{ code: 'ITEM_WEAKENED', path: ['items', '1', 'audience'], rules },
        ...{ expected: 'WHOLE_SOCIETY', got: 'SPECIFIC_GROUP' },
      },
      { code: 'ITEM_WEAKENED', path: ['items', '1', 'method'], expected: 'PROACTIVE', got: 'ON_REQUEST', rules },
    ]);
  });

  it('for every reason at once: columns, numbers, and what falls short', () => {
    const rows = file({ title: '', code: '0105' }, { code: '0105', method: 'ON_REQUEST', title: '事项0101' });
    const superior = [superiorItem('0101'), superiorItem('0102')];
    const refusals = importRefusals(rows, ground({ superior })).map(({ code, path }) => [code, path.join('.')]);
    expect(refusals).toEqual([
      ['VALUE_MISSING', 'items.0.title'],
      ['ITEM_CODE_TAKEN', 'items.1.code'],
      ['ITEM_WEAKENED', 'items.1.method'],
      ['ITEM_LACKING', 'items'],
    ]);
  });

  it('for nothing where nothing is above and its items do', () => {
    expect(importRefusals(file({}, {}), ground({}))).toEqual([]);
  });
});
