import { randomBytes } from 'node:crypto';
import { appendedRow, appendFrom, type AppendedRow } from './append.ts';
import { ENTRY_TYPES, recordOf, type EntryToAppend } from './entry-record.ts';
import type { SqlTransaction } from './sql.ts';

/** Entries of one transaction on their way to the log, however many. */
export interface StagedEntries {
  /** Makes more entries ready. Takes no lock, so it may be slow. */
  add(entries: readonly EntryToAppend[]): Promise<void>;
  /** Writes them all in the order in which they were added, as the last statement of the transaction; how many. */
  append(): Promise<number>;
}

/**
 * For a transaction with so many entries that they are not to be held in memory, nor the log's lock while they are made
 * ready: they are gathered in a temporary table, and appended by one statement. Else {@link append} is the way.
 */
export async function stageEntries(tx: SqlTransaction): Promise<StagedEntries> {
  const table = `staged_entries_${randomBytes(6).toString('hex')}`;
  await tx.$queryRawUnsafe(`create temporary table ${table} (${ENTRY_TYPES}) on commit drop`);
  let count = 0;
  return {
    add: async (entries) => {
      if (entries.length === 0) return;
      const records = entries.map((entry, index) => recordOf(entry).json(count + index + 1));
      await tx.$queryRawUnsafe(
        `insert into ${table} select * from json_to_recordset($1::json) as e(${ENTRY_TYPES})`,
        `[${records.join(',')}]`,
      );
      count += entries.length;
    },
    append: async () => {
      if (count === 0) return 0;
      appendedRow(await tx.$queryRawUnsafe<AppendedRow[]>(appendFrom(table, '$1'), count));
      return count;
    },
  };
}
