import { builder } from '../builder.ts';
import { onTimeRate, type ResponsePerformance, type SeverityTally } from '../rules/response-performance.ts';
import { responsePerformance } from '../store/response-performance.ts';
import { Severity } from './enums.ts';

const tallied = {
  events: 'How many events were detected in the period.',
  respondedOnTime: 'How many were first answered by their due instant; an answer at that instant is on time.',
  respondedLate: 'How many were first answered after it.',
  open: 'How many are not answered yet.',
  overdue: 'How many of those are past their due instant now.',
  onTimeRate: 'Answered on time, of all that were answered or are overdue, between 0 and 1; null when there are none.',
  medianHoursToRespond: 'Hours from detection to the first answer, the median; null when none was answered.',
} as const;

const SeverityPerformance = builder.objectRef<SeverityTally>('SeverityResponsePerformance').implement({
  description: 'How the events of one severity were answered.',
  fields: (t) => ({
    severity: t.field({ type: Severity, description: 'The severity.', resolve: ({ severity }) => severity }),
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

const Performance = builder.objectRef<ResponsePerformance>('ResponsePerformance').implement({
  description: 'How the opinion events of a region and a period were answered.',
  fields: (t) => ({
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
    bySeverity: t.field({
      type: [SeverityPerformance],
      description: 'The same by severity, the gravest first; severities without events are left out.',
      resolve: ({ bySeverity }) => [...bySeverity],
    }),
  }),
});

builder.queryField('responsePerformance', (t) =>
  t.field({
    type: Performance,
    args: {
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      from: t.arg({ type: 'Date', required: true, description: 'The first day of detection.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The last day of detection; not before the first.' }),
    },
    description:
      'How well a region answered public concern, over events detected from one day to another, both included.',
    resolve: (_root, { region, ...period }, context) => responsePerformance(context, region, period),
  }),
);
