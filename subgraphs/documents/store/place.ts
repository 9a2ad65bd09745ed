import type { Document } from '../../../prisma/generated/documents/client/client.ts';
import { Fault } from '../../../core/fault.ts';
import type { Position } from '../../kit/page.ts';

/** Where a page of documents ended: lists of them go by publication, the newest first, then by id. */
export interface Place {
  readonly publishedAt: Date;
  readonly id: string;
}

/** The place of a published document in a list. */
export function positionOf({ publishedAt, id }: Document): Position {
  return [publishedAt?.toISOString() ?? '', id];
}

/**
 * Reads a position back.
 *
 * @throws Fault CURSOR_INVALID for a position of another list
 */
export function placeOf(position: Position | null): Place | null {
  if (position === null) return null;
  const [published = '', id = ''] = position;
  const publishedAt = new Date(published);
  if (!Number.isNaN(publishedAt.getTime()) && publishedAt.toISOString() === published) return { publishedAt, id };
  throw new Fault('CURSOR_INVALID', `Expected a page cursor of documents, got one of ${JSON.stringify(position)}`);
}
