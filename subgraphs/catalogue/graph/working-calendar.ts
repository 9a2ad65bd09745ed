import type { CalendarYear, NamedDay } from '../../../core/calendar-year.ts';
import { answerOf, orRefused } from '../../kit/answer.ts';
import { builder } from '../builder.ts';
import { publishWorkingCalendar } from '../commands/publish-working-calendar.ts';
import { CALENDAR_YEARS, LONGEST_NAME, MOST_DAYS } from '../rules/calendar-input.ts';
import { calendarYear, calendarYears } from '../store/calendar-years.ts';

const CalendarDay = builder.objectRef<NamedDay>('CalendarDay').implement({
  description: 'A day that the yearly notice names, and its holiday.',
  fields: (t) => ({
    on: t.field({ type: 'Date', description: 'The day.', resolve: (day) => day.on }),
    name: t.exposeString('name', {
      description: 'The holiday that it belongs to, or that it makes up for, in Chinese, such as 国庆节.',
    }),
  }),
});

const WorkingCalendar = builder.objectRef<CalendarYear>('WorkingCalendar').implement({
  description:
    "One year of the working calendar (工作日历): what the State Council's yearly notice on holidays says. Deadlines in working days are counted by it.",
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The year of the notice.' }),
    holidays: t.field({
      type: [CalendarDay],
      description:
        'The days off (放假), weekend days among them included, in their order. December days of the year before may be among them.',
      resolve: ({ holidays }) => [...holidays],
    }),
    workdays: t.field({
      type: [CalendarDay],
      description: 'The Saturdays and Sundays that are worked in exchange (调休上班), in their order.',
      resolve: ({ workdays }) => [...workdays],
    }),
  }),
});

builder.queryFields((t) => ({
  workingCalendar: t.field({
    type: WorkingCalendar,
    nullable: true,
    args: { year: t.arg.int({ required: true, description: 'The year, such as 2026.' }) },
    description:
      'One year of the working calendar; null when its holidays are not published, so that deadlines in it are provisional.',
    resolve: (_root, { year }, { db }) => calendarYear(db, year),
  }),
  workingCalendars: t.field({
    type: [WorkingCalendar],
    description: 'All published years of the working calendar, in their order.',
    resolve: (_root, _args, { db }) => calendarYears(db),
  }),
}));

const CalendarDayInput = builder.inputType('CalendarDayInput', {
  description: 'A day that the yearly notice names, and its holiday.',
  fields: (t) => ({
    on: t.field({
      type: 'Date',
      required: true,
      description:
        'The day: from 1 December of the year before to 31 January of the year after; a make-up day is a Saturday or a Sunday. Each day stands once.',
    }),
    name: t.string({
      required: true,
      description: `The holiday that it belongs to, or that it makes up for, in Chinese; at most ${String(LONGEST_NAME)} characters.`,
    }),
  }),
});

const PublishWorkingCalendarInput = builder.inputType('PublishWorkingCalendarInput', {
  description: "One whole year of the working calendar, as the State Council's notice on holidays gives it.",
  fields: (t) => ({
    year: t.int({
      required: true,
      description: `The year of the notice, ${String(CALENDAR_YEARS.first)} to ${String(CALENDAR_YEARS.last)}.`,
    }),
    holidays: t.field({
      type: [CalendarDayInput],
      required: true,
      description: `All days off, weekend days among them included or not; 1 to ${String(MOST_DAYS)}.`,
    }),
    workdays: t.field({
      type: [CalendarDayInput],
      required: true,
      description: `All Saturdays and Sundays that are worked; at most ${String(MOST_DAYS)}, and none of the days off.`,
    }),
  }),
});

const PublishWorkingCalendarResult = answerOf(
  builder,
  'PublishWorkingCalendarResult',
  'WorkingCalendar',
  WorkingCalendar,
);

builder.mutationField('publishWorkingCalendar', (t) =>
  t.field({
    type: PublishWorkingCalendarResult,
    args: { input: t.arg({ type: PublishWorkingCalendarInput, required: true, description: 'The year.' }) },
    description:
      "Publishes a year of the working calendar, or corrects one: its days take the place of all that the year had. At once every open deadline is counted anew (first disclosures that are still awaited, duties that are not met), and each that changed is told in the change log, none of the others. Roles: OPERATOR, PUBLISHER, granted the hub's own region.",
    resolve: (_root, { input }, context) => orRefused(publishWorkingCalendar(input, context)),
  }),
);
