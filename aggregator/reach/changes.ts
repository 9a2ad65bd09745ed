import { z } from 'zod';
import { decodeCursor, type Place } from '../../feed/cursor.ts';
import type { ChangesPage, CountyEntry } from './contract.ts';
import { entryOfNode, node, scopeOf, type Scope } from './entry.ts';
import { query, type Operation } from './graphql.ts';
import { ReachProblem } from './problem.ts';
import type { Transport } from './transport.ts';

const page = z.object({
  hub: z.object({ id: z.string().min(1).max(200) }),
  nodes: z.array(node),
  endCursor: z.string(),
  hasMore: z.boolean(),
  head: z.string(),
});
type GivenPage = z.output<typeof page>;

const CHANGES: Operation<{ changes: GivenPage }> = {
  query: `query Changes($after: Cursor, $first: Int!, $filter: ChangeFilter) {
    changes(after: $after, first: $first, filter: $filter) {
      hub { id }
      nodes {
        cursor id kind subject subjectId occurredAt payload
        origin { id } region { code } publisher { id } catalogueItems { id }
      }
      endCursor hasMore head
    }
  }`,
  data: z.object({ changes: page }),
};

/** What came too large is asked for again with so many times fewer entries. */
const SHRINK = 8;

/**
 * A page of a county's log, checked as a whole.
 *
 * @param first - the most entries; fewer are asked for when they do not fit into an answer
 * @throws ReachProblem
 */
export async function changesAfter(transport: Transport, after: string | null, first: number): Promise<ChangesPage> {
  const { region, subjects } = transport.county;
  for (let most = first; ; most = Math.max(1, Math.floor(most / SHRINK))) {
    try {
      const variables = { after, first: most, filter: { regions: [region], subjects } };
      const { changes } = await query(transport, CHANGES, { variables, code: 'FORGED_PAGE' });
      return checkedPage(changes, { after, first: most, scope: scopeOf(region, subjects) });
    } catch (error) {
      if (most === 1 || !isTooMuch(error)) throw error;
    }
  }
}

function isTooMuch(error: unknown): boolean {
  if (!(error instanceof ReachProblem)) return false;
  return error.code === 'TOO_LARGE' || error.details['hubCode'] === 'LIMIT_EXCEEDED';
}

interface Asked {
  readonly after: string | null;
  readonly first: number;
  readonly scope: Scope;
}

function checkedPage(given: GivenPage, asked: Asked): ChangesPage {
  checkPlaces(given, asked);
  const { hub, nodes, endCursor, hasMore, head } = given;
  if (nodes.length > asked.first) throw forged(`expected at most ${asked.first} entries, got ${nodes.length}`);
  if (new Set(nodes.map(({ id }) => id)).size < nodes.length) throw forged('an id occurs twice');
  const entries = nodes.map((one, index) => checkedEntry(one, index, asked.scope));
  return { hub: hub.id, entries, endCursor, hasMore, head };
}

function checkedEntry(given: z.output<typeof node>, index: number, scope: Scope): CountyEntry {
  try {
    return entryOfNode(given, scope);
  } catch (error) {
    throw forged(`entry ${index + 1}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** All places are of one log, and each is behind the one before. */
function checkPlaces({ nodes, endCursor, hasMore, head }: GivenPage, { after }: Asked): void {
  const end = placeOf(endCursor);
  const start = after === null ? { epoch: end.epoch, position: 0 } : placeOf(after);
  let before = start.position;
  for (const [index, { cursor }] of nodes.entries()) {
    const { epoch, position } = placeOf(cursor);
    if (epoch !== start.epoch) throw forged(`the cursor of entry ${index + 1} is of another log`);
    if (position <= before) throw forged(`the cursor of entry ${index + 1} is not behind the one before`);
    before = position;
  }
  const last = placeOf(head);
  if (end.epoch !== start.epoch || last.epoch !== start.epoch) throw forged('its end is of another log than its start');
  if (end.position < before) throw forged('its end is before its last entry');
  if (last.position < end.position) throw forged('its head is before its end');
  if (hasMore !== end.position < last.position) throw forged('whether there is more contradicts the head');
  if (hasMore && end.position === start.position) throw forged('there is more, and it does not go on');
}

function placeOf(cursor: string): Place {
  try {
    return decodeCursor(cursor);
  } catch {
    throw forged('one of its cursors is none');
  }
}

function forged(words: string): ReachProblem {
  return new ReachProblem('FORGED_PAGE', `The page of the log is refused as a whole: ${words}.`);
}
