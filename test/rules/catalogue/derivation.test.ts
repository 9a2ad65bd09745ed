import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueLacks } from '../../../subgraphs/catalogue/rules/catalogue-lack.ts';
import {
  columnsOf,
  derivedItems,
  type NewItem,
  type SuperiorItem,
} from '../../../subgraphs/catalogue/rules/derivation.ts';
import { weakenings } from '../../../subgraphs/catalogue/rules/item-weakening.ts';
import { anyEditions, ownItem, sampleItem, superiorItem } from './items.ts';

const brief = ({ columns, basedOnId, matterId }: NewItem) => [columns.code, columns.title, basedOnId, matterId];

/** The items as they stand in the new edition, with the matters that they keep. */
function standing(items: readonly NewItem[], superior: readonly SuperiorItem[]) {
  const matters = new Map(superior.map(({ id, matterId }) => [id, matterId]));
  return items.map(({ columns, basedOnId }) => ({ ...columns, baseMatterId: matters.get(basedOnId ?? '') ?? null }));
}

describe('a derived edition', () => {
  it('is empty where nothing is above and nothing was before', () => {
    expect(derivedItems([], [])).toEqual([]);
  });

  it('is the superior’s where nothing was before', () => {
    expect(derivedItems([superiorItem('0101'), superiorItem('0201')], []).map(brief)).toEqual([
      ['0101', '事项0101', 'item 0101 above', null],
      ['0201', '事项0201', 'item 0201 above', null],
    ]);
  });

  it('goes on from the edition before where nothing is above', () => {
    expect(derivedItems([], [ownItem('0101', null), ownItem('0102', '0102')]).map(brief)).toEqual([
      ['0101', '事项0101', null, 'own matter of 0101'],
      ['0102', '事项0102', null, 'own matter of 0102'],
    ]);
  });

  it('keeps the region’s wording of an item that is whole, under the superior’s number', () => {
    expect(derivedItems([superiorItem('0102')], [ownItem('0105', '0102', { title: '本县叫法' })]).map(brief)).toEqual([
      ['0102', '本县叫法', 'item 0102 above', 'own matter of 0105'],
    ]);
  });

  it.each([
    ['weaker', { audience: 'SPECIFIC_GROUP' }],
    ['short of a channel', { channels: ['GOVERNMENT_WEBSITE'] }],
  ] as const)('takes the superior’s wording of an item that is %s, and keeps the matter', (_case, given) => {
    const own = ownItem('0101', '0101', { title: '本县叫法', ...given });
    expect(derivedItems([superiorItem('0101')], [own]).map(brief)).toEqual([
      ['0101', '事项0101', 'item 0101 above', 'own matter of 0101'],
    ]);
  });

  it('numbers a local item anew when the superior uses its number', () => {
    const own = [ownItem('0101', null, { title: '地方事项' }), ownItem('0107', null)];
    expect(derivedItems([superiorItem('0101')], own).map(brief)).toEqual([
      ['0101', '事项0101', 'item 0101 above', null],
      ['0108', '地方事项', null, 'own matter of 0101'],
      ['0107', '事项0107', null, 'own matter of 0107'],
    ]);
  });

  it('goes on with an item that the superior no longer lists, as a local one', () => {
    expect(derivedItems([superiorItem('0101')], [ownItem('0102', '0102')]).map(brief)).toEqual([
      ['0101', '事项0101', 'item 0101 above', null],
      ['0102', '事项0102', null, 'own matter of 0102'],
    ]);
  });
});

describe('every derived edition', () => {
  it('keeps every item of the superior’s, under its number and in its order, nowhere weaker', () => {
    fc.assert(
      fc.property(anyEditions, ({ superior, previous }) => {
        const kept = derivedItems(superior, previous).slice(0, superior.length);
        expect(kept.map(({ basedOnId }) => basedOnId)).toEqual(superior.map(({ id }) => id));
        expect(kept.map(({ columns }) => columns.code)).toEqual(superior.map(({ code }) => code));
        expect(superior.flatMap((base, index) => weakenings(kept[index]?.columns ?? base, base))).toEqual([]);
      }),
    );
  });

  it('lacks nothing of the superior’s but the title and the move that its edition before had otherwise', () => {
    fc.assert(
      fc.property(anyEditions, ({ superior, previous }) => {
        const lacks = catalogueLacks(standing(derivedItems(superior, previous), superior), superior);
        const columns = lacks.map((lack) => [lack.kind, ...lack.columns.map(({ column }) => column)]).flat();
        expect(columns.filter((column) => !['INCOMPLETE', 'title', 'movedTo'].includes(column))).toEqual([]);
        expect(catalogueLacks(standing(derivedItems(superior, []), superior), superior)).toEqual([]);
      }),
    );
  });

  it('goes on with every matter of the edition before, each once', () => {
    fc.assert(
      fc.property(anyEditions, ({ superior, previous }) => {
        const matters = derivedItems(superior, previous).flatMap(({ matterId }) => matterId ?? []);
        expect(matters.sort()).toEqual(previous.map(({ matterId }) => matterId).sort());
      }),
    );
  });

  it('leaves local items as they are, but for their numbers', () => {
    fc.assert(
      fc.property(anyEditions, ({ superior, previous }) => {
        const derived = new Map(derivedItems(superior, previous).map((item) => [item.matterId, item]));
        for (const item of previous.filter(({ baseMatterId }) => baseMatterId === null)) {
          const after = derived.get(item.matterId);
          expect(after?.basedOnId).toBeNull();
          expect({ ...after?.columns, code: item.code }).toEqual(columnsOf(item));
        }
      }),
    );
  });

  it('has no number twice', () => {
    fc.assert(
      fc.property(anyEditions, ({ superior, previous }) => {
        const codes = derivedItems(superior, previous).map(({ columns }) => columns.code);
        expect(new Set(codes).size).toBe(codes.length);
      }),
    );
  });

  it('derives into itself again', () => {
    fc.assert(
      fc.property(anyEditions, ({ superior, previous }) => {
        const first = derivedItems(superior, previous);
        const before = standing(first, superior).map((item, index) => ({ ...item, matterId: String(index) }));
        expect(derivedItems(superior, before).map(({ columns }) => columns)).toEqual(
          first.map(({ columns }) => columns),
        );
      }),
    );
  });
});

describe('the columns of an item', () => {
  it('are its columns alone, and lists of their own', () => {
    const item = sampleItem({ bases: [{ title: '《条例》', article: null }] });
    const columns = columnsOf({ ...item, ...{ id: 'a', matterId: 'b' } });
    expect(columns).toEqual(item);
    expect(columns.channels).not.toBe(item.channels);
    expect(columns.bases[0]).not.toBe(item.bases[0]);
  });
});
