import type { SqlRunner } from '../../../core/sql.ts';
import { pricedNameEntry } from '../rules/search/priced-name.ts';
import type { Transaction } from './database.ts';

/** How many names one statement takes. */
const BATCH = 5_000;

/**
 * Lets the search find names under which something is priced; those that it knows already stay as they are. In one
 * order always, so that two lists that are published at once wait for each other and never both.
 */
export async function addNames(sql: SqlRunner, names: Iterable<string>): Promise<void> {
  const sorted = [...new Set(names)].sort();
  for (let start = 0; start < sorted.length; start += BATCH) await addSome(sql, sorted.slice(start, start + BATCH));
}

async function addSome(sql: SqlRunner, names: readonly string[]): Promise<void> {
  const unknown = await sql.$queryRawUnsafe<{ name: string }[]>(
    `SELECT name FROM unnest($1::text[]) AS wanted (name)
      WHERE NOT EXISTS (SELECT 1 FROM pricing.priced_name known WHERE known.name = wanted.name COLLATE "C")`,
    names,
  );
  if (unknown.length === 0) return;
  const wanted = new Set(unknown.map(({ name }) => name));
  const entries = names.filter((name) => wanted.has(name)).map(pricedNameEntry);
  await sql.$queryRawUnsafe(
    `INSERT INTO pricing.priced_name (name, text, terms)
     SELECT r.name, r.text, ARRAY (SELECT json_array_elements_text(r.terms))
       FROM json_to_recordset($1::json) AS r (name text, text text, terms json) ON CONFLICT (name) DO NOTHING`,
    JSON.stringify(entries),
  );
}

/**
 * Names of prices that the search does not know yet, because they were there before it was: at most so many, behind a
 * name. Steps from name to name along their index, however many prices bear each.
 */
export async function unknownNames(tx: Transaction, after: string, most: number): Promise<NamesStretch> {
  const rows = await tx.$queryRaw<{ name: string; isKnown: boolean }[]>`
    WITH RECURSIVE step (name) AS (
      (SELECT p.name FROM pricing.price p WHERE p.name > ${after} ORDER BY p.name LIMIT 1)
      UNION ALL
      SELECT (SELECT p.name FROM pricing.price p WHERE p.name > step.name ORDER BY p.name LIMIT 1)
        FROM step WHERE step.name IS NOT NULL)
    SELECT step.name, EXISTS (SELECT 1 FROM pricing.priced_name known WHERE known.name = step.name) AS "isKnown"
      FROM step WHERE step.name IS NOT NULL LIMIT ${most}`;
  const last = rows.length < most ? null : (rows.at(-1)?.name ?? null);
  return { names: rows.flatMap(({ name, isKnown }) => (isKnown ? [] : [name])), last };
}

/** Some names, and where the next stretch begins; null at the end. */
export interface NamesStretch {
  readonly names: readonly string[];
  readonly last: string | null;
}
