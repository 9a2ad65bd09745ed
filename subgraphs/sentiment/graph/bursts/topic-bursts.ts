import { pageArgs } from '../../../kit/connection.ts';
import { builder } from '../../builder.ts';
import { concentratedTopics, type ConcentratedTopic } from '../../store/bursts/concentrated-topics.ts';
import { specialResponseTo } from '../../store/bursts/special-responses.ts';
import { topicBursts, type TopicBurst } from '../../store/bursts/topic-bursts.ts';
import { KnowledgeAnswer } from '../knowledge/knowledge-answer.ts';
import { Region } from '../references.ts';

const Burst = builder.objectRef<TopicBurst>('TopicBurst').implement({
  description:
    'A topic that runs at several times its usual rate (舆情突增), counted over opinion events and inquiries.',
  fields: (t) => ({
    topic: t.exposeString('topic', { description: 'The topic.' }),
    region: t.field({
      type: Region,
      nullable: true,
      description: 'The region that was asked for; those below it are counted with it.',
      resolve: ({ regionCode }) => ({ code: regionCode }),
    }),
    count: t.exposeInt('count', { description: 'Matters in the 24 hours.' }),
    events: t.exposeInt('events', { description: 'How many of them are opinion events, judged or not.' }),
    inquiries: t.exposeInt('inquiries', { description: 'How many of them are inquiries.' }),
    usual: t.exposeFloat('usual', {
      description:
        'Matters in 24 hours as they usually are: the mean of the 28 days before, with half a matter added to their sum; more where the same day of the week in them ran higher.',
    }),
    ratio: t.exposeFloat('ratio', { description: 'How many times the usual that is; at least 3.' }),
    probability: t.exposeFloat('probability', {
      description: 'How probable as many or more are at the usual rate; below 0.0001.',
    }),
    since: t.field({
      type: 'DateTime',
      description: 'When the first matter of the 24 hours came up.',
      resolve: ({ since }) => since,
    }),
    specialResponse: t.field({
      type: KnowledgeAnswer,
      nullable: true,
      description: 'The special response (专项回应) to the topic given since; null when there is none yet.',
      resolve: (burst, _args, context) => specialResponseTo(context, burst),
    }),
  }),
});

const Concentrated = builder.objectRef<ConcentratedTopic>('ConcentratedTopic').implement({
  description: 'A topic by how many complain of it (投诉集中的事项), which calls for a special response (rule P12).',
  fields: (t) => ({
    topic: t.exposeString('topic', { description: 'The topic.' }),
    complaints: t.exposeInt('complaints', { description: 'Complaints among the inquiries.' }),
    inquiries: t.exposeInt('inquiries', { description: 'Inquiries of every kind.' }),
    events: t.exposeInt('events', { description: 'Opinion events.' }),
    specialResponse: t.field({
      type: KnowledgeAnswer,
      nullable: true,
      description: 'The special response (专项回应) given since the period began; null when there is none yet.',
      resolve: (topic, _args, context) => specialResponseTo(context, topic),
    }),
  }),
});

const region = { required: true, description: 'A GB/T 2260 code; includes the regions below it.' } as const;

builder.queryFields((t) => ({
  topicBursts: t.field({
    type: [Burst],
    args: {
      region: t.arg.id(region),
      at: t.arg({ type: 'DateTime', description: 'The end of the 24 hours looked at; now when left out.' }),
    },
    description:
      'Topics that run at several times their usual rate, the least probable first. Only for staff of the region.',
    resolve: (_root, { region, at }, context) => topicBursts(context, { region, at: at ?? null }),
  }),
  concentratedTopics: t.field({
    type: [Concentrated],
    args: {
      region: t.arg.id(region),
      from: t.arg({ type: 'Date', required: true, description: 'The first day.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The last day; not before the first.' }),
      first: t.arg.int(pageArgs.first),
    },
    description:
      'Topics of which most complaints came from one day to another, and whether they were given a special response. Only for staff of the region.',
    resolve: (_root, args, context) => concentratedTopics(context, args),
  }),
}));
