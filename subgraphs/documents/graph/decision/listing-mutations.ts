import { answerOf, orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { abandonDecision } from '../../commands/decision/abandon-decision.ts';
import { addDecisionLink } from '../../commands/decision/add-decision-link.ts';
import { amendListedDecision } from '../../commands/decision/amend-listed-decision.ts';
import { listDecision } from '../../commands/decision/list-decision.ts';
import { publishDecisionCatalogue } from '../../commands/decision/publish-decision-catalogue.ts';
import { removeDecisionLink } from '../../commands/decision/remove-decision-link.ts';
import { removeListedDecision } from '../../commands/decision/remove-listed-decision.ts';
import { DecisionCatalogue } from './decision-catalogue.ts';
import * as inputs from './inputs.ts';
import { MajorDecision } from './major-decision.ts';

const decisionResult = (name: string) => answerOf(builder, name, 'MajorDecision', MajorDecision);
const catalogueResult = (name: string) => answerOf(builder, name, 'DecisionCatalogue', DecisionCatalogue);
const id = { required: true, description: 'The decision.' } as const;

builder.mutationFields((t) => ({
  listDecision: t.field({
    type: decisionResult('ListDecisionResult'),
    args: { input: t.arg({ type: inputs.ListDecisionInput, required: true, description: 'The decision.' }) },
    description:
      'Lists a decision in the yearly catalogue of an issuer (rule M1), which begins with its first one; in a published catalogue it is public at once. Departments follow the regulation by reference (rule M8). Roles: EDITOR, PUBLISHER of the region; PUBLISHER once the catalogue is published.',
    resolve: (_root, { input }, context) => orRefused(listDecision(input, context)),
  }),
  amendListedDecision: t.field({
    type: decisionResult('AmendListedDecisionResult'),
    args: {
      id: t.arg.id(id),
      input: t.arg({ type: inputs.AmendListedDecisionInput, required: true, description: 'The new words.' }),
    },
    description:
      'Words a listed decision anew, before its consultation opens. Roles: EDITOR, PUBLISHER of the region; PUBLISHER once it is public.',
    resolve: (_root, args, context) => orRefused(amendListedDecision(args, context)),
  }),
  removeListedDecision: t.field({
    type: catalogueResult('RemoveListedDecisionResult'),
    args: { id: t.arg.id(id) },
    description:
      'Removes a decision from a catalogue that is not published; a public one is abandoned instead. Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(removeListedDecision(args, context)),
  }),
  publishDecisionCatalogue: t.field({
    type: catalogueResult('PublishDecisionCatalogueResult'),
    args: { id: t.arg.id({ required: true, description: 'The catalogue.' }) },
    description:
      'Publishes the yearly catalogue and every decision in it, by 31 March (rule M1). Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(publishDecisionCatalogue(args, context)),
  }),
}));

builder.mutationFields((t) => ({
  addDecisionLink: t.field({
    type: decisionResult('AddDecisionLinkResult'),
    args: {
      id: t.arg.id(id),
      input: t.arg({ type: inputs.DecisionLinkInput, required: true, description: 'The link.' }),
    },
    description:
      'Puts a link on the page of a decision (rule M1). Roles: EDITOR, PUBLISHER of the region; PUBLISHER once it is public.',
    resolve: (_root, args, context) => orRefused(addDecisionLink(args, context)),
  }),
  removeDecisionLink: t.field({
    type: decisionResult('RemoveDecisionLinkResult'),
    args: { id: t.arg.id(id), link: t.arg.id({ required: true, description: 'The link.' }) },
    description:
      'Takes a link off the page of a decision. Roles: EDITOR, PUBLISHER of the region; PUBLISHER once it is public.',
    resolve: (_root, args, context) => orRefused(removeDecisionLink(args, context)),
  }),
  abandonDecision: t.field({
    type: decisionResult('AbandonDecisionResult'),
    args: {
      id: t.arg.id(id),
      reason: t.arg.string({ required: true, description: 'Why, in public; at most 1,000 characters.' }),
    },
    description:
      'Gives up a decision that is public and not made; the reason is public. Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(abandonDecision(args, context)),
  }),
}));
