import { ITEM_COLUMNS, PAYER_COLUMNS, type ItemColumn, type PayerColumn } from './column-names.ts';
import { headingParts } from './headings.ts';

/** A payer and one of its plans; both blank for the columns of the tall form, where the names stand in cells. */
export interface PayerPlan {
  readonly payer: string;
  readonly plan: string;
}

/** What a heading above the charges says that its column holds. */
export type Meaning =
  | { readonly kind: 'item'; readonly name: ItemColumn }
  /** One half of the pair of a code and its type; `index` is its number as the heading spells it. */
  | { readonly kind: 'code'; readonly index: string; readonly part: 'code' | 'type' }
  | ({ readonly kind: 'payer'; readonly name: PayerColumn } & PayerPlan);

const ITEM_NAMES: ReadonlySet<string> = new Set(ITEM_COLUMNS);
const PAYER_NAMES: ReadonlySet<string> = new Set(PAYER_COLUMNS);

/** @returns null for a heading that the template does not have */
export function meaningOf(heading: string): Meaning | null {
  const parts = headingParts(heading);
  if (parts[0] === 'code') return codeMeaning(parts);
  const name = parts.join('|');
  if (isItemColumn(name)) return { kind: 'item', name };
  if (isPayerColumn(name)) return { kind: 'payer', name, payer: '', plan: '' };
  return wideMeaning(parts, heading);
}

/** What two headings that say the same have in common. */
export function meaningKey(meaning: Meaning): string {
  if (meaning.kind === 'item') return meaning.name;
  if (meaning.kind === 'code') return `code|${meaning.index}|${meaning.part}`;
  return `${meaning.name}|${planKey(meaning)}`;
}

/** What two spellings of a payer's plan have in common: all but their letter case. */
export function planKey({ payer, plan }: PayerPlan): string {
  return `${payer}|${plan}`.toLowerCase();
}

/** Whether the template's own placeholder still stands in a heading: `code | [i]`. */
export function isUnfilled(meaning: Meaning): boolean {
  if (meaning.kind === 'item') return false;
  const parts = meaning.kind === 'code' ? [meaning.index] : [meaning.payer, meaning.plan];
  return parts.some((part) => /^\[.*\]$/.test(part));
}

function codeMeaning([, index = '', type, ...rest]: readonly string[]): Meaning | null {
  if (index === '' || rest.length > 0) return null;
  if (type === undefined) return { kind: 'code', index, part: 'code' };
  return type === 'type' ? { kind: 'code', index, part: 'type' } : null;
}

function wideMeaning([first = '', , , member, ...rest]: readonly string[], heading: string): Meaning | null {
  const [, payer = '', plan = ''] = heading.split('|').map((part) => part.trim());
  if (payer === '' || plan === '' || rest.length > 0) return null;
  if (first === 'additional_payer_notes' && member === undefined) return { kind: 'payer', name: 'notes', payer, plan };
  const name = member === undefined ? first : `${first}|${member}`;
  return isPayerColumn(name) ? { kind: 'payer', name, payer, plan } : null;
}

function isItemColumn(name: string): name is ItemColumn {
  return ITEM_NAMES.has(name);
}

/** The notes of the tall form are those of the item, so nothing is called so by itself. */
function isPayerColumn(name: string): name is PayerColumn {
  return PAYER_NAMES.has(name) && name !== 'notes';
}
