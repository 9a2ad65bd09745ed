import { orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { detectOpinionEvent } from '../../commands/opinion/detect-opinion-event.ts';
import { judgeOpinionEvent } from '../../commands/opinion/judge-opinion-event.ts';
import { recordOpinionEvent } from '../../commands/opinion/record-opinion-event.ts';
import { recordRumour } from '../../commands/opinion/record-rumour.ts';
import { EVENT, eventAnswer } from './answers.ts';
import { DetectOpinionEventInput, JudgeOpinionEventInput, RecordOpinionEventInput } from './inputs.ts';

builder.mutationFields((t) => ({
  recordOpinionEvent: t.field({
    type: eventAnswer('RecordOpinionEvent'),
    args: { input: t.arg({ type: RecordOpinionEventInput, required: true, description: 'The matter.' }) },
    description:
      'Records a judged matter of public concern, which is public from then on. Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, { input }, context) => orRefused(recordOpinionEvent(input, context)),
  }),
  detectOpinionEvent: t.field({
    type: eventAnswer('DetectOpinionEvent'),
    args: { input: t.arg({ type: DetectOpinionEventInput, required: true, description: 'The matter.' }) },
    description:
      'Records a matter of public concern that is not judged yet, for staff of the region alone (rule P5). Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, { input }, context) => orRefused(detectOpinionEvent(input, context)),
  }),
  judgeOpinionEvent: t.field({
    type: eventAnswer('JudgeOpinionEvent'),
    args: {
      id: t.arg.id(EVENT),
      input: t.arg({ type: JudgeOpinionEventInput, required: true, description: 'The judgement.' }),
    },
    description:
      'Judges a matter for the first time, which makes it public, or again. Judged again, its deadlines are counted anew from the detection: those that bind no longer are dropped, those that bind still end as they now do, new ones are set; what was done stays done, and alarms that were told stay told (rules P1 to P5). Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(judgeOpinionEvent(args, context)),
  }),
  recordRumour: t.field({
    type: eventAnswer('RecordRumour'),
    args: {
      event: t.arg.id(EVENT),
      claim: t.arg.string({
        required: true,
        description: 'What is claimed, public once refuted; at most 500 characters. Personal data is masked in it.',
      }),
    },
    description:
      'Records a rumour that goes with a matter; the public reads it once an answer refutes it. Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(recordRumour(args, context)),
  }),
}));
