import { regionRange } from '../../../core/region-code.ts';
import type { SqlRunner } from '../../../core/sql.ts';
import type { ToldList } from './told-list.ts';

/**
 * Writes the rows of lists, and says which of them need their file: those that are new or say something else of their
 * prices.
 *
 * @throws Error when a list is here as one of another institution, or its institution lies outside of the lane's region
 */
export async function writeLists(tx: SqlRunner, lists: readonly ToldList[]): Promise<readonly ToldList[]> {
  if (lists.length === 0) return [];
  const here = await listsHere(tx, lists);
  for (const list of lists) checkOwner(list, here.get(list.id));
  await checkRegions(tx, lists);
  const told = JSON.stringify(lists);
  await tx.$queryRawUnsafe(WRITE, told);
  await tx.$queryRawUnsafe(LINK, told);
  return changedAmong(lists, here);
}

/** Lists that are not here, or say something else of their prices than is here: those whose file is needed. */
export async function listsToTake(sql: SqlRunner, lists: readonly ToldList[]): Promise<readonly ToldList[]> {
  return lists.length === 0 ? [] : changedAmong(lists, await listsHere(sql, lists));
}

function changedAmong(lists: readonly ToldList[], here: ReadonlyMap<string, HeldList>): readonly ToldList[] {
  return lists.filter((list) => {
    const held = here.get(list.id);
    return held === undefined || WITH_THE_ROWS.some((member) => held[member] !== list[member]);
  });
}

/** What a list says of its rows as a whole; as long as it is the same, so are they. */
const WITH_THE_ROWS = ['currency', 'effectiveOn', 'rows', 'rowsDigest'] as const;

type HeldList = Pick<ToldList, 'id' | 'institution' | 'kind' | (typeof WITH_THE_ROWS)[number]>;

async function listsHere(tx: SqlRunner, lists: readonly ToldList[]): Promise<ReadonlyMap<string, HeldList>> {
  const rows = await tx.$queryRawUnsafe<HeldList[]>(
    `SELECT id, institution_id AS institution, kind, currency, effective_on::text AS "effectiveOn", rows,
       rows_digest AS "rowsDigest" FROM pricing.price_list WHERE id = ANY ($1::text[])`,
    lists.map(({ id }) => id),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function checkOwner({ id, institution, kind }: ToldList, held: HeldList | undefined): void {
  if (held === undefined || (held.institution === institution && held.kind === kind)) return;
  const [expected, got] = [`${held.kind} prices of ${held.institution}`, `${kind} prices of ${institution}`];
  throw new Error(`PRICE_LIST ${id}: expected it to hold ${expected}, as it does here; got ${got}.`);
}

async function checkRegions(tx: SqlRunner, lists: readonly ToldList[]): Promise<void> {
  const ranges = lists.map(({ id, institution, lane }) => ({ id, institution, lane, ...regionRange(lane) }));
  const [other] = await tx.$queryRawUnsafe<{ id: string; lane: string; region: string }[]>(
    `SELECT r.id, r.lane, i.region_code AS region
       FROM jsonb_to_recordset($1::jsonb) AS r (id text, institution text, lane text, "from" text, "to" text)
       JOIN pricing.followed_institution i ON i.id = r.institution
      WHERE i.region_code NOT BETWEEN r."from" AND r."to" LIMIT 1`,
    JSON.stringify(ranges),
  );
  if (other === undefined) return;
  throw new Error(
    `PRICE_LIST ${other.id}: expected the prices of an institution in ${other.lane}, got those of one in ${other.region}.`,
  );
}

const TOLD = `jsonb_to_recordset($1::jsonb) AS r (id text, institution text, kind pricing.price_kind, title text,
  currency text, "effectiveOn" date, "publishedAt" timestamptz, rows integer, "rowsDigest" text, supersedes text,
  "isSample" boolean)`;

const WRITE = `
INSERT INTO pricing.price_list AS l (id, institution_id, kind, title, currency, effective_on, published_at, is_sample, rows,
  rows_digest)
SELECT r.id, r.institution, r.kind, r.title, r.currency, r."effectiveOn", r."publishedAt"::timestamptz(3), r."isSample",
  r.rows, r."rowsDigest" FROM ${TOLD}
ON CONFLICT (id) DO UPDATE SET title = excluded.title, currency = excluded.currency, effective_on = excluded.effective_on,
  published_at = excluded.published_at, is_sample = excluded.is_sample, rows = excluded.rows,
  rows_digest = excluded.rows_digest
WHERE (l.title, l.currency, l.effective_on, l.published_at, l.is_sample, l.rows, l.rows_digest) IS DISTINCT FROM
  (excluded.title, excluded.currency, excluded.effective_on, excluded.published_at, excluded.is_sample, excluded.rows,
   excluded.rows_digest)`;

/** The list whose place another took, by what its hub says now; one that is not here yet is linked when it comes. */
const LINK = `
UPDATE pricing.price_list l SET supersedes_id = other.id
  FROM ${TOLD} LEFT JOIN pricing.price_list other ON other.id = r.supersedes
 WHERE l.id = r.id AND l.supersedes_id IS DISTINCT FROM other.id`;
