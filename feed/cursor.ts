import { Fault } from '../core/fault.ts';

/** A place in one log: everything up to and including `position`. See `schema/FEED.md` §3. */
export interface Place {
  /** Changes when the log is restored from a backup. */
  readonly epoch: string;
  /** 0 is before the first entry. */
  readonly position: number;
}

/** The cursor of a place, as readers hold it. */
export function encodeCursor(place: Place): string {
  return Buffer.from(`${VERSION}.${place.epoch}.${String(place.position)}`).toString('base64url');
}

/**
 * The place that a cursor names.
 *
 * @throws Fault CURSOR_INVALID when the text is no cursor
 */
export function decodeCursor(cursor: string): Place {
  const match = cursor.length <= LONGEST ? FORM.exec(Buffer.from(cursor, 'base64url').toString()) : null;
  const place = { epoch: match?.[1] ?? '', position: Number(match?.[2]) };
  // Encoding again refuses the other spellings that a lenient base64 decoder would take for the same cursor.
  if (match === null || !Number.isSafeInteger(place.position) || encodeCursor(place) !== cursor) {
    throw new Fault('CURSOR_INVALID', `Expected a cursor that this interface gave out; got ${shown(cursor)}.`);
  }
  return place;
}

/**
 * Negative when `a` is before `b`, positive when after, 0 when they are the same place.
 *
 * @throws Fault CURSOR_INVALID when one is no cursor, CURSOR_FOREIGN when they are of different epochs
 */
export function compareCursors(a: string, b: string): number {
  const [one, other] = [decodeCursor(a), decodeCursor(b)];
  if (one.epoch !== other.epoch) {
    throw new Fault('CURSOR_FOREIGN', 'Expected two cursors of one log; got cursors of different epochs.');
  }
  return one.position - other.position;
}

const VERSION = '1';
const LONGEST = 200;
const FORM = /^1\.([A-Za-z0-9_-]{1,100})\.(0|[1-9][0-9]{0,15})$/;

function shown(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
