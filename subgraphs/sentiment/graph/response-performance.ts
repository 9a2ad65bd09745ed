import { builder } from '../builder.ts';
import { onTimeRate } from '../rules/on-time-rate.ts';
import { responsePerformance, type ResponseTally } from '../store/response-performance.ts';
import { Severity } from './enums.ts';

const tallied = {
  events: 'How many events were detected in the period.',
  respondedOnTime: 'How many were first answered by their due instant.',
  respondedLate: 'How many were first answered after it.',
  open: 'How many are not answered yet.',
  overdue: 'How many of those are past their due instant.',
  onTimeRate: 'Answered on time, of all that were answered or are overdue, between 0 and 1; null when there are none.',
  medianHoursToRespond: 'Hours from detection to the first answer, the median; null when none was answered.',
} as const;

const SeverityPerformance = builder.objectRef<ResponseTally>('SeverityResponsePerformance').implement({
  description: 'How the events of one severity were answered.',
  fields: (t) => ({
    severity: t.field({
      type: Severity,
      description: 'The severity.',
      resolve: ({ severity }) => severity ?? 'ORDINARY',
    }),
    events: t.exposeInt('events', { description: tallied.events }),
    respondedOnTime: t.exposeInt('respondedOnTime', { description: tallied.respondedOnTime }),
    respondedLate: t.exposeInt('respondedLate', { description: tallied.respondedLate }),
    open: t.exposeInt('open', { description: tallied.open }),
    overdue: t.exposeInt('overdue', { description: tallied.overdue }),
    onTimeRate: t.float({ nullable: true, description: tallied.onTimeRate, resolve: onTimeRate }),
    medianHoursToRespond: t.exposeFloat('medianHoursToRespond', {
      nullable: true,
      description: tallied.medianHoursToRespond,
    }),
  }),
});

const ResponsePerformance = builder.objectRef<readonly ResponseTally[]>('ResponsePerformance').implement({
  description: 'How the opinion events of a region and a period were answered.',
  fields: (t) => ({
    events: t.int({ description: tallied.events, resolve: ([all]) => all?.events ?? 0 }),
    respondedOnTime: t.int({ description: tallied.respondedOnTime, resolve: ([all]) => all?.respondedOnTime ?? 0 }),
    respondedLate: t.int({ description: tallied.respondedLate, resolve: ([all]) => all?.respondedLate ?? 0 }),
    open: t.int({ description: tallied.open, resolve: ([all]) => all?.open ?? 0 }),
    overdue: t.int({ description: tallied.overdue, resolve: ([all]) => all?.overdue ?? 0 }),
    onTimeRate: t.float({
      nullable: true,
      description: tallied.onTimeRate,
      resolve: ([all]) => (all === undefined ? null : onTimeRate(all)),
    }),
    medianHoursToRespond: t.float({
      nullable: true,
      description: tallied.medianHoursToRespond,
      resolve: ([all]) => all?.medianHoursToRespond ?? null,
    }),
    bySeverity: t.field({
      type: [SeverityPerformance],
      description: 'The same by severity, the gravest first; severities without events are left out.',
      resolve: (tallies) => tallies.slice(1),
    }),
  }),
});

builder.queryField('responsePerformance', (t) =>
  t.field({
    type: ResponsePerformance,
    args: {
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      from: t.arg({ type: 'Date', required: true, description: 'The first day of detection.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The last day of detection.' }),
    },
    description:
      'How well a region answered public concern, over events detected from one day to another, both included.',
    resolve: (_root, { region, ...period }, context) => responsePerformance(context, region, period),
  }),
);
