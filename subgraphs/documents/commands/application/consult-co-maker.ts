import type { DisclosureApplication } from '../../store/application/rows.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { consult, type ConsultInput } from './consult.ts';

/**
 * Asks an agency that made the information jointly. Without an answer within 15 working days it is deemed to consent.
 *
 * @throws Refused when not permitted, when there is no such application, or when rules refuse
 * @see rules R7, R8
 */
export function consultCoMaker(input: ConsultInput, context: DocumentsContext): Promise<DisclosureApplication> {
  return consult('CO_MAKER', input, context);
}
