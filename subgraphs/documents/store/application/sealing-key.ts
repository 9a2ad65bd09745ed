import { timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import type { Sealing } from '../../../kit/sealing.ts';

/**
 * What is wrong with the key that seals: the database knows another. The first key that comes is remembered by its
 * fingerprint.
 *
 * @returns a sentence for people, or null
 */
export async function sealingKeyProblem(pool: Pool, { fingerprint }: Sealing): Promise<string | null> {
  await pool.query('insert into documents.sealing_key (id, fingerprint) values (1, $1) on conflict do nothing', [
    Buffer.from(fingerprint),
  ]);
  const { rows } = await pool.query<{ fingerprint: Buffer }>('select fingerprint from documents.sealing_key');
  const known = rows[0]?.fingerprint;
  if (known?.length === fingerprint.length && timingSafeEqual(known, fingerprint)) return null;
  return 'sealing key: the personal data in this database were sealed with another key, and can not be read with this one. Set SEALING_KEY to that key, or put its file sealing.key back into DATA.';
}
