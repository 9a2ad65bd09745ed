import { isStaffOf } from '../../../kit/staff.ts';
import { builder } from '../../builder.ts';
import { tracedDeadlines } from '../../rules/opinion/judgement-trace.ts';
import type { ResponseDeadline } from '../../rules/opinion/response-deadline.ts';
import { judgementsOfEvent, type Judgement as JudgementRow } from '../../store/opinion/judgements.ts';
import { DeadlineKind, Severity } from '../enums.ts';
import { OpinionEvent } from './opinion-event.ts';

/** A judgement of an event of a region, with the deadlines that it set. */
type PlacedJudgement = JudgementRow & {
  readonly regionCode: string;
  readonly deadlines: readonly ResponseDeadline[];
};

const JudgedDeadline = builder.objectRef<ResponseDeadline>('JudgedDeadline').implement({
  description: 'A deadline as a judgement set it.',
  fields: (t) => ({
    kind: t.field({ type: DeadlineKind, description: 'What is owed.', resolve: ({ kind }) => kind }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'From when on it is counted.' }),
    dueAt: t.expose('dueAt', { type: 'DateTime', description: 'The last instant that is on time.' }),
    hours: t.exposeInt('hours', { description: 'How many hours it has.' }),
    rules: t.stringList({ description: 'Ids of the rules it rests on.', resolve: ({ rules }) => [...rules] }),
    working: t.exposeString('working', {
      description: 'How it was worked out: the start of the clock, and the hours.',
    }),
  }),
});

const Judgement = builder.objectRef<PlacedJudgement>('Judgement').implement({
  description: 'A judgement (研判) of how grave an opinion event is; the last one holds.',
  fields: (t) => ({
    severity: t.expose('severity', { type: Severity, description: 'How grave it was judged to be.' }),
    verificationAsked: t.exposeBoolean('verificationAsked', {
      description: 'Whether a superior asked that it be verified.',
    }),
    judgedAt: t.expose('judgedAt', { type: 'DateTime', description: 'When it was judged.' }),
    judgedBy: t.string({
      nullable: true,
      description: 'The account that judged it; only for staff of the region, null for everyone else.',
      resolve: ({ judgedBy, regionCode }, _args, { scope }) => (isStaffOf(scope.viewer, regionCode) ? judgedBy : null),
    }),
    reason: t.string({
      nullable: true,
      description: 'Why; only for staff of the region, null for everyone else and when none was given.',
      resolve: ({ reason, regionCode }, _args, { scope }) => (isStaffOf(scope.viewer, regionCode) ? reason : null),
    }),
    deadlines: t.field({
      type: [JudgedDeadline],
      description:
        'The deadlines that it set, the earliest first: from the detection on, a verification that a later judgement asked for from that one on. What was done by then was not owed again.',
      resolve: ({ deadlines }) => [...deadlines],
    }),
  }),
});

builder.prismaObjectField(OpinionEvent, 'judgements', (t) =>
  t.field({
    type: [Judgement],
    description: 'How it was judged, the first time first; empty until then.',
    resolve: async ({ id, regionCode, detectedAt }, _args, context) => {
      const judgements = await judgementsOfEvent(context, id);
      const traced = tracedDeadlines(detectedAt, judgements);
      return judgements.map((one, index) => ({ ...one, regionCode, deadlines: traced[index] ?? [] }));
    },
  }),
);
