import type { CivilDate } from '../../../../core/civil-date.ts';
import type { PriceKind, PriceRow } from '../price-row.ts';

/** A price as an export holds it: cells that say nothing are left out, amounts and per cents are exact decimal text. */
export interface ExportedPrice extends Partial<Omit<PriceRow, 'code' | 'name' | 'unit'>> {
  readonly id: string;
  /** The id of the institution. */
  readonly institution: string;
  /** The id of the list that brought it in. */
  readonly list: string;
  readonly kind: PriceKind;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly effectiveOn: CivilDate;
}
