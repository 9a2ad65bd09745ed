import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { NewEntry } from '../../core/change.ts';
import { append } from '../../feed/append.ts';
import { runnerOf } from '../../prisma/storage/bulk-session.ts';

/** An entry that says nothing but its number. */
export function numbered(id: string, region: string | null = '140521'): NewEntry {
  return {
    kind: 'PUBLISHED',
    subject: 'DOCUMENT',
    subjectId: id,
    occurredAt: new Date('2026-11-01T00:00:00.000Z'),
    regionCode: region,
    publisherId: null,
    payload: { title: id },
  };
}

/** One transaction of a writer: how long it dawdles before and after it takes its positions, how much it writes, how it ends. */
export interface Turn {
  readonly entries: number;
  readonly before: number;
  readonly after: number;
  readonly rollsBack: boolean;
}

/** Runs one writer's transactions, one after the other; gives the subject ids that were committed. */
export async function write(pool: Pool, writer: string, turns: readonly Turn[]): Promise<string[]> {
  const committed: string[] = [];
  for (const [number, { entries, before, after, rollsBack }] of turns.entries()) {
    const ids = Array.from({ length: entries }, (_one, index) => `${writer}-${String(number)}-${String(index)}`);
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('select 1');
      await pause(before);
      await append(
        runnerOf(client),
        ids.map((id) => numbered(id)),
      );
      await pause(after);
      await client.query(rollsBack ? 'rollback' : 'commit');
      if (!rollsBack) committed.push(...ids);
    } finally {
      client.release();
    }
  }
  return committed;
}
