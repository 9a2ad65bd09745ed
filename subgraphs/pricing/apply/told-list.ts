import type { CivilDate } from '../../../core/civil-date.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { PRICE_KINDS, type PriceKind } from '../rules/price-row.ts';
import { ToldPayload } from '../../kit/told-payload.ts';

/** Whose prices the file of a list may write, and from when on: what stands in the file itself does not count. */
export interface ListFile {
  readonly id: string;
  readonly institution: string;
  readonly kind: PriceKind;
  /** ISO 4217. */
  readonly currency: string;
  readonly effectiveOn: CivilDate;
}

/** A price list as another hub tells of it. */
export interface ToldList extends ListFile {
  /** The region that this hub takes from the other one. */
  readonly lane: string;
  readonly title: string;
  readonly publishedAt: Date;
  readonly rows: number;
  readonly rowsDigest: string;
  readonly supersedes: string | null;
  readonly isSample: boolean;
}

const CURRENCY = /^[A-Z]{3}$/;
const DIGEST = /^[0-9a-f]{64}$/;

/** @throws Error when the payload does not fit, or tells of another institution or region than the entry */
export function toldList(entry: HeldEntry): ToldList {
  const told = ToldPayload.of(entry);
  told.same('region', entry.regionCode);
  return {
    ...{ id: entry.subjectId, lane: entry.lane, institution: told.same('institution', entry.publisherId) },
    ...{ kind: told.oneOf('kind', PRICE_KINDS), title: told.text('title') },
    ...{ currency: told.shaped('currency', CURRENCY, 'three letters'), effectiveOn: told.day('effectiveOn') },
    ...{ publishedAt: told.instant('publishedAt'), rows: told.count('rows') },
    rowsDigest: told.shaped('rowsDigest', DIGEST, 'SHA-256 in hexadecimal'),
    ...{ supersedes: told.textOrNull('supersedes'), isSample: told.flag('isSample') },
  };
}
