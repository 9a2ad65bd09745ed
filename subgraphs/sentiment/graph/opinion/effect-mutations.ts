import { orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { evaluateResponse } from '../../commands/opinion/evaluate-response.ts';
import { holdToAccount } from '../../commands/opinion/hold-to-account.ts';
import { EVENT, eventAnswer } from './answers.ts';
import { EvaluateResponseInput, HoldToAccountInput } from './inputs.ts';

builder.mutationFields((t) => ({
  evaluateResponse: t.field({
    type: eventAnswer('EvaluateResponse'),
    args: {
      event: t.arg.id(EVENT),
      input: t.arg({ type: EvaluateResponseInput, required: true, description: 'The evaluation.' }),
    },
    description:
      'Evaluates how well the answer to a matter worked (效果评估, rule P5); a later evaluation takes the place of the one before until someone was held to account. Roles: REVIEWER, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(evaluateResponse(args, context)),
  }),
  holdToAccount: t.field({
    type: eventAnswer('HoldToAccount'),
    args: {
      event: t.arg.id(EVENT),
      input: t.arg({ type: HoldToAccountInput, required: true, description: 'By what.' }),
    },
    description:
      'Holds an office to account, where the evaluation found a fault and a great negative influence (rule P6). Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(holdToAccount(args, context)),
  }),
}));
