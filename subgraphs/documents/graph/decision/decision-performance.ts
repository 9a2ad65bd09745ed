import { queryFromInfo } from '@pothos/plugin-prisma';
import { civilDateOf } from '../../../../core/civil-date.ts';
import { connectionOf, pageArgs } from '../../../kit/connection.ts';
import { builder } from '../../builder.ts';
import { DECISION_MEASURES, meetsTarget, totalCounts, type IssuerDecisions } from '../../rules/decision/performance.ts';
import { issuerDecisions, measuredDecisions, type AskedDecisions } from '../../store/decision/performance.ts';
import { Institution } from '../document-links.ts';
import { DecisionMeasure } from './enums.ts';
import { MajorDecision } from './major-decision.ts';

const MajorDecisionConnection = connectionOf(builder, 'MajorDecision', MajorDecision);

type Counted = { readonly measure: (typeof DECISION_MEASURES)[number]; readonly decisions: number };
const countsOf = (counts: IssuerDecisions['counts']): Counted[] =>
  DECISION_MEASURES.map((measure) => ({ measure, decisions: counts[measure] }));

const DecisionCount = builder.objectRef<Counted>('DecisionCount').implement({
  description: 'How many decisions fall under a measure.',
  fields: (t) => ({
    measure: t.expose('measure', { type: DecisionMeasure, description: 'What is counted.' }),
    decisions: t.exposeInt('decisions', { description: 'How many.' }),
  }),
});

const IssuerDecisionPerformance = builder.objectRef<IssuerDecisions>('IssuerDecisionPerformance').implement({
  description: 'How an issuer did with its major decisions of a year.',
  fields: (t) => ({
    issuer: t.field({
      type: Institution,
      nullable: true,
      description: 'The issuer.',
      resolve: ({ issuerId }) => ({ id: issuerId }),
    }),
    counts: t.field({
      type: [DecisionCount],
      description: 'Its decisions by measure, every measure once.',
      resolve: ({ counts }) => countsOf(counts),
    }),
    meetingsAttended: t.exposeInt('meetingsAttended', {
      description:
        'On how many days of the year meetings that discussed decisions had representatives of the public with them (列席).',
    }),
    meetingsTarget: t.exposeInt('meetingsTarget', {
      nullable: true,
      description: 'How many it set itself for the year (rule M6); null when it set none.',
    }),
    meetsTarget: t.boolean({
      nullable: true,
      description: 'Whether it has reached what it set itself; null when it set nothing.',
      resolve: meetsTarget,
    }),
  }),
});

interface Performance extends AskedDecisions {
  readonly issuers: readonly IssuerDecisions[];
}

const DecisionPerformance = builder.objectRef<Performance>('DecisionPerformance').implement({
  description: 'How a region did with its major administrative decisions of a year (rules M1, M2, M5, M6).',
  fields: (t) => ({
    counts: t.field({
      type: [DecisionCount],
      description: 'The decisions of published catalogues by measure, every measure once.',
      resolve: ({ issuers }) => countsOf(totalCounts(issuers)),
    }),
    issuers: t.field({
      type: [IssuerDecisionPerformance],
      description: 'The same by issuer: those with a published catalogue, a meeting or a target of the year.',
      resolve: ({ issuers }) => [...issuers],
    }),
    decisions: t.field({
      type: MajorDecisionConnection,
      args: {
        measure: t.arg({ type: DecisionMeasure, required: true, description: 'Which of them.' }),
        first: t.arg.int(pageArgs.first),
        after: t.arg.string(pageArgs.after),
      },
      description: 'The decisions that a measure counts.',
      resolve: ({ region, year, on }, { measure, ...page }, context, info) =>
        measuredDecisions(
          context,
          { region, year, on, measure },
          page,
          queryFromInfo({ context, info, typeName: 'MajorDecision', path: ['edges', 'node'] }),
        ),
    }),
  }),
});

builder.queryField('decisionPerformance', (t) =>
  t.field({
    type: DecisionPerformance,
    args: {
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      year: t.arg.int({ required: true, description: 'The year of the catalogues and of the meetings, from 2000.' }),
      on: t.arg({ type: 'Date', description: 'The day on which what is owed is looked at; today when left out.' }),
    },
    description:
      'How a region did with its major administrative decisions of a year; every number opens to its decisions.',
    resolve: async (_root, { region, year, on }, context) => {
      const asked = { region, year, on: on ?? civilDateOf(context.clock.now()) };
      return { ...asked, issuers: await issuerDecisions(context, asked) };
    },
  }),
);
