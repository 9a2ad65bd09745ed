import type { IssuerTarget } from '../../store/database.ts';
import { builder } from '../../builder.ts';
import {
  interpretationRate,
  type InterpretationCounts,
} from '../../rules/interpretation/interpretation-performance.ts';
import { interpretationCounts, interpretationTargets } from '../../store/interpretation/interpretation-performance.ts';
import { Institution } from '../document-links.ts';

interface Asked {
  readonly region: string;
  readonly year: number;
}
type Performance = InterpretationCounts & Asked;

const Target = builder.objectRef<IssuerTarget>('InterpretationTarget').implement({
  description: 'What an issuer set itself for a year; null where it set nothing.',
  fields: (t) => ({
    diversifiedRate: t.float({
      nullable: true,
      description: 'The share of interpretations that are more than text, between 0 and 1.',
      resolve: ({ diversifiedRate }) => diversifiedRate?.toNumber() ?? null,
    }),
    multiChannelRate: t.float({
      nullable: true,
      description: 'The share that goes out on several channels, between 0 and 1.',
      resolve: ({ multiChannelRate }) => multiChannelRate?.toNumber() ?? null,
    }),
    issuer: t.field({
      type: Institution,
      nullable: true,
      description: 'Who set it.',
      resolve: ({ issuerId }) => ({ id: issuerId }),
    }),
  }),
});

const InterpretationPerformance = builder.objectRef<Performance>('InterpretationPerformance').implement({
  description: 'How well the policy documents of a region and a year were interpreted (rules I3, I4).',
  fields: (t) => ({
    documentsDue: t.exposeInt('documentsDue', {
      description: 'Policy documents that were published: each is due an interpretation.',
    }),
    interpreted: t.exposeInt('interpreted', { description: 'How many have one.' }),
    diversified: t.exposeInt('diversified', { description: 'How many have one in a form other than text.' }),
    multiChannel: t.exposeInt('multiChannel', { description: 'How many were interpreted on two channels or more.' }),
    diversifiedRate: t.float({
      nullable: true,
      description: '`diversified` of `documentsDue`, between 0 and 1; null when nothing was due.',
      resolve: (all) => interpretationRate(all.diversified, all),
    }),
    multiChannelRate: t.float({
      nullable: true,
      description: '`multiChannel` of `documentsDue`, between 0 and 1; null when nothing was due.',
      resolve: (all) => interpretationRate(all.multiChannel, all),
    }),
    targets: t.field({
      type: [Target],
      description: 'What the issuers of the region and those below it set themselves.',
      resolve: ({ region, year }, _args, context) => interpretationTargets(context, region, year),
    }),
  }),
});

builder.queryField('interpretationPerformance', (t) =>
  t.field({
    type: InterpretationPerformance,
    args: {
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      year: t.arg.int({ required: true, description: 'The year of publication, in Asia/Shanghai.' }),
    },
    description: 'How well policy documents were interpreted, against what the issuers set themselves.',
    resolve: async (_root, asked, context) => ({
      ...asked,
      ...(await interpretationCounts(context, asked.region, asked.year)),
    }),
  }),
);
