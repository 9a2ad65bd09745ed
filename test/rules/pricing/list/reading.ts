import type { CivilDate } from '../../../../core/civil-date.ts';
import type { CellKind, MergedCells, SheetRow } from '../../../../core/table.ts';
import { listReader } from '../../../../subgraphs/pricing/rules/list/list-reader.ts';
import type { Finding } from '../../../../subgraphs/pricing/rules/finding.ts';
import type { PriceKind } from '../../../../subgraphs/pricing/rules/price-row.ts';
import type { ListedPrice, ReaderOptions } from '../../../../subgraphs/pricing/rules/reading/sheet-reader.ts';

/** What a reader is told when a test has nothing else to say. */
export function optionsFor(kind: PriceKind, more: Partial<ReaderOptions> = {}): ReaderOptions {
  const days = { today: '2026-11-24' as CivilDate, effectiveOn: '2026-12-01' as CivilDate };
  return { kind, sheet: '价目表', merges: [], tiers: [], ...days, ...more };
}

/** Rows as a sheet gives them. */
export function sheetRows(
  rows: readonly (readonly string[])[],
  kinds: ReadonlyMap<number, readonly CellKind[]> = new Map(),
): SheetRow[] {
  return rows.map((cells, index) => {
    const own = kinds.get(index);
    return { number: index + 1, cells, ...(own === undefined ? {} : { kinds: own }) };
  });
}

/** Everything that a reader makes of a sheet, handed over in batches. */
export function readList(rows: readonly SheetRow[], options: ReaderOptions, batch = 7) {
  const reader = listReader(options);
  const prices: ListedPrice[] = [];
  const findings: Finding[] = [];
  const keep = (stretch: { prices: readonly ListedPrice[]; findings: readonly Finding[] }) => {
    prices.push(...stretch.prices);
    findings.push(...stretch.findings);
  };
  for (let index = 0; index < rows.length; index += batch) keep(reader.take(rows.slice(index, index + batch)));
  keep(reader.end());
  return { prices, findings, reading: reader.reading() };
}

/** The same of a sheet of texts. */
export function readTexts(
  rows: readonly (readonly string[])[],
  kind: PriceKind,
  more: Partial<ReaderOptions> & { readonly merges?: readonly MergedCells[] } = {},
) {
  return readList(sheetRows(rows), optionsFor(kind, more));
}
