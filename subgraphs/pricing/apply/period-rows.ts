import type { SqlRunner } from '../../../core/sql.ts';
import { ROW_COLUMNS } from '../store/publishing/columns.ts';
import { ROW_DIGEST } from '../store/publishing/staged-table.ts';
import type { ListFile } from './told-list.ts';

/**
 * Writes some periods of a list's file, each a line of JSON of which only the database reads more than the id. Whose
 * prices they are, of which kind, in which currency and from when on is not up to the lines.
 *
 * A period that begins with the list is written as it stands. One of an earlier list only ends: the rest of it is told by
 * the file of its own list. What has ended stays ended.
 *
 * @param lines - sorted by id
 * @throws Error when a line is no period, or one of another institution or kind
 */
export async function writePeriods(tx: SqlRunner, list: ListFile, lines: readonly string[]): Promise<void> {
  const { id, institution, kind, currency, effectiveOn } = list;
  const values = [`[${lines.join(',')}]`, id, institution, kind, currency, effectiveOn];
  const areNew = await isFree(tx, list, lines);
  const [inserted] = await tx.$queryRawUnsafe<{ rows: number }[]>(areNew ? INSERT_NEW : INSERT, ...values);
  // Nearly always all of them are new, and begin with the list.
  if (inserted?.rows === lines.length) return;
  const [met] = await tx.$queryRawUnsafe<{ rows: number; other: string | null }[]>(MEET, ...values);
  if (met?.rows !== lines.length)
    throw new Error(`PRICE_LIST ${id}: expected every line of its file to be one period.`);
  if (met.other !== null) {
    throw new Error(
      `PRICE_LIST ${id}: expected its file to hold ${kind} prices of ${institution}, got price ${met.other} of others.`,
    );
  }
}

/** Whether there is no price yet from the first to the last of some lines; then a third of the work is not needed. */
async function isFree(tx: SqlRunner, list: ListFile, lines: readonly string[]): Promise<boolean> {
  const [first, last] = [idOf(list, lines[0]), idOf(list, lines.at(-1))];
  const [found] = await tx.$queryRawUnsafe<{ free: boolean }[]>(
    `SELECT NOT EXISTS (SELECT FROM pricing.price p WHERE p.id >= $1 AND p.id <= $2) AS free`,
    first,
    last,
  );
  return found?.free === true;
}

function idOf({ id: listId }: ListFile, line = ''): string {
  const { id } = JSON.parse(line) as { readonly id?: unknown };
  if (typeof id === 'string') return id;
  throw new Error(`PRICE_LIST ${listId}: expected a period with an id in its file, got ${line.slice(0, 200)}.`);
}

/** The lines as rows with the columns of `price`, those of the list left out; `list` is null when it is the list's own. */
const LINES = `(SELECT id, list, "endedOn" AS ended_on, coalesce("isSample", false) AS is_sample,
    ${ROW_COLUMNS.map(({ cell, column }) => `"${cell}" AS ${column}`).join(', ')}
  FROM json_to_recordset($1::json) AS line (id text, list text, "endedOn" date, "isSample" boolean,
    ${ROW_COLUMNS.map(({ cell, type }) => `"${cell}" ${type}`).join(', ')})) line`;

const COLUMNS = ROW_COLUMNS.map(({ column }) => column).join(', ');

const inserting = (onConflict: string): string => `
WITH written AS (
  INSERT INTO pricing.price (id, institution_id, list_id, kind, currency, effective_on, ended_on, is_sample, digest, ${COLUMNS})
  SELECT id, $3, $2, $4::pricing.price_kind, $5, $6::date, ended_on, is_sample, ${ROW_DIGEST}, ${COLUMNS}
    FROM ${LINES} WHERE list IS NULL ${onConflict} RETURNING 1
)
SELECT count(*)::int AS rows FROM written`;

const INSERT_NEW = inserting('');
const INSERT = inserting('ON CONFLICT (id) DO NOTHING');

/** For lines of which not all are new: what is here is brought up to date, and what differs from it is told. */
const MEET = `
WITH line AS MATERIALIZED (SELECT *, ${ROW_DIGEST} AS digest FROM ${LINES}), rewritten AS (
  UPDATE pricing.price p SET list_id = $2, currency = $5, effective_on = $6::date,
    ended_on = coalesce(p.ended_on, line.ended_on), is_sample = line.is_sample, digest = line.digest,
    ${ROW_COLUMNS.map(({ column }) => `${column} = line.${column}`).join(', ')}
    FROM line WHERE p.id = line.id AND line.list IS NULL AND p.institution_id = $3 AND p.kind = $4::pricing.price_kind
     AND (p.list_id, p.currency, p.effective_on, p.ended_on, p.is_sample, p.digest) IS DISTINCT FROM
         ($2, $5, $6::date, coalesce(p.ended_on, line.ended_on), line.is_sample, line.digest)
), ended AS (
  UPDATE pricing.price p SET ended_on = $6::date
    FROM line WHERE p.id = line.id AND line.list IS NOT NULL AND p.institution_id = $3 AND p.kind = $4::pricing.price_kind
     AND p.ended_on IS NULL
)
SELECT count(line.id)::int AS rows,
  min(p.id) FILTER (WHERE p.institution_id <> $3 OR p.kind <> $4::pricing.price_kind) AS other
  FROM line LEFT JOIN pricing.price p ON p.id = line.id`;
