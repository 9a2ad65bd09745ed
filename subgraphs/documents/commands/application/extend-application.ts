import { refuseIfAny } from '../../../../core/refusal.ts';
import { extensionRefusals, type AskedExtension } from '../../rules/application/postponement.ts';
import type { DisclosureApplication } from '../../store/application/rows.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { takeStep } from './take-step.ts';

/**
 * Extends the time limit of an answer (延长答复期限), once, by up to 20 working days.
 *
 * @throws Refused when not permitted, when there is no such application, or when rules refuse
 * @see rule R4
 */
export function extendApplication(
  { id, ...asked }: { readonly id: string } & AskedExtension,
  context: DocumentsContext,
): Promise<DisclosureApplication> {
  return takeStep(id, context, (found) => {
    refuseIfAny(extensionRefusals(asked, found.account, found));
    const { toldOn: on, days, approvedBy, reason: note } = asked;
    return { facts: [{ kind: 'EXTENDED', on, days, approvedBy }], note };
  });
}
