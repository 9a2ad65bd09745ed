import { builder } from '../builder.ts';
import type { ResponseDeadline } from '../rules/response-deadline.ts';
import { DeadlineKind } from './enums.ts';

export const Deadline = builder.objectRef<ResponseDeadline>('ResponseDeadline').implement({
  description: 'By when something is owed, and why.',
  fields: (t) => ({
    kind: t.field({ type: DeadlineKind, description: 'What is owed.', resolve: ({ kind }) => kind }),
    dueAt: t.field({
      type: 'DateTime',
      description: 'The last instant that is on time.',
      resolve: ({ dueAt }) => dueAt,
    }),
    rules: t.stringList({ description: 'Ids of the rules it rests on.', resolve: ({ rules }) => [...rules] }),
    working: t.exposeString('working', {
      description: 'How it was worked out: the start of the clock, and the hours.',
    }),
  }),
});
