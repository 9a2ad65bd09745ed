import { Fault } from '../../../../core/fault.ts';
import type { Position } from '../../../kit/page.ts';
import type { OpinionEvent } from '../database.ts';

/** Where an event stands in a list by detection. */
export interface Place {
  readonly detectedAt: Date;
  readonly id: string;
}

/** Where an event stands, as a cursor carries it. */
export function positionOf({ detectedAt, id }: OpinionEvent): Position {
  return [detectedAt.toISOString(), id];
}

/**
 * The place that a cursor carries.
 *
 * @throws Fault CURSOR_INVALID for the cursor of another list
 */
export function placeOf(position: Position | null): Place | null {
  if (position === null) return null;
  const [detected = '', id = ''] = position;
  const detectedAt = new Date(detected);
  if (!Number.isNaN(detectedAt.getTime()) && detectedAt.toISOString() === detected) return { detectedAt, id };
  throw new Fault(
    'CURSOR_INVALID',
    `Expected a page cursor of opinion events, got one of ${JSON.stringify(position)}.`,
  );
}
