import { randomUUID } from 'node:crypto';
import { civilDateOf, toUtcMidnight } from '../../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../../core/refusal.ts';
import { officeRefusals } from '../../rules/application/receipt.ts';
import { informationCorrectionRefusals, type AskedInformationCorrection } from '../../rules/application/redress.ts';
import type { InformationCorrection } from '../../store/application/rows.ts';
import { sealed } from '../../store/application/sealed.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { issuerById } from '../../store/issuers.ts';
import { handlerRefusals } from './permitted-handler.ts';

export interface RequestInformationCorrectionInput extends AskedInformationCorrection {
  readonly office: string;
}

/**
 * Registers a request to correct (更正) what an office holds about the one who asks. Whose it is and what it says is
 * sealed.
 *
 * @throws Refused when not permitted, or for input that rules refuse
 * @see rule R18
 */
export async function requestInformationCorrection(
  input: RequestInformationCorrectionInput,
  context: DocumentsContext,
): Promise<InformationCorrection> {
  const { scope, clock, db, sealing } = context;
  const now = clock.now();
  const { office: officeId, receivedOn, name, contact, identification, describes, evidence } = input;
  const office = await issuerById(context, officeId);
  refuseIfAny([
    ...handlerRefusals(scope.viewer, office && { officeId, regionCode: office.regionCode }),
    ...informationCorrectionRefusals(input, civilDateOf(now)),
    ...(office === null ? [NO_OFFICE] : officeRefusals(office.kind)),
  ]);
  const id = randomUUID();
  return db.informationCorrection.create({
    data: {
      ...{ id, officeId, regionCode: office?.regionCode ?? '', receivedOn: toUtcMidnight(receivedOn) },
      ...{ registeredAt: now, registeredBy: scope.viewer?.subject ?? '' },
      content: sealed(sealing, ['correction.content', id], { name, contact, identification, describes, evidence }),
    },
  });
}

const NO_OFFICE: Refusal = { code: 'NOT_FOUND', path: ['input', 'office'], expected: 'Institution' };
