import { refuseIfAny, type Refusal } from '../../../../core/refusal.ts';
import { stepRefusals } from '../../rules/opinion/allowed-steps.ts';
import { LONGEST, requiredText } from '../../rules/opinion/opinion-input.ts';
import type { OpinionEvent, SentimentContext } from '../../store/database.ts';
import { addSteps } from '../../store/opinion/steps.ts';
import { keptProof, proofRefusals, type GivenProof } from './given-proof.ts';
import { clocksOf, handleEvent } from './handled-event.ts';
import { unknownInstitution } from './known-institution.ts';

interface FindingsInput extends Pick<GivenProof, 'evidence'> {
  readonly finding: string;
  /** The superior that asked. */
  readonly reportedTo: string;
}

/**
 * Reports to the superior what was found when an opinion event was verified (核实反馈), which stops the clock of the
 * verification. A report may be followed by a further one; the first one counts.
 *
 * @throws Refused when not permitted, not judged or closed, or when no verification was asked for
 * @see rule P1
 */
export function reportFindings(
  { id, input }: { readonly id: string; readonly input: FindingsInput },
  context: SentimentContext,
): Promise<OpinionEvent> {
  return handleEvent(context, { id, roles: ['EDITOR', 'PUBLISHER'] }, async (handled) => {
    const { tx, event, now, by } = handled;
    refuseIfAny([
      ...stepRefusals('report findings', event, ['id']),
      ...unasked(event),
      ...requiredText(['input', 'finding'], input.finding, LONGEST.finding),
      ...(await unknownInstitution(tx, ['input', 'reportedTo'], input.reportedTo)),
      ...proofRefusals({ evidence: input.evidence }),
    ]);
    const clocks = await clocksOf(handled, context);
    await clocks.meet('VERIFICATION');
    const proof = keptProof({ note: input.finding, evidence: input.evidence });
    await addSteps(tx, id, [{ kind: 'FINDINGS_REPORTED', at: now, by, officeId: input.reportedTo, ...proof }]);
    return event;
  });
}

function unasked({ severity, verificationAsked }: OpinionEvent): Refusal[] {
  if (severity === null || verificationAsked) return [];
  return [{ code: 'VERIFICATION_NOT_ASKED', path: ['id'], rules: ['P1'] }];
}
