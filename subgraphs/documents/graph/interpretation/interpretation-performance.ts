import { queryFromInfo } from '@pothos/plugin-prisma';
import { connectionOf, pageArgs } from '../../../kit/connection.ts';
import { builder } from '../../builder.ts';
import { interpretationRate } from '../../rules/interpretation/interpretation-performance.ts';
import {
  interpretationCounts,
  issuerPerformances,
  type PerformanceAsked,
} from '../../store/interpretation/interpretation-performance.ts';
import { issuerTargets } from '../../store/interpretation/issuer-targets.ts';
import { laggingDocuments, type Lag } from '../../store/interpretation/lagging-documents.ts';
import { DocumentConnection } from '../document-lists.ts';
import { IssuerPerformance } from './issuer-performance.ts';
import { IssuerTarget } from './issuer-target.ts';

type Performance = Awaited<ReturnType<typeof interpretationCounts>> & PerformanceAsked;

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
      type: [IssuerTarget],
      description: 'What the issuers of the region and those below it set themselves.',
      resolve: ({ region, year }, _args, context) => issuerTargets(context, region, year),
    }),
  }),
});

const IssuerPerformanceConnection = connectionOf(builder, 'IssuerInterpretationPerformance', IssuerPerformance);

builder.objectFields(InterpretationPerformance, (t) => {
  const lagging = (lag: Lag, description: string) =>
    t.field({
      type: DocumentConnection,
      args: {
        issuer: t.arg.id({ description: 'Only those of this institution.' }),
        first: t.arg.int(pageArgs.first),
        after: t.arg.string(pageArgs.after),
      },
      description,
      resolve: ({ region, year }, { issuer, ...page }, context, info) =>
        laggingDocuments(
          context,
          { region, year, lag, issuer: issuer ?? undefined },
          page,
          queryFromInfo({ context, info, typeName: 'Document', path: ['edges', 'node'] }),
        ),
    });
  return {
    leaderInterpretations: t.exposeInt('leaderInterpretations', {
      description: 'How often principal leaders (主要负责人) interpreted in the year (rule I6).',
    }),
    issuers: t.field({
      type: IssuerPerformanceConnection,
      args: { first: t.arg.int(pageArgs.first), after: t.arg.string(pageArgs.after) },
      description: 'Every issuer that something was due of, whose leader interpreted, or that set a target; by region.',
      resolve: (asked, page, context) => issuerPerformances(context, asked, page),
    }),
    notInterpreted: lagging('NOT_INTERPRETED', 'Those due that have no interpretation, the newest first.'),
    textOnly: lagging('TEXT_ONLY', 'Those that were interpreted in text only, the newest first.'),
    oneChannel: lagging('ONE_CHANNEL', 'Those that were interpreted on one channel only, the newest first.'),
  };
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
      ...(await interpretationCounts(context, asked)),
    }),
  }),
);
