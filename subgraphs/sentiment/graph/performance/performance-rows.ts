import { pageArgs } from '../../../kit/connection.ts';
import { isStaffOf } from '../../../kit/staff.ts';
import { builder } from '../../builder.ts';
import { onTimeRate, type ResponseTally } from '../../rules/performance/response-performance.ts';
import type { SentimentContext } from '../../store/database.ts';
import type { Part } from '../../store/performance/by-dimension.ts';
import { eventsOfRow, type CountedEvents, type EventDimension } from '../../store/performance/counted-events.ts';
import { eventsCounted } from '../../store/performance/drill-down.ts';
import {
  clockRows,
  effectRows,
  responseRows,
  type ClockTally,
  type EffectTally,
  wholeTally,
} from '../../store/performance/response-performance.ts';
import { DeadlineKind } from '../enums.ts';
import { OpinionEventConnection } from '../opinion/lists.ts';
import { ResponseOutcome } from './outcome.ts';

/** A row of a performance: which events it counts, and their tally when it is asked for. */
export interface PerformanceRow extends Part<EventDimension, object> {
  readonly counted: CountedEvents;
  readonly tally: () => Promise<ResponseTally>;
}

/** The row of all events. */
export function wholeOf(context: SentimentContext, counted: CountedEvents): PerformanceRow {
  return { counted, dimension: 'WHOLE', value: null, tally: () => wholeTally(context, counted) };
}

/** The rows by one of the ways to count. */
export async function rowsBy(
  context: SentimentContext,
  counted: CountedEvents,
  dimension: EventDimension,
): Promise<PerformanceRow[]> {
  const rows = await responseRows(context, counted, dimension);
  return rows.map((row) => ({ counted, dimension, value: row.value, tally: () => Promise.resolve(row) }));
}

const ClockTallyType = builder.objectRef<ClockTally>('ClockTally').implement({
  description: 'How the clocks of one kind ran. One that a later judgement dropped counts nowhere.',
  fields: (t) => ({
    kind: t.field({ type: DeadlineKind, description: 'What is owed.', resolve: ({ kind }) => kind }),
    metOnTime: t.exposeInt('metOnTime', { description: 'Met by their due instant, that instant included.' }),
    metLate: t.exposeInt('metLate', { description: 'Met after it.' }),
    running: t.exposeInt('running', { description: 'Not met, and within their time.' }),
    breached: t.exposeInt('breached', { description: 'Not met although the time is over.' }),
  }),
});

const EffectTallyType = builder.objectRef<EffectTally>('EffectTally').implement({
  description: 'How the effect of answers was evaluated (效果评估), and who was held to account (问责).',
  fields: (t) => ({
    evaluated: t.exposeInt('evaluated', { description: 'How many events were evaluated.' }),
    foundWanting: t.exposeInt('foundWanting', {
      description: 'Handled without vigour, answered unfittingly or reported late: at least one of them.',
    }),
    accountable: t.exposeInt('accountable', {
      description: 'Those found wanting that had a great negative influence (较大负面影响); rule P6.',
    }),
    circulatedCriticisms: t.exposeInt('circulatedCriticisms', {
      description: 'Criticisms that were circulated (通报批评).',
    }),
    talks: t.exposeInt('talks', { description: 'Talks that offices were called to (约谈).' }),
  }),
});

const rowRef = (name: string) => builder.objectRef<PerformanceRow>(name);

/** The whole, and one row each by severity, source, office and region: all have the same fields beside what they are of. */
export const Whole = rowRef('ResponsePerformance');
export const OfSeverity = rowRef('SeverityResponsePerformance');
export const OfSource = rowRef('SourceResponsePerformance');
export const OfOffice = rowRef('OfficeResponsePerformance');
export const OfRegion = rowRef('RegionResponsePerformance');

for (const row of [Whole, OfSeverity, OfSource, OfOffice, OfRegion]) {
  builder.objectFields(row, (t) => ({
    events: t.int({
      description: 'How many were detected in the period; those that are not judged yet do not count.',
      resolve: async ({ tally }) => (await tally()).events,
    }),
    respondedOnTime: t.int({
      description: 'How many were first answered by their due instant; an answer at that instant is on time.',
      resolve: async ({ tally }) => (await tally()).respondedOnTime,
    }),
    respondedLate: t.int({
      description: 'How many were first answered after it.',
      resolve: async ({ tally }) => (await tally()).respondedLate,
    }),
    open: t.int({ description: 'How many are not answered yet.', resolve: async ({ tally }) => (await tally()).open }),
    overdue: t.int({
      description: 'How many of those are past their due instant now.',
      resolve: async ({ tally }) => (await tally()).overdue,
    }),
    onTimeRate: t.float({
      nullable: true,
      description:
        'Answered on time, of all that were answered or are overdue, between 0 and 1; null when there are none.',
      resolve: async ({ tally }) => onTimeRate(await tally()),
    }),
    medianHoursToRespond: t.float({
      nullable: true,
      description: 'Hours from detection to the first answer, the median; null when none was answered.',
      resolve: async ({ tally }) => (await tally()).medianHoursToRespond,
    }),
  }));
  builder.objectFields(row, (t) => ({
    clocks: t.field({
      type: [ClockTallyType],
      description: 'How the clocks of these events ran, by what is owed; kinds without a clock are left out.',
      resolve: async (of, _args, context) => ofRow(of, await clockRows(context, of.counted, of.dimension)),
    }),
    effect: t.field({
      type: EffectTallyType,
      nullable: true,
      description: 'How the effect was evaluated; only for staff of the region, null for everyone else.',
      resolve: async (of, _args, context) =>
        isStaffOf(context.scope.viewer, of.counted.region)
          ? ofRow(of, await effectRows(context, of.counted, of.dimension))[0]
          : null,
    }),
    countedEvents: t.field({
      type: OpinionEventConnection,
      args: {
        outcome: t.arg({ type: ResponseOutcome, description: 'Only those of this outcome; any when left out.' }),
        first: t.arg.int(pageArgs.first),
        after: t.arg.string(pageArgs.after),
      },
      description: 'The events that are counted here, the newest detection first: as many as the tally says.',
      resolve: (of, args, context) => eventsCounted(context, eventsOfRow(of.counted, of.dimension, of.value), args),
    }),
  }));
}

function ofRow<Row extends { readonly value: string | null }>(of: PerformanceRow, rows: readonly Row[]): Row[] {
  return rows.filter(({ value }) => value === of.value);
}
