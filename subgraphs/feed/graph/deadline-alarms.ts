import { builder } from '../builder.ts';
import { deadlineAlarm, type DeadlineAlarm } from '../payloads.ts';
import { entryOf, follow } from '../stream.ts';
import { Inquiry, Institution, OpinionEvent, Region } from './references.ts';

const DeadlineAlarmType = builder.objectRef<DeadlineAlarm>('DeadlineAlarm').implement({
  description: 'A deadline that comes near or has passed.',
  fields: (t) => ({
    cursor: t.field({
      type: 'Cursor',
      description: 'Its place in the log of this hub.',
      resolve: (alarm) => alarm.cursor,
    }),
    id: t.exposeID('id', { description: 'Names the alarm.' }),
    stage: t.exposeString('stage', {
      description:
        'The stage that was reached: `DUE_IN_24H`, `DUE_IN_30M` and so on by the distances that the hub is configured with, or `BREACHED` once the deadline has passed. Of one clock and one due instant each stage is told once.',
    }),
    clock: t.exposeString('clock', {
      description: 'What is owed: a value of ResponseDeadlineKind, such as RESPONSE or REPLY.',
    }),
    rules: t.stringList({
      description: 'Ids of the rules that the deadline rests on.',
      resolve: ({ rules }) => [...rules],
    }),
    reachedAt: t.field({
      type: 'DateTime',
      description: 'When the stage was reached: earlier than the alarm when no hub was running then.',
      resolve: (alarm) => alarm.reachedAt,
    }),
  }),
});

builder.objectFields(DeadlineAlarmType, (t) => ({
  dueAt: t.field({ type: 'DateTime', description: 'When the deadline ends.', resolve: (alarm) => alarm.dueAt }),
  remainingSeconds: t.exposeInt('remainingSeconds', {
    description: 'From the alarm to the deadline; below 0 once it has passed.',
  }),
  region: t.field({
    type: Region,
    nullable: true,
    description: 'The region of the matter.',
    resolve: ({ regionCode }) => (regionCode === null ? null : { code: regionCode }),
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
    description: 'The opinion event whose deadline it is; null when it is one of an inquiry.',
    resolve: ({ opinionEventId }) => (opinionEventId === null ? null : { id: opinionEventId }),
  }),
  inquiry: t.field({
    type: Inquiry,
    nullable: true,
    description: 'The inquiry whose deadline it is; null when it is one of an opinion event.',
    resolve: ({ inquiryId }) => (inquiryId === null ? null : { id: inquiryId }),
  }),
}));

builder.subscriptionField('deadlineAlarms', (t) =>
  t.field({
    type: DeadlineAlarmType,
    args: {
      region: t.arg.id({ description: 'Only of this region and those below it, by GB/T 2260 code.' }),
      after: t.arg({ type: 'Cursor', description: 'The last event that was dealt with; left out: live only.' }),
    },
    description:
      'Deadlines of opinion events and inquiries that come near or pass, each stage once, within a second of being reached.',
    subscribe: (_root, { after, region }, context) =>
      follow(context, { after, filter: region == null ? null : { regions: [region] }, among: ['DEADLINE_ALARM'] }),
    resolve: (item) => deadlineAlarm(entryOf(item)),
  }),
);
