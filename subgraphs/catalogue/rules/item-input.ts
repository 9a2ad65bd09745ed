import type { Refusal } from '../../../core/refusal.ts';
import { isCodeOf } from './item-code.ts';
import type { ItemColumns } from './item-columns.ts';

/** The longest texts and lists that an item takes. */
const LONGEST = { title: 500, text: 2_000, body: 100, list: 100 } as const;
/** No time limit of the field is near it. */
const MOST_DAYS = 366;
/** The elements that no item may lack. */
const RULES = ['C5', 'C9'] as const;

/**
 * Why an item can not stand in a catalogue: an element that is missing, too long, or names nothing known.
 *
 * @param path - where the item stands in the input
 * @param categories - the codes of the first-level headings
 * @see rules C5, C6, C7, C9
 */
export function itemRefusals(item: ItemColumns, path: readonly string[], categories: ReadonlySet<string>): Refusal[] {
  return [
    ...nameRefusals(item, path, categories),
    ...listRefusals(item, path),
    ...timeLimitRefusals(item, [...path, 'timeLimits']),
  ];
}

function nameRefusals(item: ItemColumns, path: readonly string[], categories: ReadonlySet<string>): Refusal[] {
  const refusals = [
    ...textRefusals(item.title, { path, name: 'title', longest: LONGEST.title }),
    ...textRefusals(item.publisher, { path, name: 'publisher', longest: LONGEST.text }),
    ...(item.movedTo === null ? [] : textRefusals(item.movedTo, { path, name: 'movedTo', longest: LONGEST.body })),
  ];
  if (!categories.has(item.categoryCode)) {
    const expected = `Category (${[...categories].join(', ')})`;
    refusals.push({
      code: 'NOT_FOUND',
      path: [...path, 'categoryCode'],
      expected,
      got: item.categoryCode.slice(0, 40),
      rules: ['C1'],
    });
  }
  const heading = categories.has(item.categoryCode) ? item.categoryCode : '';
  if (item.code !== null && !isCodeOf(heading, item.code)) {
    const [expected, got] = [heading === '' ? '0101' : `${heading}01`, item.code.slice(0, 40)];
    refusals.push({ code: 'ITEM_CODE_MALFORMED', path: [...path, 'code'], expected, got, rules: ['C5'] });
  }
  return refusals;
}

function listRefusals(item: ItemColumns, path: readonly string[]): Refusal[] {
  const lists = {
    contentElements: item.contentElements,
    bases: item.bases.map(({ title, article }) => (title.trim() === '' ? '' : `${title}${article ?? ''}`)),
    channels: item.channels,
    levels: item.levels,
  };
  return Object.entries(lists).flatMap(([name, list]): Refusal[] => {
    const at = [...path, name];
    if (list.length === 0) return [{ code: 'VALUE_MISSING', path: at, expected: name, rules: RULES }];
    if (list.length > LONGEST.list) {
      return [{ code: 'TOO_MANY_VALUES', path: at, expected: String(LONGEST.list), got: String(list.length) }];
    }
    return list.flatMap((text, index) => textRefusals(text, { path, name, index, longest: LONGEST.text }));
  });
}

function timeLimitRefusals({ timeLimits }: ItemColumns, path: readonly string[]): Refusal[] {
  if (timeLimits.length === 0) return [{ code: 'VALUE_MISSING', path, expected: 'timeLimits', rules: ['C7', 'C9'] }];
  return timeLimits.flatMap(({ appliesTo, days }, index): Refusal[] => {
    const at = [...path, String(index)];
    const refusals: Refusal[] = [];
    if (!Number.isInteger(days) || days < 0 || days > MOST_DAYS) {
      refusals.push({
        code: 'DAYS_OUT_OF_RANGE',
        path: [...at, 'days'],
        expected: `0–${String(MOST_DAYS)}`,
        got: String(days),
        rules: ['C7'],
      });
    }
    if (timeLimits.findIndex((one) => one.appliesTo === appliesTo) < index) {
      refusals.push({ code: 'VALUE_REPEATED', path: [...at, 'appliesTo'], got: appliesTo, rules: ['C7'] });
    }
    return refusals;
  });
}

interface TextPlace {
  readonly path: readonly string[];
  /** The element that the text is, or is one of. */
  readonly name: string;
  readonly index?: number;
  readonly longest: number;
}

function textRefusals(text: string, { path, name, index, longest }: TextPlace): Refusal[] {
  const at = [...path, name, ...(index === undefined ? [] : [String(index)])];
  if (text.trim() === '') return [{ code: 'VALUE_MISSING', path: at, expected: name, rules: RULES }];
  const length = Array.from(text).length;
  if (length <= longest) return [];
  return [{ code: 'VALUE_TOO_LONG', path: at, expected: String(longest), got: String(length) }];
}
