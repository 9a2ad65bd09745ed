import { builder } from '../../builder.ts';
import { clockStanding } from '../../rules/opinion/clock-state.ts';
import { answerDueAt, isOverdue } from '../../rules/opinion/due-instants.ts';
import { workingOf } from '../../rules/opinion/response-deadline.ts';
import {
  alarmsOfClock,
  clocksOfEvent,
  type DeadlineAlarm,
  type ResponseClock,
} from '../../store/opinion/event-clocks.ts';
import { DeadlineKind } from '../enums.ts';
import { DeadlineState } from './enums.ts';
import { OpinionEvent } from './opinion-event.ts';

/** Clocks of opinion events are of these kinds alone. */
type EventClock = ResponseClock & { readonly kind: typeof DeadlineKind.$inferType };

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

const Deadline = builder.objectRef<EventClock>('ResponseDeadline').implement({
  description: 'By when something is owed, why, and how it stands.',
  fields: (t) => ({
    kind: t.field({ type: DeadlineKind, description: 'What is owed.', resolve: ({ kind }) => kind }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'From when on it is counted.' }),
    dueAt: t.expose('dueAt', { type: 'DateTime', description: 'The last instant that is on time.' }),
    rules: t.exposeStringList('rules', { description: 'Ids of the rules it rests on.' }),
    working: t.string({
      description: 'How it was worked out: the start of the clock, and the hours.',
      resolve: ({ startedAt, hours }) => workingOf(startedAt, hours ?? 0),
    }),
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
  }),
});

builder.prismaObjectFields(OpinionEvent, (t) => ({
  responseDueAt: t.field({
    type: 'DateTime',
    nullable: true,
    description:
      'By when the public is answered: the strictest of the deadlines that still run towards an answer; once it was answered, as that stood last. In rework: by when it is answered anew. Null until it is judged.',
    resolve: answerDueAt,
  }),
  verificationDueAt: t.expose('verificationDueAt', {
    type: 'DateTime',
    nullable: true,
    description: 'By when the verification is reported; null when none is asked for.',
  }),
  isOverdue: t.boolean({
    description: 'True while the public waits for an answer, or for a new one, although the time is over.',
    resolve: (event, _args, { clock }) => isOverdue(event, clock.now()),
  }),
  deadlines: t.field({
    type: [Deadline],
    args: {
      includeDropped: t.arg.boolean({
        defaultValue: false,
        description: 'Whether those that ceased to bind are given too.',
      }),
    },
    description:
      'Every deadline that binds or was met, side by side, the earliest to end first. Where several ask for the same the strictest is the one to keep.',
    resolve: async ({ id }, { includeDropped }, context) => {
      const clocks = (await clocksOfEvent(context, id)) as EventClock[];
      return clocks.filter(({ droppedAt }) => droppedAt === null || includeDropped === true);
    },
  }),
}));
