import { orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { reportFindings } from '../../commands/opinion/report-findings.ts';
import { respondToOpinionEvent } from '../../commands/opinion/respond-to-opinion-event.ts';
import { EVENT, eventAnswer } from './answers.ts';
import { ReportFindingsInput, RespondInput } from './inputs.ts';

builder.mutationFields((t) => ({
  respondToOpinionEvent: t.field({
    type: eventAnswer('RespondToOpinionEvent'),
    args: {
      id: t.arg.id(EVENT),
      input: t.arg({ type: RespondInput, required: true, description: 'The answer.' }),
    },
    description:
      'Publishes a statement. Any is a first word; one at a press conference or hearing is the briefing; an answer or findings answer the public. The deadlines of what it does are met (rules P1 to P3). Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(respondToOpinionEvent(args, context)),
  }),
  reportFindings: t.field({
    type: eventAnswer('ReportFindings'),
    args: {
      id: t.arg.id(EVENT),
      input: t.arg({ type: ReportFindingsInput, required: true, description: 'The report.' }),
    },
    description:
      'Reports to the superior what was found when a matter was verified (核实反馈), which meets the deadline of the verification (rule P1). Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(reportFindings(args, context)),
  }),
}));
