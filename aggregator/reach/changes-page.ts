import { z } from 'zod';
import { compareCursors } from '../../feed/cursor.ts';
import { entryOf, forged, type CountyEntry, type Wanted } from './entry.ts';
import { ReachProblem } from './reach-problem.ts';

/** A stretch of another hub's log, checked as a whole. */
export interface ChangesPage {
  /** The id of the hub that answered. */
  readonly hub: string;
  readonly entries: readonly CountyEntry[];
  readonly endCursor: string;
  readonly head: string;
  readonly hasMore: boolean;
}

export const CHANGES = `query($after: Cursor, $first: Int!, $filter: ChangeFilter) {
  changes(after: $after, first: $first, filter: $filter) {
    hub { id } endCursor hasMore head
    nodes { cursor id kind subject subjectId occurredAt origin { id } region { code } publisher { id } catalogueItems { id } payload }
  }
}`;

const Page = z.object({
  changes: z.object({
    hub: z.object({ id: z.string() }),
    endCursor: z.string(),
    head: z.string(),
    hasMore: z.boolean(),
    nodes: z.array(
      z
        .object({
          origin: z.object({ id: z.unknown() }),
          region: z.object({ code: z.unknown() }).nullable(),
          publisher: z.object({ id: z.unknown() }).nullable(),
          catalogueItems: z.array(z.object({ id: z.string() }).nullable()),
        })
        .loose(),
    ),
  }),
});

/**
 * Reads a page as a whole: nothing of one that does not fit is given out.
 *
 * @throws ReachProblem FORGED, and CURSOR_FOREIGN for a log that lies behind the place that was asked from, or is another
 */
export function pageOf(
  data: unknown,
  { after, first }: { readonly after: string | null; readonly first: number },
  wanted: Wanted,
): ChangesPage {
  const read = Page.safeParse(data);
  if (!read.success) throw forged(z.prettifyError(read.error));
  const { hub, endCursor, head, hasMore, nodes } = read.data.changes;
  const entries = nodes.map(({ origin, region, publisher, catalogueItems, ...node }) =>
    entryOf(
      {
        ...node,
        ...{ origin: origin.id, region: region?.code ?? null, publisher: publisher?.id ?? null },
        // An item that is no longer there is named all the same where the log tells of it; null is none that could be.
        catalogueItems: catalogueItems.flatMap((item) => (item === null ? [] : [item.id])),
      },
      wanted,
    ),
  );
  if (entries.length > first) throw forged(`${String(entries.length)} entries, where ${String(first)} were asked for`);
  requireOrder(after, entries, endCursor);
  if (before(head, endCursor)) throw forged('the head lies before what was read');
  if (hasMore !== before(endCursor, head)) throw forged('hasMore does not fit the head');
  if (hasMore && endCursor === after) throw forged('it does not go on, and says that there is more');
  return { hub: hub.id, entries, endCursor, head, hasMore };
}

/** Cursors rise from where the page begins to where it ends, and no entry comes twice. */
function requireOrder(after: string | null, entries: readonly CountyEntry[], endCursor: string): void {
  if (after !== null && before(endCursor, after))
    throw new ReachProblem(
      'CURSOR_FOREIGN',
      'Expected a log that goes on from where it was; got one that lies behind.',
    );
  let last = after;
  for (const { cursor } of entries) {
    if (cursor === null || (last !== null && !before(last, cursor))) throw forged('its cursors do not rise');
    last = cursor;
  }
  if (last !== null && before(endCursor, last)) throw forged('it ends before its last entry');
  if (new Set(entries.map(({ id }) => id)).size < entries.length) throw forged('an entry comes twice');
}

/** @throws ReachProblem CURSOR_FOREIGN for cursors of two logs, FORGED for what is none */
function before(one: string, other: string): boolean {
  try {
    return compareCursors(one, other) < 0;
  } catch (error) {
    const isForeign = error instanceof Error && 'code' in error && error.code === 'CURSOR_FOREIGN';
    if (isForeign)
      throw new ReachProblem('CURSOR_FOREIGN', 'Expected cursors of the log as it was; got those of another.');
    throw forged('a cursor is none');
  }
}
