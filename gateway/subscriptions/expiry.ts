import type { Clock } from '../../core/clock.ts';
import { Fault } from '../../core/fault.ts';
import type { Viewer } from '../../core/viewer.ts';
import type { Timer } from './timer.ts';

/** Why a viewer's subscription can not go on. */
export function expired(viewer: Viewer): Fault {
  const end = new Date(viewer.expiresAt * 1000);
  const when = Number.isNaN(end.getTime()) ? '' : ` at ${end.toISOString()}`;
  return new Fault('UNAUTHENTICATED', `The token of this subscription expired${when}; subscribe again with a new one.`);
}

/**
 * Calls back once when the viewer's token has ended, at once when it has already.
 *
 * @returns cancels the watch
 */
export function watchExpiry(viewer: Viewer, clock: Clock, timer: Timer, onExpired: () => void): () => void {
  let cancel = (): void => undefined;
  const look = (): void => {
    const left = viewer.expiresAt * 1000 - clock.now().getTime();
    if (left <= 0) onExpired();
    else cancel = timer(left, look);
  };
  look();
  return () => {
    cancel();
  };
}
