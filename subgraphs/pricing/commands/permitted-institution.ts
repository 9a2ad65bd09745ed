import type { Refusal } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import type { PricedInstitution } from '../events.ts';
import type { PricingContext } from '../store/database.ts';

/** An institution whose prices are to be published. */
export interface NamedInstitution extends PricedInstitution {
  readonly name: string;
}

/**
 * The institution, and why the viewer may not publish its prices: only a PUBLISHER of its region may, or its own staff,
 * wherever it lies.
 */
export async function permittedInstitution(
  id: string,
  path: readonly string[],
  { db, scope }: PricingContext,
): Promise<{ readonly institution: NamedInstitution | null; readonly refusals: readonly Refusal[] }> {
  const institution = await db.followedInstitution.findUnique({ where: { id } });
  const region = scope.viewer?.institution === id ? null : (institution?.regionCode ?? null);
  const refusals = permissionRefusals(scope.viewer, ['PUBLISHER'], region);
  if (institution !== null) return { institution, refusals };
  const missing: Refusal = { code: 'NOT_FOUND', path, expected: 'Institution', got: id.slice(0, 100) };
  return { institution, refusals: [...refusals, missing] };
}
