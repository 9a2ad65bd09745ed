import type { CivilDate } from '../../../../core/civil-date.ts';
import type { PriceKind } from '../../rules/price-row.ts';
import type { NamedInstitution } from '../permitted-institution.ts';

/** What is asked of an import. */
export interface ImportRequest {
  readonly institution: NamedInstitution;
  readonly kind: PriceKind;
  readonly title: string;
  readonly effectiveOn: CivilDate;
  /** The catalogue items that the list is disclosed under. */
  readonly catalogueItemIds: readonly string[];
  readonly onlySheet: string | null;
}
