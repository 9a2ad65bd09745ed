import type { ChangeSubject } from '../../core/change.ts';
import type { SqlTransaction } from '../../feed/append.ts';
import { decodeCursor, encodeCursor } from '../../feed/cursor.ts';
import type { LogEntry } from '../../feed/entry.ts';
import type { Holdings } from './context.ts';
import { transact, type Record, type Transacting } from './transact.ts';

/** What a subgraph keeps of others' changes: a projection of the log in its own schema (`follow.ts`). */
export interface Follower<Tx> {
  /** The owner's Postgres schema, where the checkpoint stands. */
  readonly schema: string;
  /** Names the checkpoint within the schema. */
  readonly name: string;
  readonly subjects: readonly ChangeSubject[];
  /**
   * Applies entries in commit order, in the transaction that moves the checkpoint. Idempotent: the same entries again
   * change nothing.
   *
   * @param record - takes entries of the owner's own that follow from these; written last in the transaction
   * @param holdings - the owner's clock, and how it was configured
   */
  readonly apply: (
    tx: Tx,
    entries: readonly LogEntry[],
    record: Record,
    holdings: Pick<Holdings<unknown>, 'clock' | 'handling'>,
  ) => Promise<void>;
}

/** How many entries one transaction applies at most. */
const BATCH = 500;

/**
 * One pass of a follower over what it has not seen. Several processes may do so at once: the checkpoint's row is
 * locked by whoever applies, and whoever comes second finds it moved and goes on from there.
 *
 * @param after - where this process believes the checkpoint to be; null: not known
 * @returns the cursor of the checkpoint once it is level with the log
 */
export async function catchUp<Tx extends SqlTransaction>(
  follower: Follower<Tx>,
  holdings: Holdings<Transacting<Tx>>,
  after: string | null,
): Promise<string> {
  const { log } = holdings;
  let from = after ?? encodeCursor({ epoch: log.hub.epoch, position: 0 });
  for (;;) {
    const page = await log.read({ after: from, first: BATCH, filter: { subjects: follower.subjects } });
    const reached = await applyPage(follower, holdings, { from, to: page.endCursor, entries: page.entries });
    if (reached === page.endCursor && !page.hasMore) return reached;
    from = reached;
  }
}

interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly entries: readonly LogEntry[];
}

/** Applies a page and moves the checkpoint from its start to its end; where the checkpoint stands afterwards. */
async function applyPage<Tx extends SqlTransaction>(
  follower: Follower<Tx>,
  holdings: Holdings<Transacting<Tx>>,
  { from, to, entries }: Stretch,
): Promise<string> {
  const table = `"${follower.schema}".checkpoint`;
  const [expected, next] = [decodeCursor(from).position, decodeCursor(to).position];
  return transact<Tx, string>(holdings, async (tx, record) => {
    await tx.$queryRawUnsafe(
      `insert into ${table} (follower, position) values ($1, 0) on conflict do nothing returning 1`,
      follower.name,
    );
    const rows = await tx.$queryRawUnsafe<{ position: bigint }[]>(
      `select position from ${table} where follower = $1 for update`,
      follower.name,
    );
    const stood = Number(rows[0]?.position ?? 0);
    if (stood !== expected) return encodeCursor({ epoch: holdings.log.hub.epoch, position: stood });
    if (next === expected) return to;
    if (entries.length > 0) await follower.apply(tx, entries, record, holdings);
    await tx.$queryRawUnsafe(`update ${table} set position = $2 where follower = $1 returning 1`, follower.name, next);
    return to;
  });
}
