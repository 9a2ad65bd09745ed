import type { DisclosureApplication } from '../../store/application/rows.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { consult, type ConsultInput } from './consult.ts';

/**
 * Asks a third party whose trade secrets or privacy are touched. Without an answer within 15 working days the agency
 * decides by itself.
 *
 * @throws Refused when not permitted, when there is no such application, or when rules refuse
 * @see rules R6, R8
 */
export function consultThirdParty(input: ConsultInput, context: DocumentsContext): Promise<DisclosureApplication> {
  return consult('THIRD_PARTY', input, context);
}
