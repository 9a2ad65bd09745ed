import { answerOf, orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { appointOfficer } from '../../commands/application/appoint-officer.ts';
import { decideProactiveReview } from '../../commands/application/decide-proactive-review.ts';
import { dismissOfficer } from '../../commands/application/dismiss-officer.ts';
import { recordApplicationReview } from '../../commands/application/record-application-review.ts';
import { APPLICATION_ID, dayArgument, HANDLERS } from './answers.ts';
import { ApplicationReview } from './application-review.ts';
import { FunctionHolder } from './function-holder.ts';
import {
  ApplicationReviewKind,
  ApplicationReviewOutcome,
  DisclosureFunction,
  ProactiveReviewDecision,
} from './further-enums.ts';
import { ProactiveReview } from './proactive-review.ts';

const APPOINTERS = "Roles: PUBLISHER, OPERATOR of the office's region.";
const office = { required: true, description: 'The institution.' } as const;
const account = { required: true, description: 'The account: the subject of its tokens, never a name.' } as const;

builder.mutationFields((t) => ({
  decideProactiveReview: t.field({
    type: answerOf(builder, 'DecideProactiveReviewResult', 'ProactiveReview', ProactiveReview),
    args: {
      id: t.arg.id({ required: true, description: 'The review.' }),
      decision: t.arg({ type: ProactiveReviewDecision, required: true, description: 'What is decided.' }),
      note: t.arg.string({ required: true, description: 'Why; at most 2,000 characters. Sealed.' }),
    },
    description: `Decides whether what was given on request is disclosed to everyone; a document that was named becomes proactive (rule D9). The account manages attributes at the office (rule R17). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(decideProactiveReview(args, context)),
  }),
  recordApplicationReview: t.field({
    type: answerOf(builder, 'RecordApplicationReviewResult', 'ApplicationReview', ApplicationReview),
    args: {
      id: t.arg.id(APPLICATION_ID),
      kind: t.arg({ type: ApplicationReviewKind, required: true, description: 'Which of the three.' }),
      filedOn: t.arg(dayArgument('When it was filed.')),
      outcome: t.arg({ type: ApplicationReviewOutcome, required: true, description: 'What came of it so far.' }),
      decidedOn: t.arg({ type: 'Date', description: 'When it was decided; left out while it is pending.' }),
    },
    description: `Notes a reconsideration or a lawsuit over an application, or what came of it (rule A7). ${HANDLERS}`,
    resolve: (_root, args, context) => orRefused(recordApplicationReview(args, context)),
  }),
}));

builder.mutationFields((t) => ({
  appointOfficer: t.field({
    type: answerOf(builder, 'AppointOfficerResult', 'FunctionHolder', FunctionHolder),
    args: {
      office: t.arg.id(office),
      function: t.arg({ type: DisclosureFunction, required: true, description: 'The function.' }),
      account: t.arg.string(account),
    },
    description: `Appoints an account to one of the two functions at an office, never to both (rule R17). ${APPOINTERS}`,
    resolve: (_root, args, context) => orRefused(appointOfficer(args, context)),
  }),
  dismissOfficer: t.field({
    type: answerOf(builder, 'DismissOfficerResult', 'FunctionHolder', FunctionHolder),
    args: { office: t.arg.id(office), account: t.arg.string(account) },
    description: `Ends the appointment of an account at an office (rule R17). ${APPOINTERS}`,
    resolve: (_root, args, context) => orRefused(dismissOfficer(args, context)),
  }),
}));
