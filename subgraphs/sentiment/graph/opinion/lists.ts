import { connectionOf, pageArgs } from '../../../kit/connection.ts';
import { requireStaffOf } from '../../../kit/staff.ts';
import { builder } from '../../builder.ts';
import { opinionEventById, opinionEventsOf } from '../../store/opinion/opinion-events.ts';
import { unjudgedEvents } from '../../store/opinion/unjudged-events.ts';
import { OpinionEventStatus, OpinionSource, Severity } from '../enums.ts';
import { Region } from '../references.ts';
import { OpinionEvent } from './opinion-event.ts';

export const OpinionEventConnection = connectionOf(builder, 'OpinionEvent', OpinionEvent);
const status = { type: OpinionEventStatus, description: 'Only events that have come so far.' } as const;

builder.objectField(Region, 'opinionEvents', (t) =>
  t.field({
    type: OpinionEventConnection,
    nullable: true,
    args: { status: t.arg(status), first: t.arg.int(pageArgs.first), after: t.arg.string(pageArgs.after) },
    description: 'The judged opinion events of this region and those below it, the newest detection first.',
    resolve: ({ code }, { status: only, ...page }, context) =>
      opinionEventsOf(context, code, { status: only ?? null }, page),
  }),
);

builder.queryFields((t) => ({
  opinionEvent: t.field({
    type: OpinionEvent,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'The id of an opinion event.' }) },
    description:
      'One opinion event; null when there is none of that id. One that is not judged is there for staff of the region only.',
    resolve: (_root, { id }, context, info) => opinionEventById(id, context, info),
  }),
  opinionEvents: t.field({
    type: OpinionEventConnection,
    args: {
      region: t.arg.id({
        description: 'Only of this region and those below it, by GB/T 2260 code; everywhere when left out.',
      }),
      status: t.arg(status),
      topic: t.arg.string({ description: 'Only of this topic, as it was recorded.' }),
      severity: t.arg({ type: Severity, description: 'Only of this severity, as they are judged now.' }),
      source: t.arg({ type: OpinionSource, description: 'Only such as came up there.' }),
      responsible: t.arg.id({ description: 'Only such as this office must answer.' }),
      overdue: t.arg.boolean({ description: 'Only such as are overdue now (`isOverdue`), or only such as are not.' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description: 'Judged opinion events that fit everything that is given, the newest detection first.',
    resolve: (_root, { region, first, after, ...filter }, context) =>
      opinionEventsOf(context, region ?? null, filter, { first, after }),
  }),
}));

builder.queryField('unjudgedOpinionEvents', (t) =>
  t.field({
    type: OpinionEventConnection,
    args: {
      region: t.arg.id({
        required: true,
        description: 'A GB/T 2260 code; includes the regions below it. Staff of it or of one above may ask.',
      }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description:
      'Opinion events that were detected and wait to be judged, the longest waiting first (rule P5). For staff; faults UNAUTHENTICATED, FORBIDDEN.',
    resolve: (_root, { region, ...page }, context) => {
      requireStaffOf(context.scope.viewer, region);
      return unjudgedEvents(context, region, page);
    },
  }),
);
