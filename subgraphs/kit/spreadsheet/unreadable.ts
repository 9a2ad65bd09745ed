import { Refused } from '../../../core/refusal.ts';

/** The refusal of a file that is none that can be read. */
export function unreadable(expected: string, got: string): Refused {
  return new Refused([{ code: 'FILE_UNREADABLE', path: [], expected, got }]);
}
