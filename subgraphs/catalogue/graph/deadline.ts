import type { RunningDeadline } from '../../../core/working-calendar.ts';
import { tracedDayType } from '../../kit/traced-day.ts';
import { traceOf } from '../../kit/working-calendar.ts';
import { builder } from '../builder.ts';
import { ASKED_FROM, MOST_ASKED_DAYS } from '../rules/asked-deadline.ts';
import { askedDeadline } from '../store/deadlines.ts';
import { TimeUnit } from './item-enums.ts';

const TracedDay = tracedDayType(builder);

export const Deadline = builder.objectRef<RunningDeadline>('Deadline').implement({
  description:
    'The last day on which something is on time, and how it was counted. The day that starts a time limit is not counted (民法典 第二百零一条). A limit in calendar days ends on its last day, whatever day that is.',
  fields: (t) => ({
    on: t.field({ type: 'Date', description: 'The last day on time.', resolve: (deadline) => deadline.on }),
    provisional: t.exposeBoolean('provisional', {
      description:
        'True when the count leans on a year whose holidays are not published (暂定); the day may move once they are. The last days of December may be moved by the notice of the next year all the same.',
    }),
    from: t.field({
      type: 'Date',
      description: 'The day that starts the time limit; not counted itself.',
      resolve: (deadline) => deadline.from,
    }),
    days: t.exposeInt('days', { description: 'How many days the time limit has.' }),
    unit: t.expose('unit', { type: TimeUnit, description: 'Which days it counts.' }),
    trace: t.field({
      type: [TracedDay],
      description:
        'Each day from the one after `from` to the last, counted or not, and why, by the working calendar as it is published now. What was met before the calendar was corrected keeps its day `on`, which the trace may then miss.',
      resolve: async (deadline, _args, context) => [...(await traceOf(context, deadline))],
    }),
  }),
});

builder.queryField('deadline', (t) =>
  t.field({
    type: Deadline,
    args: {
      from: t.arg({
        type: 'Date',
        required: true,
        description: `The day that starts the time limit, ${ASKED_FROM.first} to ${ASKED_FROM.last}; not counted itself.`,
      }),
      days: t.arg.int({ required: true, description: `How many days, 0 to ${String(MOST_ASKED_DAYS)}.` }),
      unit: t.arg({
        type: TimeUnit,
        required: true,
        defaultValue: 'WORKING_DAY',
        description: 'Which days count: working days unless told otherwise.',
      }),
    },
    description:
      'The day on which a time limit ends, by the published working calendar (工作日历), with each day on the way. Anything out of bounds is the fault BAD_USER_INPUT.',
    resolve: (_root, span, context) => askedDeadline(context, span),
  }),
);
