import { builder } from '../builder.ts';
import { deadlineAlarm, type DeadlineAlarm } from '../payloads.ts';
import { entryOf, follow } from '../stream.ts';
import { Institution, OpinionEvent } from './references.ts';

const DeadlineAlarmType = builder.objectRef<DeadlineAlarm>('DeadlineAlarm').implement({
  description: 'A deadline that comes near or has passed.',
  fields: (t) => ({
    cursor: t.field({
      type: 'Cursor',
      description: 'Its place in the log of this hub.',
      resolve: (alarm) => alarm.cursor,
    }),
    id: t.exposeID('id', { description: 'Names the alarm.' }),
    stage: t.exposeString('stage', { description: 'How near it is: the stage that was reached.' }),
    dueAt: t.field({ type: 'DateTime', description: 'When the deadline ends.', resolve: (alarm) => alarm.dueAt }),
    remainingSeconds: t.exposeInt('remainingSeconds', {
      description: 'From the alarm to the deadline; below 0 once it has passed.',
    }),
    responsible: t.field({
      type: Institution,
      nullable: true,
      description: 'Who must act.',
      resolve: ({ responsibleId }) => (responsibleId === null ? null : { id: responsibleId }),
    }),
    opinionEvent: t.field({
      type: OpinionEvent,
      nullable: true,
      description: 'The opinion event whose deadline it is.',
      resolve: ({ opinionEventId }) => (opinionEventId === null ? null : { id: opinionEventId }),
    }),
  }),
});

builder.subscriptionField('deadlineAlarms', (t) =>
  t.field({
    type: DeadlineAlarmType,
    args: {
      region: t.arg.id({ description: 'Only of this region and those below it, by GB/T 2260 code.' }),
      after: t.arg({ type: 'Cursor', description: 'The last event that was dealt with; left out: live only.' }),
    },
    description: 'Deadlines that come near or pass.',
    subscribe: (_root, { after, region }, context) =>
      follow(context, { after, filter: region == null ? null : { regions: [region] }, among: ['DEADLINE_ALARM'] }),
    resolve: (item) => deadlineAlarm(entryOf(item)),
  }),
);
