import { answerOf, orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { setIssuerTargets } from '../../commands/interpretation/set-issuer-targets.ts';
import type { IssuerTarget as Target } from '../../store/database.ts';
import { Institution } from '../document-links.ts';

export const IssuerTarget = builder.objectRef<Target>('IssuerTarget').implement({
  description: 'What an issuer is measured by in a year; null where it set nothing.',
  fields: (t) => ({
    issuer: t.field({
      type: Institution,
      nullable: true,
      description: 'Who set it.',
      resolve: ({ issuerId }) => ({ id: issuerId }),
    }),
    year: t.exposeInt('year', { description: 'The year.' }),
    diversifiedRate: t.float({
      nullable: true,
      description: 'The share of interpretations that are more than text, between 0 and 1 (rules I3, I4).',
      resolve: ({ diversifiedRate }) => diversifiedRate?.toNumber() ?? null,
    }),
    multiChannelRate: t.float({
      nullable: true,
      description: 'The share that goes out on several channels, between 0 and 1 (rule I3).',
      resolve: ({ multiChannelRate }) => multiChannelRate?.toNumber() ?? null,
    }),
    leaderInterpretations: t.exposeInt('leaderInterpretations', {
      nullable: true,
      description: 'How often the principal leader (主要负责人) interprets (rule I6).',
    }),
    meetingsAttended: t.exposeInt('meetingsAttended', {
      nullable: true,
      description: 'How many meetings outsiders attend (rule M6).',
    }),
    attributeReviewMonths: t.exposeInt('attributeReviewMonths', {
      nullable: true,
      description: 'After how many months the attribute of what is not public is looked at again (rule D5).',
    }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

const SetIssuerTargetsResult = answerOf(builder, 'SetIssuerTargetsResult', 'IssuerTarget', IssuerTarget);

builder.mutationField('setIssuerTargets', (t) =>
  t.field({
    type: SetIssuerTargetsResult,
    args: {
      issuer: t.arg.id({ required: true, description: 'The institution.' }),
      year: t.arg.int({ required: true, description: '2000 to 2100.' }),
      diversifiedRate: t.arg.float({ description: 'Between 0 and 1, with at most four places.' }),
      multiChannelRate: t.arg.float({ description: 'Between 0 and 1, with at most four places.' }),
      leaderInterpretations: t.arg.int({ description: '0 to 366.' }),
      meetingsAttended: t.arg.int({ description: '0 to 366.' }),
      attributeReviewMonths: t.arg.int({ description: '1 to 120.' }),
    },
    description:
      'Sets what an issuer is measured by in a year; what is left out stays, null takes it away. Roles: PUBLISHER, OPERATOR of its region.',
    resolve: (_root, args, context) => orRefused(setIssuerTargets(args, context)),
  }),
);
