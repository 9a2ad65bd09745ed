import type { SqlRunner } from '../../../core/sql.ts';
import type { HubFiles } from '../../kit/applier.ts';
import { takeFile, type TakenFile } from './take-file.ts';
import type { ListFile, ToldList } from './told-list.ts';

/** Notes lists whose periods were taken, to be proved when the lists before them are here. */
export async function noteTaken(
  tx: SqlRunner,
  lists: readonly (TakenFile & Pick<ToldList, 'supersedes'>)[],
): Promise<void> {
  await tx.$queryRawUnsafe(
    `INSERT INTO pricing.list_to_prove (id, supersedes, replaced_by)
     SELECT r.id, r.supersedes, r."replacedBy" FROM jsonb_to_recordset($1::jsonb) AS r (id text, supersedes text, "replacedBy" text)
     ON CONFLICT (id) DO UPDATE SET supersedes = excluded.supersedes, replaced_by = excluded.replaced_by`,
    JSON.stringify(lists),
  );
}

/** A list that can be proved now. */
interface Provable extends ListFile {
  readonly rows: number;
  readonly rowsDigest: string;
  /** Whether another list of the same day took its place. */
  readonly isReplaced: boolean;
}

/**
 * Proves that the rows of lists are those that their hub published: what holds on a list's first day has the number and
 * the digest that the list says. For that every list before it must be here, which come in any order; and a list that
 * another one of the same day took the place of is proved with that.
 *
 * @throws Error when a list's rows are others
 * @see schema/FEED.md §9 PRICE_LIST
 */
export async function proveLists(tx: SqlRunner, files: HubFiles): Promise<void> {
  await tx.$queryRawUnsafe(LINK);
  for (let ready = await provable(tx); ready.length > 0; ready = await provable(tx)) {
    for (const list of ready) if (!list.isReplaced) await prove(tx, list, files);
    await tx.$queryRawUnsafe(
      `DELETE FROM pricing.list_to_prove WHERE id = ANY ($1::text[])`,
      ready.map(({ id }) => id),
    );
  }
}

async function prove(tx: SqlRunner, list: Provable, files: HubFiles): Promise<void> {
  if (isAsTold(list, await heldOn(tx, list))) return;
  // What an earlier list of the same day brought in, and this one took away again, never held and is in no file any more.
  for (const earlier of await othersOfTheDay(tx, list)) await takeFile(tx, earlier, files);
  const held = await heldOn(tx, list);
  if (isAsTold(list, held)) return;
  const expected = `${String(list.rows)} prices with the digest ${list.rowsDigest}`;
  const got = `${String(held.rows)} with ${held.digest}`;
  throw new Error(`PRICE_LIST ${list.id}: expected ${expected} to hold on ${list.effectiveOn}, got ${got}.`);
}

interface HeldRows {
  readonly rows: number;
  readonly digest: string;
}

function isAsTold({ rows, rowsDigest }: Provable, held: HeldRows): boolean {
  return held.rows === rows && held.digest === rowsDigest;
}

async function heldOn(tx: SqlRunner, { institution, kind, effectiveOn }: ListFile): Promise<HeldRows> {
  const [held] = await tx.$queryRawUnsafe<HeldRows[]>(
    `SELECT count(*)::int AS rows,
       encode(sha256(coalesce(string_agg(p.digest, ''::bytea ORDER BY p.digest), ''::bytea)), 'hex') AS digest
       FROM pricing.price p WHERE p.institution_id = $1 AND p.kind = $2::pricing.price_kind
        AND p.effective_on <= $3::date AND (p.ended_on IS NULL OR p.ended_on > $3::date)`,
    institution,
    kind,
    effectiveOn,
  );
  return held ?? { rows: 0, digest: '' };
}

function othersOfTheDay(tx: SqlRunner, { id, institution, kind, effectiveOn }: ListFile): Promise<ListFile[]> {
  return tx.$queryRawUnsafe<ListFile[]>(
    `SELECT id, institution_id AS institution, kind, currency, effective_on::text AS "effectiveOn" FROM pricing.price_list
      WHERE institution_id = $1 AND kind = $2::pricing.price_kind AND effective_on = $3::date AND id <> $4
      ORDER BY published_at, id`,
    institution,
    kind,
    effectiveOn,
    id,
  );
}

function provable(tx: SqlRunner): Promise<Provable[]> {
  return tx.$queryRawUnsafe<Provable[]>(PROVABLE);
}

/** Lists whose predecessor is here by now. */
const LINK = `
UPDATE pricing.price_list l SET supersedes_id = other.id
  FROM pricing.list_to_prove open JOIN pricing.price_list other ON other.id = open.supersedes
 WHERE l.id = open.id AND l.supersedes_id IS DISTINCT FROM other.id`;

const PROVABLE = `
SELECT l.id, l.institution_id AS institution, l.kind, l.currency, l.effective_on::text AS "effectiveOn", l.rows,
  l.rows_digest AS "rowsDigest", EXISTS (SELECT FROM pricing.price_list later
    WHERE later.institution_id = l.institution_id AND later.kind = l.kind AND later.effective_on = l.effective_on
      AND (later.published_at, later.id) > (l.published_at, l.id)) AS "isReplaced"
  FROM pricing.list_to_prove open JOIN pricing.price_list l ON l.id = open.id
 WHERE (open.replaced_by IS NULL OR EXISTS (SELECT FROM pricing.price_list r WHERE r.id = open.replaced_by))
   AND (open.supersedes IS NULL OR EXISTS (SELECT FROM pricing.price_list s WHERE s.id = open.supersedes)
     AND NOT EXISTS (SELECT FROM pricing.list_to_prove s WHERE s.id = open.supersedes))
 ORDER BY l.institution_id, l.kind, l.effective_on, l.published_at, l.id`;
