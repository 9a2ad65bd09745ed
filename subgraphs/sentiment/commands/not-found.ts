import type { Refusal } from '../../../core/refusal.ts';

/** Why nothing can be done to an opinion event: there is none of that id. */
export function notFound(event: object | null, id: string): Refusal[] {
  return event === null ? [{ code: 'NOT_FOUND', path: ['id'], expected: 'OpinionEvent', got: id.slice(0, 100) }] : [];
}
