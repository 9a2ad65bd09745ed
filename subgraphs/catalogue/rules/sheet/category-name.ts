import { folded } from './cell-text.ts';

/** A first-level heading of the catalogue (一级事项). */
export interface CategoryName {
  readonly code: string;
  readonly name: string;
}

const NUMBERING = /^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）、.．:：]*/;
const AMOUNT = /[（(]?(?:共|合计)?\d{1,3}[项个条][)）]?$/;
const KIND = /(?:类事项|事项类|事项|类)$/;

/**
 * The category that a heading names: numbers before it, amounts behind it and the words 类 and 事项 make no difference.
 *
 * @returns null when it names none
 */
export function categoryNamed(heading: string, categories: readonly CategoryName[]): CategoryName | null {
  const text = folded(heading);
  const name = bare(text);
  const found = categories.find((category) => bare(folded(category.name)) === name);
  if (found !== undefined && name !== '') return found;
  return categories.find(({ code }) => code === text.padStart(2, '0')) ?? null;
}

function bare(text: string): string {
  return text.replace(NUMBERING, '').replace(AMOUNT, '').replace(KIND, '');
}
