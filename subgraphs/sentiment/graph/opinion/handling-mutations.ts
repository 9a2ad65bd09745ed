import { orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { assignOpinionEvent } from '../../commands/opinion/assign-opinion-event.ts';
import { closeOpinionEvent } from '../../commands/opinion/close-opinion-event.ts';
import { superviseOpinionEvent } from '../../commands/opinion/supervise-opinion-event.ts';
import { verifyOpinionEvent } from '../../commands/opinion/verify-opinion-event.ts';
import { EVENT, eventAnswer } from './answers.ts';
import { AssignOpinionEventInput, SuperviseOpinionEventInput, VerifyOpinionEventInput } from './inputs.ts';

builder.mutationFields((t) => ({
  assignOpinionEvent: t.field({
    type: eventAnswer('AssignOpinionEvent'),
    args: {
      id: t.arg.id(EVENT),
      input: t.arg({ type: AssignOpinionEventInput, required: true, description: 'To whom.' }),
    },
    description:
      'Gives a judged matter to the office that must answer: first assigned (领办), then forwarded (转办), as often as the hub allows. Its deadlines run on (rules P4, P7). Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(assignOpinionEvent(args, context)),
  }),
  superviseOpinionEvent: t.field({
    type: eventAnswer('SuperviseOpinionEvent'),
    args: {
      id: t.arg.id(EVENT),
      input: t.arg({ type: SuperviseOpinionEventInput, required: true, description: 'What is asked.' }),
    },
    description:
      'Urges the office that must answer (督办, rule P7). Roles: EDITOR, REVIEWER, PUBLISHER, OPERATOR of the region.',
    resolve: (_root, args, context) => orRefused(superviseOpinionEvent(args, context)),
  }),
  verifyOpinionEvent: t.field({
    type: eventAnswer('VerifyOpinionEvent'),
    args: {
      id: t.arg.id(EVENT),
      input: t.arg({ type: VerifyOpinionEventInput, required: true, description: 'What the check found.' }),
    },
    description:
      'Checks what came of an answered matter. Satisfactory: it may be closed. Not satisfactory: it is open again and answered anew, with the hours of its severity from then on; so is a closed matter, which nothing else opens again (rules P1, P7). Roles: REVIEWER, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(verifyOpinionEvent(args, context)),
  }),
  closeOpinionEvent: t.field({
    type: eventAnswer('CloseOpinionEvent'),
    args: { id: t.arg.id(EVENT) },
    description:
      'Closes a matter whose last answer was checked and is satisfactory, when nothing is owed any more (rule P7). Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(closeOpinionEvent(args, context)),
  }),
}));
