import { builder } from '../../builder.ts';
import type { Severity as SeverityName } from '../../rules/opinion/response-deadline.ts';
import type { OpinionSource as OpinionSourceName } from '../../store/database.ts';
import { countedEvents } from '../../store/performance/counted-events.ts';
import { OpinionSource, Severity } from '../enums.ts';
import { Institution, Region } from '../references.ts';
import { OfOffice, OfRegion, OfSeverity, OfSource, rowsBy, Whole, wholeOf } from './performance-rows.ts';

OfSeverity.implement({
  description: 'How the events of one severity were answered.',
  fields: (t) => ({
    severity: t.field({
      type: Severity,
      description: 'The severity.',
      resolve: ({ value }) => value as SeverityName,
    }),
  }),
});

OfSource.implement({
  description: 'How the events of one source were answered.',
  fields: (t) => ({
    source: t.field({
      type: OpinionSource,
      description: 'Where they came up.',
      resolve: ({ value }) => value as OpinionSourceName,
    }),
  }),
});

OfOffice.implement({
  description: 'How the events of one office were answered.',
  fields: (t) => ({
    office: t.field({
      type: Institution,
      nullable: true,
      description: 'The office that must answer (责任单位); null for events of which none is named.',
      resolve: ({ value }) => (value === null ? null : { id: value }),
    }),
  }),
});

OfRegion.implement({
  description: 'How the events of one region were answered.',
  fields: (t) => ({
    region: t.field({
      type: Region,
      nullable: true,
      description: 'The region; a row of the region that was asked for counts what is its own alone.',
      resolve: ({ value }) => (value === null ? null : { code: value }),
    }),
  }),
});

Whole.implement({
  description: 'How the opinion events of a region and a period were answered.',
  fields: (t) => ({
    bySeverity: t.field({
      type: [OfSeverity],
      description: 'The same by severity, the gravest first; severities without events are left out.',
      resolve: ({ counted }, _args, context) => rowsBy(context, counted, 'SEVERITY'),
    }),
    bySource: t.field({
      type: [OfSource],
      description: 'The same by source; sources without events are left out.',
      resolve: ({ counted }, _args, context) => rowsBy(context, counted, 'SOURCE'),
    }),
    byOffice: t.field({
      type: [OfOffice],
      description: 'The same by office; what has none comes last.',
      resolve: ({ counted }, _args, context) => rowsBy(context, counted, 'OFFICE'),
    }),
    byRegion: t.field({
      type: [OfRegion],
      description:
        'The same by the regions one level below: prefectures of a province, counties of a prefecture. Together they are the whole, so what is the region’s own has a row of its own.',
      resolve: ({ counted }, _args, context) => rowsBy(context, counted, 'REGION'),
    }),
  }),
});

builder.queryField('responsePerformance', (t) =>
  t.field({
    type: Whole,
    args: {
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      from: t.arg({ type: 'Date', required: true, description: 'The first day of detection.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The last day of detection; not before the first.' }),
      source: t.arg({ type: OpinionSource, description: 'Only events that came up there.' }),
      severity: t.arg({ type: Severity, description: 'Only events of this severity.' }),
      office: t.arg.id({ description: 'Only events that this institution must answer.' }),
    },
    description:
      'How well a region answered public concern, over events detected from one day to another, both included.',
    resolve: (_root, args, context) => wholeOf(context, countedEvents(args)),
  }),
);
