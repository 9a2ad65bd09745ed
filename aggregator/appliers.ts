import type { ChangeSubject } from '../core/change.ts';
import type { SqlRunner } from '../core/sql.ts';
import { SUBGRAPHS, type Applier, type HeldEntry, type HubFiles } from '../subgraphs/index.ts';

const APPLIERS: readonly Applier[] = SUBGRAPHS.flatMap(({ applier }) => (applier === null ? [] : [applier]));

/** The members of payloads that may name what comes later, by subject; see `Applier.references`. */
export const REFERENCES = APPLIERS.reduce<Readonly<Partial<Record<ChangeSubject, readonly string[]>>>>(
  (all, { references }) => ({ ...all, ...references }),
  {},
);

/** Has every owner take over the entries of its subjects. */
export async function applyEntries(tx: SqlRunner, entries: readonly HeldEntry[], files: HubFiles): Promise<void> {
  for (const applier of APPLIERS) {
    const own = entries.filter(({ subject }) => applier.subjects.includes(subject));
    if (own.length > 0) await applier.apply(tx, own, files);
  }
}

/** What files of the other hub the owners need for these entries, before the transaction begins. */
export async function filesFor(sql: SqlRunner, entries: readonly HeldEntry[]): Promise<readonly string[]> {
  const needed: string[] = [];
  for (const applier of APPLIERS) {
    const own = entries.filter(({ subject }) => applier.subjects.includes(subject));
    if (own.length > 0) needed.push(...((await applier.filesFor?.(sql, own)) ?? []));
  }
  return needed;
}
