import { randomUUID } from 'node:crypto';
import { civilDateOf, toUtcMidnight } from '../../../../core/civil-date.ts';
import { refuseIfAny, Refused, type Refusal } from '../../../../core/refusal.ts';
import { complainedOfRefusals, complaintRefusals, type FiledComplaint } from '../../rules/application/redress.ts';
import { authorityOver } from '../../store/application/authority-over.ts';
import type { Complaint } from '../../store/application/rows.ts';
import { sealed } from '../../store/application/sealed.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { issuerById } from '../../store/issuers.ts';
import { handlerRefusals, type Office } from './permitted-handler.ts';

export interface FileComplaintInput extends FiledComplaint {
  readonly institution: string;
}

/**
 * Registers a complaint (申诉) about a public institution that does not disclose what it must, at the health authority of
 * its region, or of the nearest region above that has one. Whose it is and what it says is sealed.
 *
 * @throws Refused when not permitted, or for input that rules refuse
 * @see rule C20
 */
export async function fileComplaint(input: FileComplaintInput, context: DocumentsContext): Promise<Complaint> {
  const { scope, clock, db, sealing } = context;
  const now = clock.now();
  const { institution: institutionId, receivedOn, name, contact, describes } = input;
  const institution = await issuerById(context, institutionId);
  const authority = institution && (await authorityOver(context, institution.regionCode));
  const office: Office | null = authority && { officeId: authority.id, regionCode: authority.regionCode };
  refuseIfAny([
    ...handlerRefusals(scope.viewer, office),
    ...complaintRefusals(input, civilDateOf(now)),
    ...(institution === null ? [missing('Institution')] : complainedOfRefusals(institution.kind)),
  ]);
  if (office === null) throw new Refused([missing('HEALTH_AUTHORITY')]);
  const id = randomUUID();
  return db.complaint.create({
    data: {
      ...{ id, institutionId, ...office, receivedOn: toUtcMidnight(receivedOn) },
      ...{ registeredAt: now, registeredBy: scope.viewer?.subject ?? '' },
      content: sealed(sealing, ['complaint.content', id], { name, contact, describes }),
    },
  });
}

function missing(expected: string): Refusal {
  return { code: 'NOT_FOUND', path: ['input', 'institution'], expected, rules: ['C20'] };
}
