import { columnLetters, type SheetRow } from '../../../../core/table.ts';
import type { FilePlace, Finding } from '../finding.ts';
import { found } from './charge-item.ts';
import {
  isNeeded,
  ITEM_COLUMNS,
  PAYER_COLUMNS,
  wideHeading,
  type ItemColumn,
  type PayerColumn,
} from './column-names.ts';
import type { TemplateVersion } from './file-header.ts';
import { isUnfilled, meaningKey, meaningOf, planKey, type Meaning, type PayerPlan } from './heading-meaning.ts';

/** The columns of one payer's plan, by their numbers from 0. */
export interface PayerColumns {
  /** As the headings spell them; null in the tall form, where they stand in cells. */
  readonly names: PayerPlan | null;
  readonly of: ReadonlyMap<PayerColumn, number>;
}

/** Which column holds what, by its number from 0. */
export interface ChargeColumns {
  readonly form: 'CMS_TALL' | 'CMS_WIDE';
  readonly items: ReadonlyMap<ItemColumn, number>;
  /** Of each code its column and that of its type; null for one that is missing. */
  readonly codes: readonly { readonly index: string; readonly code: number | null; readonly type: number | null }[];
  readonly payers: readonly PayerColumns[];
  /** What stands above each column. */
  readonly headings: readonly string[];
  /** What each column was read as; null for one that means nothing here. */
  readonly readAs: readonly (string | null)[];
}

/** The columns, and what is wrong with them. */
export interface ColumnsReading {
  readonly columns: ChargeColumns;
  /** Whether the rows below can be read by them. */
  readonly isSound: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Reads the third row of a standard charge file: which column holds what, in whichever order and letter case.
 *
 * Found are columns that must be there and are not, such as stand twice, placeholders left in a heading, and a form that
 * is neither tall nor wide, or both.
 */
export function readColumns(row: SheetRow, version: TemplateVersion, sheet: string | null): ColumnsReading {
  const headings = row.cells.map((cell) => cell.replace(/^\uFEFF/, '').trim());
  const meanings = headings.map(meaningOf);
  const columns = chargeColumns(meanings, headings);
  const whole = { sheet, row: row.number, column: null, heading: null };
  const faults = [
    ...headingFindings(meanings, (index) => ({
      ...{ sheet, row: row.number, column: columnLetters(index), heading: headings[index] ?? '' },
    })),
    ...formFindings(columns, meanings, whole),
    ...missingColumns(columns, version).map((expected) => found('CMS_HEADING_MISSING', whole, { expected })),
  ];
  const isSound = faults.length === 0;
  return { columns, isSound, findings: [...faults, ...outdatedColumns(columns, version, whole)] };
}

function chargeColumns(meanings: readonly (Meaning | null)[], headings: readonly string[]): ChargeColumns {
  const items = new Map<ItemColumn, number>();
  const codes = new Map<string, { index: string; code: number | null; type: number | null }>();
  const payers = new Map<string, { names: PayerPlan | null; of: Map<PayerColumn, number> }>();
  for (const [index, meaning] of meanings.entries()) {
    if (meaning === null || isUnfilled(meaning)) continue;
    if (meaning.kind === 'item') setOnce(items, meaning.name, index);
    else if (meaning.kind === 'code') {
      const pair = got(codes, meaning.index, () => ({ index: meaning.index, code: null, type: null }));
      pair[meaning.part] ??= index;
    } else {
      const names = meaning.payer === '' ? null : { payer: meaning.payer, plan: meaning.plan };
      setOnce(
        got(payers, planKey(meaning), () => ({ names, of: new Map<PayerColumn, number>() })).of,
        meaning.name,
        index,
      );
    }
  }
  const isTall = items.has('payer_name') && items.has('plan_name');
  const ofForm = [...payers.values()].filter(({ names }) => isTall === (names === null));
  const readAs = meanings.map((meaning) => (meaning === null || isUnfilled(meaning) ? null : meaningKey(meaning)));
  const form = isTall ? 'CMS_TALL' : 'CMS_WIDE';
  return { form, items, codes: [...codes.values()], payers: ofForm, headings, readAs };
}

function setOnce<K>(map: Map<K, number>, key: K, value: number): void {
  if (!map.has(key)) map.set(key, value);
}

function got<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function headingFindings(meanings: readonly (Meaning | null)[], place: (index: number) => FilePlace): Finding[] {
  const seen = new Set<string>();
  return meanings.flatMap((meaning, index) => {
    if (meaning === null) return [];
    const here = place(index);
    if (isUnfilled(meaning)) return [found('CMS_HEADING_UNFILLED', here, { got: here.heading })];
    const key = meaningKey(meaning);
    if (seen.has(key)) return [found('CMS_HEADING_REPEATED', here, { got: here.heading })];
    seen.add(key);
    return [];
  });
}

/** Payers in headings and payers in cells exclude each other, and one of them must be. */
function formFindings({ form }: ChargeColumns, meanings: readonly (Meaning | null)[], whole: FilePlace): Finding[] {
  const isWide = meanings.some((meaning) => meaning?.kind === 'payer' && meaning.payer !== '');
  if ((form === 'CMS_TALL') !== isWide) return [];
  return [found('CMS_FORM_UNCLEAR', whole, { got: isWide ? '两者都有 (both)' : '两者都没有 (neither)' })];
}

/** The columns that a file of the version must have and this one has not, as the template spells them. */
function missingColumns({ form, items, codes, payers }: ChargeColumns, version: TemplateVersion): string[] {
  const needed = ITEM_COLUMNS.filter((name) => isNeeded(name, version));
  const ofItems = needed.filter((name) => !items.has(name)) as string[];
  const pairs = codes.length === 0 ? [{ index: '1', code: null, type: null }] : codes;
  const ofCodes = pairs.flatMap(({ index, code, type }) => [
    ...(code === null ? [`code|${index}`] : []),
    ...(type === null ? [`code|${index}|type`] : []),
  ]);
  const plans: readonly PayerColumns[] =
    form === 'CMS_TALL' && payers.length === 0 ? [{ names: null, of: new Map() }] : payers;
  const ofPayers = plans.flatMap(({ names, of }) =>
    PAYER_COLUMNS.filter(
      (name) => isNeeded(name, version) && !of.has(name) && (name !== 'notes' || names !== null),
    ).map((name) => (names === null ? name : wideHeading(name, names))),
  );
  return [...ofItems, ...ofCodes, ...ofPayers];
}

function outdatedColumns({ payers, headings }: ChargeColumns, version: TemplateVersion, whole: FilePlace): Finding[] {
  if (version === 2) return [];
  return payers.flatMap(({ of }) => {
    const index = of.get('estimated_amount');
    if (index === undefined) return [];
    const heading = headings[index] ?? '';
    return [found('CMS_COLUMN_OUTDATED', { ...whole, column: columnLetters(index), heading }, { got: heading })];
  });
}
