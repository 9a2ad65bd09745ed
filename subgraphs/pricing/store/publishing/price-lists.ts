import type { CivilDate } from '../../../../core/civil-date.ts';
import type { SqlRunner } from '../../../../core/sql.ts';
import type { PriceKind } from '../../rules/price-row.ts';

/** What is to be known of the list that a new one takes the place of. */
export interface LatestList {
  readonly id: string;
  readonly effectiveOn: CivilDate;
}

/** The list of an institution and kind that was published last; null when there is none. Locked until the transaction ends. */
export async function lockLatestList(
  tx: SqlRunner,
  institutionId: string,
  kind: PriceKind,
): Promise<LatestList | null> {
  await tx.$queryRawUnsafe(`SELECT pg_advisory_xact_lock(hashtext($1))::text`, `pricing:${institutionId}:${kind}`);
  const rows = await tx.$queryRawUnsafe<LatestList[]>(
    `SELECT id, effective_on::text AS "effectiveOn" FROM pricing.price_list
      WHERE institution_id = $1 AND kind = $2::pricing.price_kind
      ORDER BY effective_on DESC, published_at DESC, id DESC LIMIT 1`,
    institutionId,
    kind,
  );
  return rows[0] ?? null;
}

/** What a list is, beside its rows. */
export interface ListHead {
  readonly id: string;
  readonly institutionId: string;
  readonly kind: PriceKind;
  readonly title: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly effectiveOn: CivilDate;
  readonly publishedAt: Date;
  readonly supersedesId: string | null;
  readonly isSample: boolean;
}

/** Writes the list itself. */
export async function createList(tx: SqlRunner, head: ListHead, rows: number, rowsDigest: string): Promise<void> {
  await tx.$queryRawUnsafe(
    `INSERT INTO pricing.price_list (id, institution_id, kind, title, currency, effective_on, published_at, supersedes_id,
       is_sample, rows, rows_digest)
     VALUES ($1, $2, $3::pricing.price_kind, $4, $5, $6::date, $7::timestamptz, $8, $9, $10, $11)`,
    ...[head.id, head.institutionId, head.kind, head.title, head.currency, head.effectiveOn],
    ...[head.publishedAt.toISOString(), head.supersedesId, head.isSample, rows, rowsDigest],
  );
}
