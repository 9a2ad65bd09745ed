import type { Database } from '../../../../../prisma/storage/database.ts';
import { expectedAlarms, keyOf, type Expected } from './reference.ts';
import type { Happened } from './simulate.ts';

/** What the log says, held against the reference. */
export interface Verdict {
  readonly told: number;
  readonly missed: readonly Expected[];
  /** Told though they should not have been, and what the log and the kept alarm do not agree on. */
  readonly wrong: readonly string[];
  readonly repeated: readonly string[];
  /** Told at another instant than the first look at or after the stage. */
  readonly misdated: readonly string[];
  /** How many alarms are kept that the log does not tell. */
  readonly unlogged: number;
}

interface ToldRow {
  readonly clock_id: string | null;
  readonly stage: string;
  readonly due: string;
  readonly reached: string;
  readonly fired: Date;
  readonly kept: boolean;
}

/** Judges the alarms that the log of a database tells. */
export async function judge({ pool }: Database, { spans, epochs, looks }: Happened): Promise<Verdict> {
  const { rows } = await pool.query<ToldRow>(`
    SELECT a.clock_id, e.payload::jsonb->>'stage' AS stage, e.payload::jsonb->>'dueAt' AS due,
           e.payload::jsonb->>'reachedAt' AS reached, e.occurred_at AS fired,
           coalesce(a.stage = e.payload::jsonb->>'stage' AND a.fired_at = e.occurred_at, false) AS kept
      FROM feed.entry e LEFT JOIN sentiment.deadline_alarm a ON a.id = e.subject_id
     WHERE e.subject = 'DEADLINE_ALARM' ORDER BY e.position`);
  const { rows: counts } = await pool.query<{ kept: string }>('SELECT count(*) AS kept FROM sentiment.deadline_alarm');
  const missed = new Map(expectedAlarms(spans, epochs, looks));
  const seen = new Set<string>();
  const verdict = { wrong: [] as string[], repeated: [] as string[], misdated: [] as string[] };
  for (const { clock_id: clock, stage, due, reached, fired, kept } of rows) {
    const key = keyOf(clock ?? '', Date.parse(due), stage);
    const expected = missed.get(key);
    if (seen.has(key)) verdict.repeated.push(key);
    else if (expected === undefined || !kept || Date.parse(reached) !== expected.reachedAt) verdict.wrong.push(key);
    else if (fired.getTime() !== expected.firedAt) verdict.misdated.push(`${key}: ${fired.toISOString()}`);
    seen.add(key);
    missed.delete(key);
  }
  const unlogged = Number(counts[0]?.kept) - rows.length;
  return { told: rows.length, missed: [...missed.values()], ...verdict, unlogged };
}
