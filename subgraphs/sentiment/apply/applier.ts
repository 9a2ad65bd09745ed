import type { ChangeSubject } from '../../../core/change.ts';
import type { SqlRunner } from '../../../core/sql.ts';
import { latestOf, type Applier, type HeldEntry } from '../../kit/applier.ts';
import { removeAlarms, toldAlarms } from './deadline-alarms.ts';
import { setHeldClocks } from './held-clocks.ts';
import { applyKnowledgeAnswers } from './knowledge-answers.ts';
import { applyMonthlyFigures } from './monthly-figures.ts';
import { applyOpinionEvents } from './opinion-events.ts';
import { applyOpinionResponses } from './opinion-responses.ts';

/**
 * How opinion events, what was said to them, their alarms, answers of the knowledge base and the figures of months are
 * taken over from another hub. A statement and an alarm come after their event in every order that there is, so nothing
 * needs a second time.
 */
export const applier: Applier = {
  subjects: ['OPINION_EVENT', 'OPINION_RESPONSE', 'DEADLINE_ALARM', 'KNOWLEDGE_ANSWER', 'MONTHLY_FIGURES'],
  references: {},
  apply: async (tx, entries) => {
    const latest = latestOf(entries);
    const of = (subject: ChangeSubject) => latest.filter((entry) => entry.subject === subject);
    await applyMatters(tx, of);
    await applyKnowledgeAnswers(tx, of('KNOWLEDGE_ANSWER'));
    await applyMonthlyFigures(tx, of('MONTHLY_FIGURES'));
  },
};

/** Events, then what belongs to them. What belongs to an event that is withdrawn by now goes with it. */
async function applyMatters(tx: SqlRunner, of: (subject: ChangeSubject) => readonly HeldEntry[]): Promise<void> {
  const events = of('OPINION_EVENT');
  const gone = new Set(events.filter(isWithdrawn).map(({ subjectId }) => subjectId));
  const stays =
    (member: string) =>
    ({ payload: { [member]: event } }: HeldEntry): boolean =>
      typeof event !== 'string' || !gone.has(event);
  const alarms = of('DEADLINE_ALARM').filter(stays('opinionEventId'));
  const told = toldAlarms(alarms.filter((entry) => !isWithdrawn(entry)));
  await applyOpinionEvents(tx, events);
  const answered = await applyOpinionResponses(tx, of('OPINION_RESPONSE').filter(stays('event')));
  const unalarmed = await removeAlarms(
    tx,
    alarms.filter(isWithdrawn).map(({ subjectId }) => subjectId),
  );
  const touched = [...events.map(({ subjectId }) => subjectId), ...answered, ...unalarmed];
  await setHeldClocks(tx, [...new Set([...touched, ...told.map(({ eventId }) => eventId)])], told);
}

function isWithdrawn({ kind }: HeldEntry): boolean {
  return kind === 'WITHDRAWN';
}
