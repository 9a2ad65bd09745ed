import { civilDateOf, fromUtcMidnight, toUtcMidnight } from '../../../../core/civil-date.ts';
import { refuseIfAny, Refused } from '../../../../core/refusal.ts';
import type { ApplicationFact } from '../../rules/application/facts.ts';
import type { Handled } from '../../rules/application/handling.ts';
import { standingOf } from '../../rules/application/standing.ts';
import { calendarForDeadlines } from '../../store/application/calendar.ts';
import { forgetCases } from '../../store/application/cases.ts';
import { detailOf, lockApplication, summaryColumns } from '../../store/application/locked-application.ts';
import type { DisclosureApplication } from '../../store/application/rows.ts';
import { eventRow, sealedIfAny } from '../../store/application/sealed.ts';
import type { DocumentsContext, Transaction } from '../../store/database.ts';
import { handlerRefusals } from './permitted-handler.ts';

/** An application as whoever takes a step with it finds it. */
export interface Found extends Handled {
  readonly application: DisclosureApplication;
  readonly account: string;
  readonly tx: Transaction;
}

/** What a step adds to an application. */
export interface Step {
  /** What happened, in its order. */
  readonly facts: readonly ApplicationFact[];
  /** What is noted with the first of them; sealed. */
  readonly note?: string | null | undefined;
  readonly columns?: Partial<Pick<DisclosureApplication, 'documentId' | 'repeatsId' | 'purgeDueOn'>>;
}

/**
 * Takes a step with an application in one transaction: finds it locked, lets `decide` refuse or say what happened, and
 * writes that with what the facts come to. Whoever is not permitted learns nothing of its state.
 *
 * @throws Refused when not permitted, when there is no such application, or when `decide` refuses
 */
export async function takeStep(
  id: string,
  context: DocumentsContext,
  decide: (found: Found) => Step | Promise<Step>,
): Promise<DisclosureApplication> {
  const { viewer } = context.scope;
  const account = viewer?.subject ?? '';
  const now = context.clock.now();
  refuseIfAny(handlerRefusals(viewer, null));
  forgetCases(context);
  return context.db.$transaction(async (tx) => {
    const calendar = await calendarForDeadlines(tx);
    const locked = await lockApplication(tx, id);
    if (locked === null) throw new Refused([{ code: 'NOT_FOUND', path: ['id'], expected: 'DisclosureApplication' }]);
    const { application, facts } = locked;
    refuseIfAny(handlerRefusals(viewer, application));
    const receivedOn = fromUtcMidnight(application.receivedOn);
    const found = { application, account, tx, receivedOn, standing: standingOf(facts), calendar };
    const step = await decide({ ...found, today: civilDateOf(now) });
    await writeEvents({ tx, id, known: facts.length, account, now, context }, step);
    const columns = summaryColumns(receivedOn, [...facts, ...step.facts], calendar);
    return tx.disclosureApplication.update({ where: { id }, data: { ...columns, ...step.columns } });
  });
}

interface Writing {
  readonly tx: Transaction;
  readonly id: string;
  /** How many events there are. */
  readonly known: number;
  readonly account: string;
  readonly now: Date;
  readonly context: DocumentsContext;
}

async function writeEvents({ tx, id, known, account, now, context }: Writing, { facts, note }: Step): Promise<void> {
  await tx.applicationEvent.createMany({
    data: facts.map((fact, index) => {
      const sequence = known + index + 1;
      const place = ['event.note', eventRow(id, sequence)] as const;
      return {
        ...{ applicationId: id, sequence, kind: fact.kind, detail: detailOf(fact) },
        on: toUtcMidnight(fact.on),
        note: index === 0 ? sealedIfAny(context.sealing, place, note) : null,
        recordedAt: now,
        recordedBy: account,
      };
    }),
  });
}
