import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import type { SqlPool } from './sql.ts';

/** The hub whose log this is. */
export interface HubIdentity {
  readonly id: string;
  readonly name: string;
  /** GB/T 2260. */
  readonly regionCode: string;
  /** Changes when the log is restored from a backup; every cursor holds it. */
  readonly epoch: string;
}

/**
 * The hub of this database, made on the first call. Any number of processes may call it at once; all get the same one.
 * A hub that is there keeps its name and region: the caller compares them with what was configured.
 */
export async function establishHub(
  pool: SqlPool,
  { name, regionCode, clock }: { readonly name: string; readonly regionCode: string; readonly clock: Clock },
): Promise<HubIdentity> {
  await pool.query(
    `insert into feed.hub (id, name, region_code, epoch, created_at) values ($1, $2, $3, $4, $5)
     on conflict (is_only) do nothing`,
    [randomUUID(), name, regionCode, newEpoch(), clock.now()],
  );
  const hub = await readHub(pool);
  if (hub === null) throw new Error('The hub was removed while it was being read.');
  return hub;
}

/** The hub of this database, or null before {@link establishHub}. */
async function readHub(pool: SqlPool): Promise<HubIdentity | null> {
  const { rows } = await pool.query<HubIdentity>('select id, name, region_code as "regionCode", epoch from feed.hub');
  return rows[0] ?? null;
}

/** Begins a new epoch, after the database was restored from a backup: every cursor given out so far becomes foreign. */
export async function beginEpoch(pool: SqlPool): Promise<void> {
  await pool.query('update feed.hub set epoch = $1', [newEpoch()]);
}

function newEpoch(): string {
  return randomBytes(9).toString('base64url');
}
