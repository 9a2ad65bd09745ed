import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';

/**
 * Takes out lists with the periods that they began, and single prices, that their hub withdrew. What such a list ended
 * begins again with the files of the lists that are left, which are taken once more.
 *
 * @throws Error when one is here as that of another institution
 */
export async function removeWithdrawn(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const told = entries.map(({ subject, subjectId: id, publisherId: institution }) => ({ subject, id, institution }));
  const [other] = await tx.$queryRawUnsafe<{ name: string }[]>(REMOVE, JSON.stringify(told));
  if (other === undefined) return;
  throw new Error(`${other.name}: expected it to be withdrawn by the institution whose it is, got another one.`);
}

const REMOVE = `
WITH told AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (subject text, id text, institution text)
), prices AS (
  DELETE FROM pricing.price p USING told WHERE p.institution_id = told.institution
     AND CASE told.subject WHEN 'PRICE' THEN p.id ELSE p.list_id END = told.id
), open AS (
  DELETE FROM pricing.list_to_prove l USING told WHERE told.subject = 'PRICE_LIST' AND l.id = told.id
), lists AS (
  DELETE FROM pricing.price_list l USING told
   WHERE told.subject = 'PRICE_LIST' AND l.id = told.id AND l.institution_id = told.institution
)
SELECT told.subject || ' ' || told.id AS name FROM told
 WHERE EXISTS (SELECT FROM pricing.price_list l WHERE told.subject = 'PRICE_LIST' AND l.id = told.id
           AND l.institution_id IS DISTINCT FROM told.institution)
    OR EXISTS (SELECT FROM pricing.price p WHERE told.subject = 'PRICE' AND p.id = told.id
           AND p.institution_id IS DISTINCT FROM told.institution) LIMIT 1`;
