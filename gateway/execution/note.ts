import type { Loss } from './losses.ts';

/**
 * Something found wrong at one place while an answer was completed.
 *
 * Completion keeps no paths, because nearly all answers are right: a note starts at the field, and each level
 * that the completion returns through adds its own key.
 */
export interface Note {
  /** From the place outwards. */
  readonly reversedPath: (string | number)[];
  /** The error to tell if neither the subgraph nor a loss explains the place; null when a plain null is right. */
  readonly message: string | null;
  loss: Loss | null;
  /** Whether the object of the missing field has no entity behind it: its owner says, without an error, that there is none. */
  readonly isAbsent?: boolean;
}
