import { civilDateOf } from '../../../../core/civil-date.ts';
import { refuseIfAny, Refused, type Refusal } from '../../../../core/refusal.ts';
import type { Role } from '../../../../core/viewer.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import { reportInputRefusals, reportYearRefusals, type ReportInput } from '../../rules/report/publication.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { issuerById } from '../../store/issuers.ts';
import type { Written } from '../../store/report/report-writes.ts';

/** Which report is written or published, and with what. */
export interface ReportChange {
  readonly office: string;
  readonly year: number;
  readonly input?: ReportInput | null | undefined;
}

/**
 * The office whose report somebody may write, and who writes it.
 *
 * @throws Refused when not permitted, for an office that makes no report, for a year that has not begun, or for input that
 *   rules refuse
 */
export async function reportingOffice(
  { office, year, input }: ReportChange,
  roles: readonly Role[],
  context: DocumentsContext,
): Promise<Written> {
  const { viewer } = context.scope;
  const now = context.clock.now();
  refuseIfAny(permissionRefusals(viewer, roles, null));
  const institution = await issuerById(context, office);
  refuseIfAny(permissionRefusals(viewer, roles, institution?.regionCode ?? null));
  const refusals = [
    ...(institution?.kind === 'HEALTH_AUTHORITY' ? [] : [noOffice(office)]),
    ...reportYearRefusals(year, civilDateOf(now)),
    ...reportInputRefusals(input ?? {}),
  ];
  if (institution === null || refusals.length > 0) throw new Refused(refusals);
  return { office, year, regionCode: institution.regionCode, by: viewer?.subject ?? '', at: now };
}

function noOffice(office: string): Refusal {
  const expected = 'Institution (health authority)';
  return { code: 'NOT_FOUND', path: ['office'], expected, got: office.slice(0, 100) };
}
