import { builder } from '../../builder.ts';
import { interpretationRate, isMet } from '../../rules/interpretation/interpretation-performance.ts';
import type { IssuerPerformance as Performance } from '../../store/interpretation/interpretation-performance.ts';
import { Institution } from '../document-links.ts';

export const IssuerPerformance = builder.objectRef<Performance>('IssuerInterpretationPerformance').implement({
  description: 'How well one issuer interpreted its policy documents of a year, against what it set itself.',
  fields: (t) => ({
    issuer: t.field({
      type: Institution,
      nullable: true,
      description: 'The issuer.',
      resolve: ({ issuerId }) => ({ id: issuerId }),
    }),
    documentsDue: t.exposeInt('documentsDue', { description: 'Policy documents that it published.' }),
    interpreted: t.exposeInt('interpreted', { description: 'How many have an interpretation.' }),
    diversified: t.exposeInt('diversified', { description: 'How many have one in a form other than text.' }),
    multiChannel: t.exposeInt('multiChannel', { description: 'How many were interpreted on two channels or more.' }),
    leaderInterpretations: t.exposeInt('leaderInterpretations', {
      description: 'How often its principal leader interpreted in the year (rule I6).',
    }),
  }),
});

builder.objectFields(IssuerPerformance, (t) => ({
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
  diversifiedTarget: t.float({
    nullable: true,
    description: 'The rate that it set itself; null when it set none.',
    resolve: ({ target }) => target.diversifiedRate,
  }),
  multiChannelTarget: t.float({
    nullable: true,
    description: 'The rate that it set itself; null when it set none.',
    resolve: ({ target }) => target.multiChannelRate,
  }),
  leaderTarget: t.int({
    nullable: true,
    description: 'How often its leader was to interpret; null when it set nothing.',
    resolve: ({ target }) => target.leaderInterpretations,
  }),
}));

builder.objectFields(IssuerPerformance, (t) => ({
  meetsDiversified: t.boolean({
    nullable: true,
    description: 'Whether the rate is reached; null when none was set, or nothing was due.',
    resolve: (all) => isMet(interpretationRate(all.diversified, all), all.target.diversifiedRate),
  }),
  meetsMultiChannel: t.boolean({
    nullable: true,
    description: 'Whether the rate is reached; null when none was set, or nothing was due.',
    resolve: (all) => isMet(interpretationRate(all.multiChannel, all), all.target.multiChannelRate),
  }),
  meetsLeaderInterpretations: t.boolean({
    nullable: true,
    description: 'Whether its leader interpreted as often as was set; null when nothing was.',
    resolve: ({ leaderInterpretations, target }) => isMet(leaderInterpretations, target.leaderInterpretations),
  }),
}));
