import { createHash } from 'node:crypto';
import type { Database } from '../../../prisma/storage/contract.ts';
import { BLANK_ROW, type PriceRow } from '../../../subgraphs/pricing/rules/price-row.ts';
import { rowText } from '../../../subgraphs/pricing/rules/rows-digest.ts';
import { ROW_COLUMNS } from '../../../subgraphs/pricing/store/publishing/columns.ts';

/** How many prices of an institution have no end, and their digest, reckoned from the rows as they are stored. */
export async function digestInForce(
  { pool }: Database,
  institution: string,
  kind: string,
): Promise<{ rows: number; digest: string }> {
  const columns = ROW_COLUMNS.map(({ cell, column, type }) => {
    const text =
      type === 'text' ? column : type.startsWith('numeric') ? `trim_scale(${column})::text` : `${column}::text`;
    return `${text} AS "${cell}"`;
  });
  const { rows } = await pool.query<PriceRow>(
    `SELECT ${columns.join(', ')} FROM pricing.price
      WHERE institution_id = $1 AND kind = $2::pricing.price_kind AND ended_on IS NULL`,
    [institution, kind],
  );
  const digests = rows.map((row) =>
    createHash('sha256')
      .update(rowText({ ...BLANK_ROW, ...row }))
      .digest(),
  );
  const whole = Buffer.concat(digests.sort((one, other) => Buffer.compare(one, other)));
  return { rows: rows.length, digest: createHash('sha256').update(whole).digest('hex') };
}
