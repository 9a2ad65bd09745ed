import { toUtcMidnight } from '../../../../core/civil-date.ts';
import { refuseIfAny } from '../../../../core/refusal.ts';
import { stageRefusals } from '../../rules/application/handling.ts';
import { purgeDay } from '../../../../core/purge-day.ts';
import type { DisclosureApplication } from '../../store/application/rows.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { takeStep } from './take-step.ts';

/**
 * Archives an answered application (归档). From then on runs the time after which whatever is personal is purged.
 *
 * @throws Refused when not permitted, when there is no such application, or when it is not answered or archived already
 * @see rule R1
 */
export function archiveApplication(
  { id }: { readonly id: string },
  context: DocumentsContext,
): Promise<DisclosureApplication> {
  return takeStep(id, context, (found) => {
    refuseIfAny(stageRefusals(found, ['ANSWERED']));
    const purgeDueOn = toUtcMidnight(purgeDay(found.today, context.retentionYears));
    return { facts: [{ kind: 'ARCHIVED', on: found.today }], columns: { purgeDueOn } };
  });
}
