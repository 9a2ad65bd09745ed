import { refuseIfAny, Refused, type Refusal } from '../../../../core/refusal.ts';
import type { Role } from '../../../../core/viewer.ts';
import type { WorkingCalendar } from '../../../../core/working-calendar.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import { transact } from '../../../kit/transact.ts';
import { evidenceRefusals, type GivenEvidence } from '../../rules/opinion/evidence.ts';
import { stageRefusals, type InquiryStepName } from '../../rules/inquiry/stages.ts';
import { inquiryStanding, type InquiryStanding } from '../../rules/inquiry/standing.ts';
import { maskPersonalData } from '../../rules/privacy/mask.ts';
import type { SentimentContext, Transaction } from '../../store/database.ts';
import { forgetClocks } from '../../store/inquiry/inquiry-clocks.ts';
import { calendarForClocks, lockInquiry } from '../../store/inquiry/locked-inquiry.ts';
import type { Inquiry } from '../../store/inquiry/rows.ts';
import { addInquirySteps, forgetSteps, inquiryStepsOf, type NewInquiryStep } from '../../store/inquiry/steps.ts';
import { MatterClocks } from '../alarms/matter-clocks.ts';

/** Who takes most steps: whoever records or speaks for an authority. */
export const HANDLING: readonly Role[] = ['EDITOR', 'PUBLISHER'];
/** Who speaks for an authority. */
export const SPEAKING: readonly Role[] = ['PUBLISHER'];

/** Where an office stands in what is handed in. */
export const OFFICE = ['input', 'office'] as const;

/** A step as it is asked for. */
export interface AskedStep {
  readonly id: string;
  readonly step: InquiryStepName;
  readonly roles: readonly Role[];
  /** What is wrong with what was handed in, whatever the inquiry is. */
  readonly refusals?: readonly Refusal[];
  readonly evidence?: readonly GivenEvidence[] | null | undefined;
}

/** An inquiry as whoever takes a step with it finds it: locked, with its clocks. */
export interface FoundInquiry {
  readonly inquiry: Inquiry;
  readonly standing: InquiryStanding;
  readonly clocks: MatterClocks;
  readonly calendar: WorkingCalendar;
  readonly now: Date;
  readonly tx: Transaction;
}

/** What a step makes of an inquiry. */
export interface InquiryChange {
  readonly step: Omit<NewInquiryStep, 'at' | 'by' | 'evidence'>;
  readonly columns?: Partial<Inquiry>;
  /** What becomes of its clocks. */
  readonly clocks?: (clocks: MatterClocks) => Promise<void>;
}

/** What a step comes to: every reason why it is refused, and if there is none, what it changes. */
export interface Decision {
  readonly refusals: readonly Refusal[];
  readonly change: () => InquiryChange;
}

/**
 * Takes a step with an inquiry in one transaction: finds it locked, gathers every reason why it is refused, and writes the
 * step and what it changes. Whoever is not permitted learns nothing of its state.
 *
 * @throws Refused when not permitted, when there is no such inquiry, or when rules refuse
 * @see rule P7
 */
export async function takeInquiryStep(
  asked: AskedStep,
  context: SentimentContext,
  decide: (found: FoundInquiry) => Decision | Promise<Decision>,
): Promise<Inquiry> {
  const { id, step, roles, refusals = [] } = asked;
  const { viewer } = context.scope;
  const evidence = asked.evidence ?? [];
  refuseIfAny(permissionRefusals(viewer, roles, null));
  return transact<Transaction, Inquiry>(context, async (tx, record) => {
    const calendar = await calendarForClocks(tx);
    const inquiry = await lockInquiry(tx, id);
    if (inquiry === null) throw new Refused([{ code: 'NOT_FOUND', path: ['id'], expected: 'Inquiry' }]);
    refuseIfAny(permissionRefusals(viewer, roles, inquiry.regionCode));
    const now = context.clock.now();
    const looking = { tx, record, now, alarmDistances: context.handling.alarmDistances };
    const clocks = await MatterClocks.of({ inquiryId: id }, looking);
    const steps = await inquiryStepsOf(tx, id);
    const decision = await decide({ inquiry, standing: inquiryStanding(steps), clocks, calendar, now, tx });
    refuseIfAny([...stageRefusals(step, inquiry), ...refusals, ...evidenceRefusals(evidence), ...decision.refusals]);
    const { step: taken, columns = {}, clocks: change } = decision.change();
    await change?.(clocks);
    const whole = { ...taken, at: now, by: viewer?.subject ?? '', evidence: shown(evidence) };
    await addInquirySteps(tx, { inquiryId: id, taken: steps.length, sealing: context.sealing }, [whole]);
    forgetSteps(context);
    forgetClocks(context);
    return tx.inquiry.update({ where: { id }, data: columns });
  });
}

/** Evidence as it is kept: personal data in its title masked, since it is not sealed. */
function shown(evidence: readonly GivenEvidence[]) {
  return evidence.map(({ title, url }) => ({ title: maskPersonalData(title.trim()).text, url: url ?? null }));
}
