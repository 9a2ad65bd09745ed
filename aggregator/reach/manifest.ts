import { z } from 'zod';
import { decodeCursor } from '../../feed/cursor.ts';
import { askForJson } from './answers.ts';
import type { Manifest } from './contract.ts';
import { counted, ofEachSubject } from './digests.ts';
import { ReachProblem } from './problem.ts';
import { readAs } from './reading.ts';
import type { Transport } from './transport.ts';

const manifest = z.object({
  hub: z.object({ id: z.string().min(1).max(200) }),
  cursor: z.string(),
  region: z.string().nullable(),
  files: z.array(counted.and(z.object({ subject: z.string(), path: z.string().regex(/^\/export\/[\w.-]+\?\S*$/) }))),
});

/**
 * The manifest of an export of the county's region.
 *
 * @param at - the place to pin it to; null for the head of the log
 * @throws ReachProblem
 * @see schema/FEED.md §11
 */
export async function manifestAt(transport: Transport, at: string | null): Promise<Manifest> {
  const { region, subjects, endpoint } = transport.county;
  const asked = new URLSearchParams({ region, ...(at !== null && { at }) });
  const answer = await askForJson(transport, { path: `/export?${asked.toString()}` });
  const given = readAs(manifest, answer, { code: 'FORGED_ANSWER', where: `${endpoint}/export` });
  if (given.region !== region) throw forged(`expected it to be of ${region}, got ${given.region ?? 'none'}`);
  if (at !== null && given.cursor !== at) throw forged('it is pinned to another place than was asked for');
  checkCursor(given.cursor);
  const files = ofEachSubject(given.files, subjects);
  return { hub: given.hub.id, cursor: given.cursor, files };
}

function checkCursor(cursor: string): void {
  try {
    decodeCursor(cursor);
  } catch {
    throw forged('its cursor is none');
  }
}

function forged(words: string): ReachProblem {
  return new ReachProblem('FORGED_ANSWER', `The manifest is refused: ${words}.`);
}
