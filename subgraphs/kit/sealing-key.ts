import { timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import type { Sealing } from './sealing.ts';

/**
 * How an owner that seals finds out at its start what is wrong with the key: the database knows another. The first key that
 * comes is remembered by its fingerprint.
 *
 * @param schema - the owner's Postgres schema, with a table `sealing_key`
 * @returns what answers with a sentence for people, or null
 */
export function sealingKeyCheck(schema: 'documents' | 'sentiment') {
  const table = `${schema}.sealing_key`;
  return async (pool: Pool, { fingerprint }: Sealing): Promise<string | null> => {
    await pool.query(`insert into ${table} (id, fingerprint) values (1, $1) on conflict do nothing`, [
      Buffer.from(fingerprint),
    ]);
    const { rows } = await pool.query<{ fingerprint: Buffer }>(`select fingerprint from ${table}`);
    const known = rows[0]?.fingerprint;
    if (known?.length === fingerprint.length && timingSafeEqual(known, fingerprint)) return null;
    return 'sealing key: the personal data in this database were sealed with another key, and can not be read with this one. Set SEALING_KEY to that key, or put its file sealing.key back into DATA.';
  };
}
