import { tracedDayType } from '../../../kit/traced-day.ts';
import { builder } from '../../builder.ts';
import { clockWorking } from '../../rules/alarms/clock-working.ts';
import { clockStanding } from '../../rules/opinion/clock-state.ts';
import { traceOfClock } from '../../store/clocks/clock-trace.ts';
import { alarmsOfClock, type DeadlineAlarm, type ResponseClock } from '../../store/opinion/event-clocks.ts';
import { DeadlineKind } from '../enums.ts';
import { DeadlineState } from '../opinion/enums.ts';

const TracedDay = tracedDayType(builder);

const ToldAlarm = builder.objectRef<DeadlineAlarm>('ToldAlarm').implement({
  description: 'An alarm that was told of a deadline.',
  fields: (t) => ({
    stage: t.exposeString('stage', {
      description:
        'The stage: `DUE_IN_24H` and so on, by the distances that the hub is configured with, or `BREACHED`.',
    }),
    reachedAt: t.expose('reachedAt', { type: 'DateTime', description: 'When the stage was reached.' }),
    firedAt: t.expose('firedAt', {
      type: 'DateTime',
      description: 'When it was told: later when no hub was running, or when the deadline was set only then.',
    }),
    dueAt: t.expose('dueAt', {
      type: 'DateTime',
      description: 'By when it was due then; the deadline may have moved since.',
    }),
  }),
});

/** A deadline of an opinion event or of an inquiry. */
export const Deadline = builder.objectRef<ResponseClock>('ResponseDeadline').implement({
  description: 'By when something is owed, why, and how it stands.',
  fields: (t) => ({
    kind: t.expose('kind', { type: DeadlineKind, description: 'What is owed.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'From when on it is counted.' }),
    dueAt: t.expose('dueAt', { type: 'DateTime', description: 'The last instant that is on time.' }),
    rules: t.exposeStringList('rules', { description: 'Ids of the rules it rests on.' }),
    working: t.string({
      description: 'How it was worked out: the start of the clock, and the hours, or the days of which kind.',
      resolve: clockWorking,
    }),
    trace: t.field({
      type: [TracedDay],
      description:
        'Of a deadline in days each day from the one after the start to the last, counted or not, and why. Empty for one in hours, and for one that ended before the calendar was changed.',
      resolve: async (one, _args, context) => [...(await traceOfClock(context, one))],
    }),
    isProvisional: t.exposeBoolean('isProvisional', {
      description: 'True when it leans on a year whose holidays are not published; it moves when they are.',
    }),
  }),
});

builder.objectFields(Deadline, (t) => ({
  round: t.exposeInt('round', {
    description: '1, and one more each time that it is answered anew because the outcome was not satisfactory.',
  }),
  metAt: t.expose('metAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When what is owed was done; null while it was not.',
  }),
  state: t.field({
    type: DeadlineState,
    description: 'How it stands now.',
    resolve: (one, _args, { clock }) => clockStanding(one, clock.now()),
  }),
  isOverdue: t.boolean({
    description: 'True while it is owed although the time is over.',
    resolve: (one, _args, { clock }) => clockStanding(one, clock.now()) === 'BREACHED',
  }),
  alarms: t.field({
    type: [ToldAlarm],
    description: 'The alarms that were told of it, the first one first.',
    resolve: ({ id }, _args, context) => alarmsOfClock(context, id),
  }),
}));
