import { connectionOf, pageArgs } from '../../kit/connection.ts';
import { builder } from '../builder.ts';
import { opinionEventById, opinionEventsOf } from '../store/opinion-events.ts';
import { OpinionEventStatus } from './enums.ts';
import { OpinionEvent, Region } from './opinion-event.ts';

export const OpinionEventConnection = connectionOf(builder, 'OpinionEvent', OpinionEvent);
const status = { type: OpinionEventStatus, description: 'Only events that have come so far.' } as const;

builder.objectField(Region, 'opinionEvents', (t) =>
  t.field({
    type: OpinionEventConnection,
    nullable: true,
    args: { status: t.arg(status), first: t.arg.int(pageArgs.first), after: t.arg.string(pageArgs.after) },
    description: 'The opinion events of this region and those below it, the newest detection first.',
    resolve: ({ code }, { status, ...page }, context) =>
      opinionEventsOf(context, { regionCode: code, status: status ?? null }, page),
  }),
);

builder.queryFields((t) => ({
  opinionEvent: t.field({
    type: OpinionEvent,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'The id of an opinion event.' }) },
    description: 'One opinion event; null when there is none of that id.',
    resolve: (_root, { id }, context, info) => opinionEventById(id, context, info),
  }),
  opinionEvents: t.field({
    type: OpinionEventConnection,
    args: {
      region: t.arg.id({
        description: 'Only of this region and those below it, by GB/T 2260 code; everywhere when left out.',
      }),
      status: t.arg(status),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description: 'Opinion events, the newest detection first.',
    resolve: (_root, { region, status, ...page }, context) =>
      opinionEventsOf(context, { regionCode: region ?? null, status: status ?? null }, page),
  }),
}));
