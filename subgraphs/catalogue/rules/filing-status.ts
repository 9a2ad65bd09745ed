import type { Refusal } from '../../../core/refusal.ts';

/** How far an edition has come: drafted, filed with the superior (备案), returned with opinions, approved, superseded. */
export const CATALOGUE_STATUSES = ['DRAFT', 'FILED', 'RETURNED', 'APPROVED', 'SUPERSEDED'] as const;
export type CatalogueStatus = (typeof CATALOGUE_STATUSES)[number];

/** What can be done to an edition, and in which states. */
const ALLOWED = {
  edit: ['DRAFT', 'RETURNED'],
  file: ['DRAFT', 'RETURNED'],
  discard: ['DRAFT', 'RETURNED'],
  decide: ['FILED'],
} as const satisfies Record<string, readonly CatalogueStatus[]>;

/**
 * Why a step is not open to an edition in its present state.
 *
 * @see rules C10, C11
 */
export function filingStatusRefusals(step: keyof typeof ALLOWED, status: CatalogueStatus): Refusal[] {
  const allowed: readonly CatalogueStatus[] = ALLOWED[step];
  if (allowed.includes(status)) return [];
  const expected = allowed.join(' | ');
  return [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected, got: status, rules: ['C10', 'C11'] }];
}
