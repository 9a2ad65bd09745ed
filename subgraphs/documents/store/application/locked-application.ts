import { fromUtcMidnight, toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import type { WorkingCalendar } from '../../../../core/working-calendar.ts';
import type { Prisma } from '../../../../prisma/generated/documents/client/client.ts';
import { summaryOf } from '../../rules/application/clock.ts';
import type { ApplicationFact } from '../../rules/application/facts.ts';
import { standingOf } from '../../rules/application/standing.ts';
import type { Transaction } from '../database.ts';
import type { ApplicationEvent, DisclosureApplication } from './rows.ts';

/** An application with what happened to it. */
export interface ApplicationWithFacts {
  readonly application: DisclosureApplication;
  readonly facts: readonly ApplicationFact[];
}

/** An application that nobody else changes until the transaction ends; null when there is none. */
export async function lockApplication(tx: Transaction, id: string): Promise<ApplicationWithFacts | null> {
  await tx.$queryRaw`SELECT 1 FROM documents.disclosure_application WHERE id = ${id} FOR UPDATE`;
  const found = await tx.disclosureApplication.findUnique({
    where: { id },
    include: { events: { orderBy: { sequence: 'asc' } } },
  });
  if (found === null) return null;
  const { events, ...application } = found;
  return { application, facts: events.map(factOf) };
}

/** What happened, as rules see it. Only {@link detailOf} writes what is read here. */
export function factOf({ kind, on, detail }: Pick<ApplicationEvent, 'kind' | 'on' | 'detail'>): ApplicationFact {
  return { ...(detail as object), kind, on: fromUtcMidnight(on) } as ApplicationFact;
}

/** What the kind and the day of a fact do not say. */
export function detailOf(fact: ApplicationFact): Prisma.InputJsonObject {
  return Object.fromEntries(Object.entries(fact).filter(([name]) => name !== 'kind' && name !== 'on'));
}

/** The columns that the facts of an application come to. */
export function summaryColumns(receivedOn: CivilDate, facts: readonly ApplicationFact[], calendar: WorkingCalendar) {
  const summary = summaryOf(receivedOn, standingOf(facts), calendar);
  return {
    ...summary,
    answerDueOn: columnOf(summary.answerDueOn),
    answeredOn: columnOf(summary.answeredOn),
    archivedOn: columnOf(summary.archivedOn),
  };
}

/** A day as a column takes it. */
export function columnOf(day: CivilDate | null): Date | null {
  return day === null ? null : toUtcMidnight(day);
}
