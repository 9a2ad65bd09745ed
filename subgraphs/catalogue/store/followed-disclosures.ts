import type { DisclosureDuty, Transaction } from './database.ts';

/** What one entry of the log told of a publication. */
export interface FollowedPublication {
  readonly id: string;
  /** Where the entry stands in the log; one that was followed already changes nothing. */
  readonly position: number;
  readonly kind: 'DOCUMENT' | 'PRICE_LIST' | 'RESPONSE';
  readonly title: string;
  readonly publishedAt: string;
  /** When the entry's change happened. */
  readonly at: string;
  readonly url: string | null;
  readonly publisherId: string | null;
  readonly regionCode: string | null;
  readonly subjectId: string;
  readonly itemIds: readonly string[];
  readonly isSample: boolean;
}

/** What one entry of the log told of a withdrawal. */
export interface FollowedWithdrawal {
  readonly id: string;
  readonly position: number;
  readonly at: string;
}

/**
 * Follows publications and revisions, at most one of each disclosure. A disclosure stands only under items of its own
 * region's catalogue: nobody fills another's. Its periods under other items than before begin and end here.
 *
 * @returns the duties that are met by them
 */
export async function putDisclosures(
  tx: Transaction,
  publications: readonly FollowedPublication[],
): Promise<readonly DisclosureDuty[]> {
  const taken = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO catalogue.disclosure (id, kind, title, published_at, url, publisher_id, region_code, subject_id, position, is_sample)
    SELECT id, kind::catalogue.disclosure_kind, title, "publishedAt", url, "publisherId", "regionCode", "subjectId", position, "isSample"
      FROM json_to_recordset(${JSON.stringify(publications)}::json) AS d (id text, kind text, title text,
           "publishedAt" timestamptz, url text, "publisherId" text, "regionCode" text, "subjectId" text, position bigint,
           "isSample" boolean)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, published_at = excluded.published_at, url = excluded.url,
      publisher_id = excluded.publisher_id, region_code = excluded.region_code, position = excluded.position,
      withdrawn_at = NULL
     WHERE disclosure.position < excluded.position
    RETURNING id`;
  const ids = new Set(taken.map(({ id }) => id));
  const given = JSON.stringify(publications.filter(({ id }) => ids.has(id)));
  await setPeriods(tx, given);
  return dischargeByPublication(tx, given);
}

async function setPeriods(tx: Transaction, given: string): Promise<void> {
  await tx.$executeRaw`
    WITH given AS (
      SELECT * FROM json_to_recordset(${given}::json)
        AS d (id text, "regionCode" text, "publishedAt" timestamptz, at timestamptz, "itemIds" json)
    ), wanted AS (
      SELECT DISTINCT i.matter_id, given.id AS disclosure_id FROM given
        CROSS JOIN LATERAL json_array_elements_text(given."itemIds") AS item (id)
        JOIN catalogue.catalogue_item i ON i.id = item.id
        JOIN catalogue.catalogue c ON c.id = i.catalogue_id AND c.region_code = given."regionCode"
    ), ended AS (
      UPDATE catalogue.disclosed_period p SET until = given.at FROM given
       WHERE p.disclosure_id = given.id AND p.until IS NULL
         AND (p.matter_id, p.disclosure_id) NOT IN (SELECT matter_id, disclosure_id FROM wanted)
    )
    INSERT INTO catalogue.disclosed_period (matter_id, disclosure_id, since)
    SELECT w.matter_id, w.disclosure_id,
           CASE WHEN EXISTS (SELECT 1 FROM catalogue.disclosed_period p WHERE p.disclosure_id = w.disclosure_id)
                THEN given.at ELSE given."publishedAt" END
      FROM wanted w JOIN given ON given.id = w.disclosure_id
     WHERE NOT EXISTS (SELECT 1 FROM catalogue.disclosed_period p
                        WHERE p.matter_id = w.matter_id AND p.disclosure_id = w.disclosure_id AND p.until IS NULL)
    ON CONFLICT (matter_id, disclosure_id, since) DO UPDATE SET until = NULL`;
}

/**
 * What was owed under an item as a whole is met by the first publication or revision under it. Of a duty that was taken
 * over, the hub that it comes from says so.
 *
 * @see rule C8
 */
async function dischargeByPublication(tx: Transaction, given: string): Promise<readonly DisclosureDuty[]> {
  const met = await tx.$queryRaw<{ id: string }[]>`
    UPDATE catalogue.disclosure_duty d SET discharged_at = met.at, discharged_by_id = met.id
      FROM (
        SELECT DISTINCT ON (p.matter_id) p.matter_id, g.id, g.at
          FROM json_to_recordset(${given}::json) AS g (id text, at timestamptz)
          JOIN catalogue.disclosed_period p ON p.disclosure_id = g.id AND p.until IS NULL
         ORDER BY p.matter_id, g.at
      ) met
     WHERE d.matter_id = met.matter_id AND d.applies_to = 'INFORMATION' AND d.discharged_at IS NULL
       AND d.held_from IS NULL AND d.arisen_on <= (met.at AT TIME ZONE 'Asia/Shanghai')::date
    RETURNING d.id`;
  return dutiesById(tx, met);
}

/**
 * Follows withdrawals: what stood keeps its days for coverage in the past, and what it met is owed again.
 *
 * @returns the duties that are owed again
 */
export async function dropDisclosures(
  tx: Transaction,
  withdrawals: readonly FollowedWithdrawal[],
): Promise<readonly DisclosureDuty[]> {
  const taken = await tx.$queryRaw<{ id: string }[]>`
    UPDATE catalogue.disclosure d SET withdrawn_at = w.at, position = w.position
      FROM json_to_recordset(${JSON.stringify(withdrawals)}::json) AS w (id text, position bigint, at timestamptz)
     WHERE d.id = w.id AND d.position < w.position
    RETURNING d.id`;
  return endPeriods(
    tx,
    taken.map(({ id }) => id),
  );
}

/**
 * Ends what stood of withdrawn disclosures when they were withdrawn.
 *
 * @returns the duties that are owed again
 */
export async function endPeriods(tx: Transaction, ids: readonly string[]): Promise<readonly DisclosureDuty[]> {
  await tx.$executeRaw`
    UPDATE catalogue.disclosed_period p SET until = d.withdrawn_at
      FROM catalogue.disclosure d WHERE d.id = p.disclosure_id AND d.id = ANY (${ids}::text[]) AND p.until IS NULL`;
  const owed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE catalogue.disclosure_duty SET discharged_at = NULL, discharged_by_id = NULL
     WHERE discharged_by_id = ANY (${ids}::text[]) AND held_from IS NULL
    RETURNING id`;
  return dutiesById(tx, owed);
}

async function dutiesById(tx: Transaction, found: readonly { readonly id: string }[]): Promise<DisclosureDuty[]> {
  if (found.length === 0) return [];
  return tx.disclosureDuty.findMany({ where: { id: { in: found.map(({ id }) => id) } }, orderBy: { id: 'asc' } });
}
