import { answerOf, orRefused } from '../../kit/answer.ts';
import { builder } from '../builder.ts';
import { closeOpinionEvent } from '../commands/close-opinion-event.ts';
import { recordOpinionEvent } from '../commands/record-opinion-event.ts';
import { respondToOpinionEvent } from '../commands/respond-to-opinion-event.ts';
import { Channel, OpinionSource, Severity } from './enums.ts';
import { OpinionEvent } from './opinion-event.ts';

const RecordOpinionEventInput = builder.inputType('RecordOpinionEventInput', {
  description: 'A matter of public concern, as it was detected and judged.',
  fields: (t) => ({
    region: t.id({ required: true, description: 'The region that it concerns, by GB/T 2260 code.' }),
    title: t.string({
      required: true,
      description: 'The matter in a line, public; at most 200 characters. No personal names.',
    }),
    summary: t.string({ description: 'What happened, for staff only; at most 5,000 characters.' }),
    source: t.field({ type: OpinionSource, required: true, description: 'Where it came up.' }),
    detectedAt: t.field({ type: 'DateTime', required: true, description: 'When it was detected; not in the future.' }),
    severity: t.field({ type: Severity, required: true, description: 'How grave it was judged to be.' }),
    verificationAsked: t.boolean({ description: 'Whether a superior asked that it be verified; false when left out.' }),
    responsible: t.id({ description: 'The institution that must answer.' }),
  }),
});

const RespondInput = builder.inputType('RespondInput', {
  description: 'An answer to public concern.',
  fields: (t) => ({
    body: t.string({ required: true, description: 'The text of the answer; at most 20,000 characters.' }),
    channels: t.field({ type: [Channel], required: true, description: 'On which channels it goes out; at least one.' }),
  }),
});

const RecordOpinionEventResult = answerOf(builder, 'RecordOpinionEventResult', 'OpinionEvent', OpinionEvent);
const RespondToOpinionEventResult = answerOf(builder, 'RespondToOpinionEventResult', 'OpinionEvent', OpinionEvent);
const CloseOpinionEventResult = answerOf(builder, 'CloseOpinionEventResult', 'OpinionEvent', OpinionEvent);

builder.mutationType({ description: 'What signed-in staff may change.' });

builder.mutationFields((t) => ({
  recordOpinionEvent: t.field({
    type: RecordOpinionEventResult,
    args: { input: t.arg({ type: RecordOpinionEventInput, required: true, description: 'The matter.' }) },
    description:
      'Records a judged matter of public concern, which is public from then on. Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, { input }, context) => orRefused(recordOpinionEvent(input, context)),
  }),
  respondToOpinionEvent: t.field({
    type: RespondToOpinionEventResult,
    args: {
      id: t.arg.id({ required: true, description: 'The opinion event.' }),
      input: t.arg({ type: RespondInput, required: true, description: 'The answer.' }),
    },
    description: 'Publishes an answer; the first one stops the clocks. Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(respondToOpinionEvent(args, context)),
  }),
  closeOpinionEvent: t.field({
    type: CloseOpinionEventResult,
    args: { id: t.arg.id({ required: true, description: 'The opinion event.' }) },
    description: 'Closes a matter that was answered. Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(closeOpinionEvent(args, context)),
  }),
}));
