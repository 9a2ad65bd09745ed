import type { ChangeSubject } from '../core/change.ts';
import type { SqlRunner } from '../core/sql.ts';
import type { SqlPool } from './sql.ts';

/** What a lane is doing. */
export const LANE_STATES = {
  WAITING: 'Nothing was taken yet.',
  SNAPSHOT: 'The whole public state is being taken, pinned to a place of the other log.',
  TAIL: 'What came after is being taken, page by page.',
  LIVE: 'It is level with the other log and is told of what comes.',
  QUARANTINED: 'Nothing more is taken until an operator releases it; what is here is still served.',
  FAULTY: 'The last try failed; it is tried again.',
} as const;
export type LaneState = keyof typeof LANE_STATES;

/** Where a snapshot is pinned, and how far it has come. */
export interface SnapshotProgress {
  /** The cursor of the other log that all its files are of. */
  readonly at: string;
  /** The subject kind whose file is being taken; REFERENCES once all files are here. */
  readonly subject: ChangeSubject | 'REFERENCES';
  /** Up to which byte of that file everything is here; of REFERENCES up to which position of this hub's log. */
  readonly offset: number;
}

/** One subject kind of a comparison: what was counted here, and there. */
export interface ProvenSubject {
  readonly subject: ChangeSubject;
  readonly count: number;
  readonly digest: string;
  readonly countThere: number;
  readonly digestThere: string;
}

/** What a comparison with the other hub came to. */
export interface Proof {
  /** The place of the other log at which both were counted. */
  readonly cursor: string;
  /** When, by this hub's clock, RFC 3339 in UTC. */
  readonly at: string;
  /** Whether all digests are equal. */
  readonly isComplete: boolean;
  /** How many records were put right before they were. */
  readonly repaired: number;
  readonly subjects: readonly ProvenSubject[];
}

/** Why nothing more is taken. */
export interface Quarantine {
  readonly code: QuarantineCode;
  readonly expected: string;
  readonly got: string;
  /** RFC 3339 in UTC. */
  readonly since: string;
}

/** Why a lane is put into quarantine, and what the operator has to do then. */
export const QUARANTINE_CODES = {
  HUB_CHANGED: 'Another hub answers at the endpoint than before.',
  LOG_REPLACED: 'The log was restored from a backup or begun anew, or lies behind where it was.',
  MANY_WITHDRAWN: 'More would be withdrawn at once than the set share.',
} as const;
export type QuarantineCode = keyof typeof QUARANTINE_CODES;

/** What went wrong last, and when it is tried again. */
export interface LaneFault {
  readonly code: string;
  readonly message: string;
  /** The entry to blame, where there is one: `DOCUMENT d-1`. */
  readonly entry: string | null;
  readonly at: string;
  /** How many times in a row. */
  readonly times: number;
  readonly retryAt: string;
}

/** A hub that this one pulls from, and how far it has come. */
export interface Lane {
  /** GB/T 2260: what is taken concerns this region or those below it. Names the lane. */
  readonly region: string;
  readonly name: string;
  readonly hubId: string | null;
  readonly state: LaneState;
  readonly cursor: string | null;
  readonly snapshot: SnapshotProgress | null;
  readonly head: string | null;
  readonly levelAt: Date | null;
  readonly proof: Proof | null;
  readonly quarantine: Quarantine | null;
  readonly released: QuarantineCode | null;
  readonly fault: LaneFault | null;
  readonly liveAtProof: number;
  readonly withdrawnSince: number;
  readonly taken: number;
  readonly changedAt: Date;
}

/** What may change of a lane at once; members left out stay as they are. */
export type LaneChange = Partial<Omit<Lane, 'region' | 'changedAt'>>;

const COLUMNS = {
  name: 'name',
  hubId: 'hub_id',
  state: 'state',
  cursor: 'cursor',
  snapshot: 'snapshot',
  head: 'head',
  levelAt: 'level_at',
  proof: 'proof',
  quarantine: 'quarantine',
  released: 'released',
  fault: 'fault',
  liveAtProof: 'live_at_proof',
  withdrawnSince: 'withdrawn_since',
  taken: 'taken',
} as const satisfies Record<keyof LaneChange, string>;

const SELECTED = `region, changed_at as "changedAt", state::text as state, taken::float8 as taken, ${Object.entries(
  COLUMNS,
)
  .filter(([member]) => member !== 'state' && member !== 'taken')
  .map(([member, column]) => `${column} as "${member}"`)
  .join(', ')}`;

/** A pool as what runs single statements. */
export function runnerOn(pool: SqlPool): SqlRunner {
  return {
    $queryRawUnsafe: async <Result>(sql: string, ...values: unknown[]) =>
      (await pool.query(sql, values)).rows as Result,
  };
}

/** All lanes, or that of one region, in the order of their regions. */
export async function readLanes(sql: SqlRunner, region: string | null = null): Promise<readonly Lane[]> {
  return sql.$queryRawUnsafe<Lane[]>(
    `select ${SELECTED} from feed.lane where $1::text is null or region = $1 order by region`,
    region,
  );
}

/** The lane of a region, made when it is new; a new name is taken over. */
export async function establishLane(
  sql: SqlRunner,
  { region, name, now }: { readonly region: string; readonly name: string; readonly now: Date },
): Promise<Lane> {
  await sql.$queryRawUnsafe(
    `insert into feed.lane (region, name, changed_at) values ($1, $2, $3)
     on conflict (region) do update set name = excluded.name where lane.name <> excluded.name returning 1`,
    ...[region, name, now],
  );
  const [lane] = await readLanes(sql, region);
  if (lane === undefined) throw new Error(`The lane of ${region} was removed while it was being read.`);
  return lane;
}

/**
 * The lane of a region, locked until the transaction ends: what is taken by it is taken by one process at a time.
 *
 * @returns null when there is none
 */
export async function lockLane(tx: SqlRunner, region: string): Promise<Lane | null> {
  const [lane] = await tx.$queryRawUnsafe<Lane[]>(
    `select ${SELECTED} from feed.lane where region = $1 for update`,
    region,
  );
  return lane ?? null;
}

/** Whether two readings of a lane stand at the same place of the other log. */
export function isAtSamePlace(
  one: Pick<Lane, 'cursor' | 'snapshot'>,
  other: Pick<Lane, 'cursor' | 'snapshot'>,
): boolean {
  const [a, b] = [one.snapshot, other.snapshot];
  const isSameSnapshot =
    a === null || b === null ? a === b : a.at === b.at && a.subject === b.subject && a.offset === b.offset;
  return one.cursor === other.cursor && isSameSnapshot;
}

/** Changes a lane; it as it is afterwards. */
export async function changeLane(sql: SqlRunner, region: string, change: LaneChange, now: Date): Promise<Lane> {
  const values: unknown[] = [region, now];
  const bind = (value: unknown): string => `$${String(values.push(value))}`;
  const sets = Object.entries(change).map(([member, value]) => {
    const column = COLUMNS[member as keyof LaneChange];
    if (column === 'state') return `state = ${bind(value)}::text::feed.lane_state`;
    const isJson = ['snapshot', 'proof', 'quarantine', 'fault'].includes(column);
    return isJson
      ? `${column} = ${bind(value === null ? null : JSON.stringify(value))}::jsonb`
      : `${column} = ${bind(value)}`;
  });
  const [lane] = await sql.$queryRawUnsafe<Lane[]>(
    `update feed.lane set ${['changed_at = $2', ...sets].join(', ')} where region = $1 returning ${SELECTED}`,
    ...values,
  );
  if (lane === undefined) throw new Error(`There is no lane of ${region}.`);
  return lane;
}

/**
 * Lets a lane out of quarantine: its old copy is compared with the other hub as it is now, and what differs is put right,
 * whatever share of it that is.
 *
 * @returns the lane afterwards, or null when it is not in quarantine
 */
export async function releaseLane(sql: SqlRunner, region: string, now: Date): Promise<Lane | null> {
  const [lane] = await sql.$queryRawUnsafe<Lane[]>(
    `update feed.lane set released = quarantine->>'code', quarantine = null, snapshot = null, state = 'WAITING', fault = null, changed_at = $2
     where region = $1 and quarantine is not null returning ${SELECTED}`,
    ...[region, now],
  );
  return lane ?? null;
}
