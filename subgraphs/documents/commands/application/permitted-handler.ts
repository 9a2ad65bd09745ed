import type { Refusal } from '../../../../core/refusal.ts';
import type { Role, Viewer } from '../../../../core/viewer.ts';
import { permissionRefusals } from '../../../kit/permission.ts';

/** The office that handles something, and its region. */
export interface Office {
  readonly officeId: string;
  readonly regionCode: string;
}

/**
 * Why a viewer does not handle what came to an office: EDITOR and PUBLISHER of the region do, and one whose token names
 * an institution only there.
 *
 * @param office - null while it is not known, which leaves region and institution unchecked
 */
export function handlerRefusals(viewer: Viewer | null, office: Office | null): Refusal[] {
  return officeRefusals(viewer, ['EDITOR', 'PUBLISHER'], office);
}

/** Why a viewer does not say who does which function at an office: PUBLISHER and OPERATOR of the region do. */
export function appointerRefusals(viewer: Viewer | null, office: Office | null): Refusal[] {
  return officeRefusals(viewer, ['PUBLISHER', 'OPERATOR'], office);
}

function officeRefusals(viewer: Viewer | null, roles: readonly Role[], office: Office | null): Refusal[] {
  const refusals = permissionRefusals(viewer, roles, office?.regionCode ?? null);
  const institution = viewer?.institution ?? null;
  if (refusals.length === 0 && office !== null && institution !== null && institution !== office.officeId) {
    refusals.push({ code: 'OFFICE_NOT_OWN', path: [] });
  }
  return refusals;
}
