import fc from 'fast-check';
import { CHANNELS } from '../../../core/channel.ts';
import type { PreviousItem, SuperiorItem } from '../../../subgraphs/catalogue/rules/derivation.ts';
import {
  AUDIENCES,
  DISCLOSURE_METHODS,
  ITEM_LEVELS,
  OPENNESS_STAGES,
  TIME_LIMIT_SCOPES,
  TIME_UNITS,
  type ItemColumns,
} from '../../../subgraphs/catalogue/rules/item-columns.ts';

/** The headings of the samples. */
export const CATEGORIES: ReadonlySet<string> = new Set(['01', '02']);

/** An item with all columns filled in, in force and mandatory, except for what a test says of it. */
export function sampleItem<Given extends Partial<ItemColumns>>(given: Given): ItemColumns & Given {
  return {
    code: '0101',
    categoryCode: '01',
    title: '医疗机构设置审批',
    contentElements: ['办事指南', '审批结果'],
    bases: [{ title: '《医疗机构管理条例》', article: '第九条' }],
    timeLimits: [
      { appliesTo: 'INFORMATION', days: 20, unit: 'WORKING_DAY' },
      { appliesTo: 'RESULT', days: 7, unit: 'WORKING_DAY' },
    ],
    publisher: '县卫生健康局',
    channels: ['GOVERNMENT_WEBSITE', 'SERVICE_CENTRE'],
    audience: 'WHOLE_SOCIETY',
    method: 'PROACTIVE',
    levels: ['COUNTY', 'TOWNSHIP'],
    stage: 'SERVICE',
    movedTo: null,
    isMandatory: true,
    isInForce: true,
    ...given,
  };
}

/** An item of a superior's edition: its matter and its id are named after its code. */
export function superiorItem(code: string, given: Partial<ItemColumns> = {}): SuperiorItem {
  const columns = sampleItem({ categoryCode: code.slice(0, 2), title: `事项${code}`, ...given });
  return { ...columns, code, matterId: `matter of ${code} above`, id: `item ${code} above` };
}

/** An item of the region's own, which keeps the superior's item with a code, or is local where that is null. */
export function ownItem(code: string, keeps: string | null, given: Partial<ItemColumns> = {}): PreviousItem {
  const columns = sampleItem({ categoryCode: code.slice(0, 2), title: `事项${code}`, ...given });
  const baseMatterId = keeps === null ? null : `matter of ${keeps} above`;
  return { ...columns, code, matterId: `own matter of ${code}`, baseMatterId };
}

const few = <Value>(...values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });

/** Any item that can stand in a catalogue, of few values, so that items are often like each other. */
const anyColumns: fc.Arbitrary<ItemColumns & { readonly code: string }> = fc.record({
  code: fc.constantFrom('0101', '0102', '0103', '0104', '0199', '0201', '0202', '01100', '020100'),
  categoryCode: fc.constant(''),
  title: fc.constantFrom('行政许可', '行政处罚', '行政处罚（结果）', '行政处罚 (结果)', '双随机抽查'),
  contentElements: few('办事指南', '审批结果', '咨询电话'),
  bases: few<ItemColumns['bases'][number]>(
    { title: '《条例》', article: '第九条' },
    { title: '《办法》', article: null },
  ),
  timeLimits: fc.uniqueArray(
    fc.record({
      appliesTo: fc.constantFrom(...TIME_LIMIT_SCOPES),
      days: fc.constantFrom(0, 7, 20),
      unit: fc.constantFrom(...TIME_UNITS),
    }),
    { minLength: 1, selector: ({ appliesTo }) => appliesTo },
  ),
  publisher: fc.constantFrom('县卫生健康局', '乡镇卫生院'),
  channels: few(...CHANNELS.slice(0, 3)),
  audience: fc.constantFrom(...AUDIENCES),
  method: fc.constantFrom(...DISCLOSURE_METHODS),
  levels: few(...ITEM_LEVELS),
  stage: fc.constantFrom(null, ...OPENNESS_STAGES),
  movedTo: fc.constantFrom(null, '行政审批局'),
  isMandatory: fc.boolean(),
  isInForce: fc.boolean(),
});

/** The same under the heading that its number names. */
export const anyItem = anyColumns.map((item) => ({ ...item, categoryCode: item.code.slice(0, 2) }));

/** Any edition: items with numbers of their own. */
export const anyEdition = fc.uniqueArray(anyItem, { maxLength: 9, selector: ({ code }) => code });

/** A superior's edition and an edition of a region below it, which keeps some of its items and has others. */
export const anyEditions: fc.Arbitrary<{ superior: SuperiorItem[]; previous: PreviousItem[] }> = fc
  .tuple(anyEdition, anyEdition, fc.infiniteStream(fc.boolean()))
  .map(([above, below, kept]) => {
    const superior = above.map((item) => ({ ...superiorItem(item.code), ...item }));
    const matters = superior.map(({ matterId }) => matterId).reverse();
    const previous = below.map((item, index) => {
      const baseMatterId = kept.next().value ? (matters[index] ?? `a matter no longer above, ${String(index)}`) : null;
      return { ...ownItem(item.code, null), ...item, baseMatterId };
    });
    return { superior, previous };
  });
