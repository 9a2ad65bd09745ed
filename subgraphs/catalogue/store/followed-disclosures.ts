import type { Transaction } from './database.ts';

/** What the log told of a publication. */
export interface FollowedDisclosure {
  readonly id: string;
  readonly kind: 'DOCUMENT' | 'PRICE_LIST' | 'RESPONSE';
  readonly title: string;
  readonly publishedAt: string;
  readonly url: string | null;
  readonly publisherId: string | null;
  readonly regionCode: string | null;
  readonly subjectId: string;
  readonly itemIds: readonly string[];
}

/**
 * Writes disclosures and the items they stand under; of the same one the last counts. A disclosure stands only under
 * items of its own region's catalogue: nobody fills another's.
 */
export async function putDisclosures(tx: Transaction, disclosures: readonly FollowedDisclosure[]): Promise<void> {
  const latest = JSON.stringify([...new Map(disclosures.map((one) => [one.id, one])).values()]);
  await tx.$executeRaw`
    INSERT INTO catalogue.disclosure (id, kind, title, published_at, url, publisher_id, region_code, subject_id)
    SELECT id, kind::catalogue.disclosure_kind, title, "publishedAt", url, "publisherId", "regionCode", "subjectId"
      FROM json_to_recordset(${latest}::json) AS d (id text, kind text, title text, "publishedAt" timestamptz, url text,
           "publisherId" text, "regionCode" text, "subjectId" text)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, published_at = excluded.published_at, url = excluded.url,
      publisher_id = excluded.publisher_id, region_code = excluded.region_code, withdrawn_at = NULL`;
  await tx.$executeRaw`
    DELETE FROM catalogue.disclosed_item
     WHERE disclosure_id IN (SELECT id FROM json_to_recordset(${latest}::json) AS d (id text))`;
  await tx.$executeRaw`
    INSERT INTO catalogue.disclosed_item (item_id, disclosure_id)
    SELECT i.id, d.id FROM json_to_recordset(${latest}::json) AS d (id text, "regionCode" text, "itemIds" json)
      CROSS JOIN LATERAL json_array_elements_text(d."itemIds") AS wanted (id)
      JOIN catalogue.catalogue_item i ON i.id = wanted.id
      JOIN catalogue.catalogue c ON c.id = i.catalogue_id AND c.region_code = d."regionCode"
    ON CONFLICT DO NOTHING`;
}

/** Notes since when disclosures are withdrawn; what stood before keeps its days for coverage in the past. */
export async function dropDisclosures(
  tx: Transaction,
  withdrawals: readonly { readonly id: string; readonly at: string }[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE catalogue.disclosure d SET withdrawn_at = w.at
      FROM json_to_recordset(${JSON.stringify(withdrawals)}::json) AS w (id text, at timestamptz)
     WHERE d.id = w.id AND d.withdrawn_at IS NULL`;
}
