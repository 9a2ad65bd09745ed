import { Fault } from '../../../../core/fault.ts';
import type { RequestScope } from '../../../../core/viewer.ts';
import { staffRegions } from '../../../kit/staff.ts';
import { LONGEST } from '../../rules/knowledge/knowledge-input.ts';
import { LONGEST_KEPT, MOST_KEPT } from '../../rules/privacy/kept.ts';
import { maskPersonalData, type MaskedText } from '../../rules/privacy/mask.ts';

export interface PreviewMaskedTextInput {
  readonly text: string;
  readonly keep?: readonly string[] | null | undefined;
}

/**
 * What would be masked in a text, before it is published; nothing of it is kept.
 *
 * @throws Fault UNAUTHENTICATED for the public, FORBIDDEN for others than staff, LIMIT_EXCEEDED for more than is taken
 */
export function previewMaskedText(
  { text, keep }: PreviewMaskedTextInput,
  { scope }: { readonly scope: RequestScope },
): MaskedText {
  requireStaff(scope);
  limit('text', text.length, LONGEST.answer);
  limit('keep', keep?.length ?? 0, MOST_KEPT);
  for (const passage of keep ?? []) limit('keep', passage.length, LONGEST_KEPT);
  return maskPersonalData(text, { keep: keep ?? [] });
}

function requireStaff({ viewer }: RequestScope): void {
  if (viewer === null) {
    throw new Fault('UNAUTHENTICATED', 'Only for staff: expected a token with the request, got none.');
  }
  if (staffRegions(viewer).length === 0) {
    throw new Fault('FORBIDDEN', `Only for staff: expected a role that works on texts, got ${viewer.role}.`);
  }
}

function limit(name: string, actual: number, maximum: number): void {
  if (actual <= maximum) return;
  const message = `Expected at most ${String(maximum)} of \`${name}\`, got ${String(actual)}.`;
  throw new Fault('LIMIT_EXCEEDED', message, { limit: name, maximum, actual });
}
