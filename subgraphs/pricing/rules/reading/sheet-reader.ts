import type { CivilDate } from '../../../../core/civil-date.ts';
import type { MergedCells, SheetRow } from '../../../../core/table.ts';
import type { FilePlace, Finding } from '../finding.ts';
import type { PriceKind, PriceRow } from '../price-row.ts';

/** A line of a list and where in the file its amount stands. */
export interface ListedPrice extends FilePlace {
  readonly price: PriceRow;
}

/** What was made of a stretch of a file. */
export interface Stretch {
  readonly prices: readonly ListedPrice[];
  readonly findings: readonly Finding[];
}

/** How a sheet was understood, for people to check. */
export interface SheetReading {
  readonly sheet: string | null;
  /** In which form it came. */
  readonly form: 'LIST' | 'CMS_TALL' | 'CMS_WIDE' | 'CMS_JSON';
  /** The rows of its header, as spreadsheet programs count; null when none was found. */
  readonly headerRows: readonly [first: number, last: number] | null;
  /** Which column was read as what: its letters, what stands above it, and the cell of the price that it gives. */
  readonly columns: readonly { readonly column: string; readonly heading: string; readonly readAs: string }[];
  readonly unreadColumns: readonly { readonly column: string; readonly heading: string }[];
  readonly prices: number;
  /** Rows that are no price: headings of groups, sums, notes; and blank ones. */
  readonly passedOver: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** Reads a sheet as it comes: rows in, prices and findings out, nothing of it kept but what the next rows need. */
export interface SheetReader {
  take(rows: readonly SheetRow[]): Stretch;
  /** What is known only once all rows have come. */
  end(): Stretch;
  /** How the sheet was understood so far. */
  reading(): SheetReading;
}

/** What a reader must know beside the rows. */
export interface ReaderOptions {
  readonly kind: PriceKind;
  /** The name of the sheet; null for a file that has none. */
  readonly sheet: string | null;
  /** Those of its first rows, where the header is. */
  readonly merges: readonly MergedCells[];
  /** The words of the province's dictionary of tiers; empty when it has none. */
  readonly tiers: readonly { readonly tier: string; readonly synonyms: readonly string[] }[];
  readonly today: CivilDate;
  readonly effectiveOn: CivilDate;
}
