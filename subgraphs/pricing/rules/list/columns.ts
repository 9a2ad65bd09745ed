import { columnLetters } from '../../../../core/table.ts';
import type { FindingCode } from '../finding-codes.ts';
import type { PriceKind } from '../price-row.ts';
import type { Heading } from './header.ts';
import { CELL_NAMES, type ColumnCell } from './heading-words.ts';
import { BARE_TIER, foldedHeading, type HeadingMeaning } from './headings.ts';

/** A column that is read. */
export interface Column {
  /** From 0. */
  readonly index: number;
  readonly letters: string;
  readonly heading: string;
  readonly cell: ColumnCell;
}

/** A column of amounts, of one tier or condition where its heading names one. */
export interface AmountColumn extends Column {
  readonly tier: string | null;
  readonly condition: string | null;
}

/** Something found in a header. */
export interface HeaderFinding {
  readonly code: FindingCode;
  readonly column: Omit<Column, 'cell'> | null;
  readonly got: string | null;
  readonly expected: string | null;
}

/** The columns of a list. */
export interface ListColumns {
  /** Those of texts, by what they give. */
  readonly of: ReadonlyMap<ColumnCell, Column>;
  readonly prices: readonly AmountColumn[];
  readonly ceilings: readonly AmountColumn[];
  readonly paymentStandards: readonly AmountColumn[];
  readonly unread: readonly Omit<Column, 'cell'>[];
  /** The unit that the heading of the prices names, 元/次; for lists without a column for it. */
  readonly unit: string | null;
  readonly findings: readonly HeaderFinding[];
}

interface Meant extends Column {
  readonly meaning: HeadingMeaning;
}

const SCALE = /万元|千元|百元|美元|港币|港元|usd|hkd/i;
const UNIT_NOTE = /元\/(?:每)?([^\d/()（）\s]{1,10})\s*[)）\]】]?$/;

/** Which of a header's columns are read as what, and what is wrong with them. */
export function listColumns(headings: readonly Heading[], kind: PriceKind): ListColumns {
  const columns = headings.map(({ index, text, meaning }) => {
    return { index, letters: columnLetters(index), heading: text, meaning };
  });
  const meant = columns.flatMap(({ meaning, ...column }): Meant[] =>
    meaning === null || meaning.cell === 'ignored' ? [] : [{ ...column, cell: meaning.cell, meaning }],
  );
  const findings: HeaderFinding[] = [];
  const prices = priceColumns(meant, findings);
  const ceilings = onePerTier(
    meant.filter(({ cell }) => cell === 'ceiling'),
    findings,
  );
  const paymentStandards = onePerTier(
    meant.filter(({ cell }) => cell === 'paymentStandard'),
    findings,
  );
  const of = textColumns(meant, findings);
  const unit = of.has('unit') ? null : (UNIT_NOTE.exec(prices[0]?.heading ?? '')?.[1] ?? null);
  const read = new Set([...of.values(), ...prices, ...ceilings, ...paymentStandards].map(({ index }) => index));
  const unread = columns.flatMap(({ index, letters, heading }) =>
    read.has(index) ? [] : [{ index, letters, heading }],
  );
  findings.push(...lacks({ of, prices, unit, kind }, columns));
  return { of, prices, ceilings, paymentStandards, unread, unit, findings };
}

const AMOUNTS: readonly ColumnCell[] = ['amount', 'ceiling', 'paymentStandard'];

function textColumns(meant: readonly Meant[], findings: HeaderFinding[]): ReadonlyMap<ColumnCell, Column> {
  const of = new Map<ColumnCell, Meant>();
  for (const column of meant) {
    if (AMOUNTS.includes(column.cell)) continue;
    const known = of.get(column.cell);
    if (known !== undefined && known.meaning.rank === column.meaning.rank) findings.push(twice(known, column));
    if (known === undefined || column.meaning.rank < known.meaning.rank) of.set(column.cell, column);
  }
  const [local, national] = [of.get('code'), of.get('nationalCode')];
  if (national !== undefined && (local === undefined || local.meaning.rank > 1)) {
    of.set('code', { ...national, cell: 'code' });
    of.delete('nationalCode');
  }
  return of;
}

/** The prices: those of tiers, beside or instead of one for all; what a hospital charges before what it might. */
function priceColumns(meant: readonly Meant[], findings: HeaderFinding[]): AmountColumn[] {
  const all = meant.filter(({ cell }) => cell === 'amount');
  const forAll = all.filter(({ meaning }) => meaning.tier === null && meaning.condition === null);
  const best = Math.min(...forAll.map(({ meaning }) => meaning.rank));
  const kept = forAll.filter(({ meaning }) => meaning.rank === best);
  const tiered = all.filter((column) => !forAll.includes(column));
  const read = tiered.filter(({ meaning }) => kept.length === 0 || (best > 0 && meaning.rank < BARE_TIER));
  return onePerTier(
    [...kept, ...read].sort((one, other) => one.index - other.index),
    findings,
  );
}

function onePerTier(columns: readonly Meant[], findings: HeaderFinding[]): AmountColumn[] {
  const of = new Map<string, Meant>();
  for (const column of columns) {
    const key = JSON.stringify([column.meaning.tier, column.meaning.condition]);
    const known = of.get(key);
    if (known === undefined) of.set(key, column);
    else findings.push(twice(known, column));
  }
  return [...of.values()].map(({ meaning: { tier, condition }, ...column }) => ({ ...column, tier, condition }));
}

/** Two columns for one cell: without a way to tell them apart where the price or name depends on it. */
function twice(known: Meant, other: Meant): HeaderFinding {
  const alike = foldedHeading(known.heading) === foldedHeading(other.heading) || other.meaning.tier !== null;
  const matters = known.cell === 'amount' || known.cell === 'name';
  const name = (column: Meant) => `${column.letters} ${column.heading}`;
  const code = alike && matters ? 'COLUMN_REPEATED' : 'COLUMN_AMBIGUOUS';
  return { code, column: other, got: name(other), expected: name(known) };
}

type Found = Pick<ListColumns, 'of' | 'prices' | 'unit'> & { readonly kind: PriceKind };

function lacks({ of, prices, unit, kind }: Found, columns: readonly Omit<Column, 'cell'>[]): HeaderFinding[] {
  const found: HeaderFinding[] = [];
  const got = columns.flatMap(({ heading }) => (heading === '' ? [] : [heading])).join('、');
  const missing = (cell: ColumnCell) => {
    found.push({ code: 'COLUMN_MISSING', column: null, got, expected: CELL_NAMES[cell] ?? cell });
  };
  if (!of.has('name')) missing('name');
  if (!of.has('unit') && unit === null) missing('unit');
  if (prices.length === 0) missing('amount');
  if (!of.has('code') && kind === 'SERVICE') {
    found.push({ code: 'CODES_MISSING', column: null, got: null, expected: null });
  }
  for (const column of prices) {
    const scale = SCALE.exec(column.heading)?.[0];
    if (scale !== undefined) found.push({ code: 'AMOUNT_SCALE', column, got: scale, expected: '元' });
  }
  return found;
}
