import { normalForm } from '../../../core/normal-form.ts';
import { termsOf } from '../../../core/search-terms.ts';
import type { SqlRunner } from '../../../core/sql.ts';

/** Makes names searchable that are not yet; however many, in one statement. */
export async function addNames(sql: SqlRunner, names: readonly string[]): Promise<void> {
  const records = names.map((name) => {
    const { characters } = normalForm(name);
    return { name, text: characters.join(''), terms: [...termsOf(characters)] };
  });
  await sql.$queryRawUnsafe(
    `INSERT INTO pricing.priced_name (name, text, terms)
     SELECT name, text, terms FROM json_to_recordset($1::json) AS r (name text, text text, terms text[])
     ORDER BY name COLLATE "C" ON CONFLICT DO NOTHING`,
    JSON.stringify(records),
  );
}
