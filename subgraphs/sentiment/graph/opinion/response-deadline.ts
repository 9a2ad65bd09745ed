import { builder } from '../../builder.ts';
import { answerDueAt, isOverdue } from '../../rules/opinion/due-instants.ts';
import { clocksOfEvent } from '../../store/opinion/event-clocks.ts';
import { Deadline } from '../clocks/deadline.ts';
import { OpinionEvent } from './opinion-event.ts';

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
      const clocks = await clocksOfEvent(context, id);
      return clocks.filter(({ droppedAt }) => droppedAt === null || includeDropped === true);
    },
  }),
}));
