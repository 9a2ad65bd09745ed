import { withdrawalReasonEnum } from '../../kit/builder.ts';
import { answerOf, orRefused } from '../../kit/answer.ts';
import { builder } from '../builder.ts';
import { dischargeDisclosureDuty } from '../commands/discharge-disclosure-duty.ts';
import { discloseLink } from '../commands/disclose-link.ts';
import { recordChannelCopies } from '../commands/record-channel-copies.ts';
import { recordDisclosureDuty } from '../commands/record-disclosure-duty.ts';
import { withdrawDisclosureDuty } from '../commands/withdraw-disclosure-duty.ts';
import { withdrawLink } from '../commands/withdraw-link.ts';
import { DiscloseLinkInput, RecordChannelCopiesInput, RecordDisclosureDutyInput } from './disclosure-inputs.ts';
import { DisclosureDuty } from './disclosure-duty.ts';
import { Disclosure } from './disclosure.ts';

const WithdrawalReason = withdrawalReasonEnum(builder);

const DiscloseLinkResult = answerOf(builder, 'DiscloseLinkResult', 'Disclosure', Disclosure);
const WithdrawLinkResult = answerOf(builder, 'WithdrawLinkResult', 'Disclosure', Disclosure);
const RecordChannelCopiesResult = answerOf(builder, 'RecordChannelCopiesResult', 'Disclosure', Disclosure);
const RecordDutyResult = answerOf(builder, 'RecordDisclosureDutyResult', 'DisclosureDuty', DisclosureDuty);
const DischargeDutyResult = answerOf(builder, 'DischargeDisclosureDutyResult', 'DisclosureDuty', DisclosureDuty);
const WithdrawDutyResult = answerOf(builder, 'WithdrawDisclosureDutyResult', 'DisclosureDuty', DisclosureDuty);

builder.mutationFields((t) => ({
  discloseLink: t.field({
    type: DiscloseLinkResult,
    args: { input: t.arg({ type: DiscloseLinkInput, required: true, description: 'The page.' }) },
    description:
      "Discloses a page elsewhere under items of the region's catalogue in force; public at once. Documents, price lists and answers come under their items by being published. Role: PUBLISHER of the region.",
    resolve: (_root, { input }, context) => orRefused(discloseLink(input, context)),
  }),
  withdrawLink: t.field({
    type: WithdrawLinkResult,
    args: {
      id: t.arg.id({ required: true, description: 'A disclosure of kind LINK.' }),
      reason: t.arg({ type: WithdrawalReason, required: true, description: 'Why.' }),
      note: t.arg.string({ required: true, description: 'Why, in words for the public; at most 1,000 characters.' }),
    },
    description: 'Withdraws a link; what it met is owed again. Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(withdrawLink(args, context)),
  }),
  recordChannelCopies: t.field({
    type: RecordChannelCopiesResult,
    args: { input: t.arg({ type: RecordChannelCopiesInput, required: true, description: 'The copies.' }) },
    description:
      'Records how a disclosure reads on its channels. While two of them differ it is flagged (`conflictSince`, `channelConflicts`; rule C13) until one is recorded anew and they agree. Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, { input }, context) =>
      orRefused(recordChannelCopies({ ...input, gone: input.gone ?? [] }, context)),
  }),
}));

builder.mutationFields((t) => ({
  recordDisclosureDuty: t.field({
    type: RecordDutyResult,
    args: { input: t.arg({ type: RecordDisclosureDutyInput, required: true, description: 'What came about.' }) },
    description:
      "Records that something came about or changed under an item and must be disclosed within the item's time limit for it (rules C7, C8); public. INFORMATION is met by whatever is disclosed under the item from that day on, a RESULT by the disclosure that `dischargeDisclosureDuty` names. Roles: EDITOR, PUBLISHER of the region.",
    resolve: (_root, { input }, context) => orRefused(recordDisclosureDuty(input, context)),
  }),
  dischargeDisclosureDuty: t.field({
    type: DischargeDutyResult,
    args: {
      id: t.arg.id({ required: true, description: 'A duty that is not met.' }),
      disclosure: t.arg.id({
        required: true,
        description:
          'What met it: a disclosure that came to stand under the same item on the day it came about or later.',
      }),
    },
    description: 'Names the disclosure by which a duty was met. Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(dischargeDisclosureDuty(args, context)),
  }),
  withdrawDisclosureDuty: t.field({
    type: WithdrawDutyResult,
    args: {
      id: t.arg.id({ required: true, description: 'The duty.' }),
      note: t.arg.string({ required: true, description: 'Why, in words for the public; at most 1,000 characters.' }),
    },
    description:
      'Takes back a duty that was recorded in error; the answer is the duty as it was. Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(withdrawDisclosureDuty(args, context)),
  }),
}));
