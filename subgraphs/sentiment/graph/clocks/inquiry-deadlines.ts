import { civilDateOf } from '../../../../core/civil-date.ts';
import type { TracedDay } from '../../../../core/working-calendar.ts';
import { tracedDayType } from '../../../kit/traced-day.ts';
import { traceOf } from '../../../kit/working-calendar.ts';
import { builder } from '../../builder.ts';
import { CLOCK_STATES, clockState } from '../../rules/inquiry/clock-state.ts';
import type { ResponseClock } from '../../store/clocks/clock-rows.ts';
import type { SentimentContext } from '../../store/database.ts';

const Day = tracedDayType(builder);
const State = builder.enumType('InquiryClockState', { description: 'How a clock stands.', values: CLOCK_STATES });

export const InquiryDeadline = builder.objectRef<ResponseClock>('InquiryDeadline').implement({
  description: 'By when something is owed to whoever asked, and why.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'What is owed.' }),
    round: t.exposeInt('round', { description: '1, and one more each time the matter is done again.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When the clock started.' }),
    dueAt: t.expose('dueAt', { type: 'DateTime', description: 'The last instant that is on time.' }),
    metAt: t.expose('metAt', { type: 'DateTime', nullable: true, description: 'When what is owed was done.' }),
    state: t.field({
      type: State,
      description: 'How it stands now.',
      resolve: (clock, _args, context) => clockState(clock, context.clock.now()),
    }),
    rules: t.exposeStringList('rules', { description: 'Ids of the rules it rests on.' }),
    isProvisional: t.exposeBoolean('isProvisional', {
      description: 'True when it leans on a year whose holidays are not published, and may move when they are.',
    }),
    trace: t.field({
      type: [Day],
      description: 'Each day from the one after the start to the last, counted or not, and why.',
      resolve: async (clock, _args, context) => [...(await traceOfClock(context, clock))],
    }),
  }),
});

/** Empty for a clock that stopped before the calendar was changed: it ended by days that are no longer known. */
async function traceOfClock(context: SentimentContext, clock: ResponseClock): Promise<readonly TracedDay[]> {
  const { startedAt, days, unit, dueAt } = clock;
  if (days === null || unit === null) return [];
  const trace = await traceOf(context, { from: civilDateOf(startedAt), days, unit });
  return trace.at(-1)?.on === civilDateOf(dueAt) ? trace : [];
}
