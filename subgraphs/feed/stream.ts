import type { ChangeSubject } from '../../core/change.ts';
import type { LogEntry } from '../../feed/entry.ts';
import type { ChangeFilter } from '../../feed/filter.ts';
import type { StreamItem } from '../../feed/stream.ts';
import type { Context } from '../kit/context.ts';
import { mapAsync } from '../kit/map-async.ts';

interface Following {
  readonly after: string | null | undefined;
  readonly filter?: ChangeFilter | null | undefined;
  readonly among: readonly ChangeSubject[];
  /** What the filter can not say. */
  readonly only?: (entry: LogEntry) => boolean;
}

/** The log as a subscription reads it. The gateway's own place in the log goes before the operation's `after`. */
export async function follow(
  { log, resume }: Context<unknown>,
  { after, filter, among, only }: Following,
): Promise<AsyncIterableIterator<StreamItem>> {
  const stream = await log.stream({ after: resume === null ? (after ?? null) : resume.after, filter, among });
  if (only === undefined) return stream;
  return mapAsync<StreamItem, StreamItem>(stream, (item, skip) =>
    item.kind === 'mark' || only(item.entry) ? item : skip,
  );
}

/** The entry of an item. Marks carry none; the kit keeps them from resolvers. */
export function entryOf(item: StreamItem): LogEntry {
  if (item.kind === 'entry') return item.entry;
  throw new TypeError('A mark of the log has no entry.');
}
