import type { Refusal } from '../../../core/refusal.ts';

/** The refusal for an id that names nothing. */
export function notFound(expected: string, path: readonly string[], got: string): Refusal {
  return { code: 'NOT_FOUND', path, expected, got: got.slice(0, 100) };
}
