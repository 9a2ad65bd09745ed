import { civilDateOf } from '../../../../core/civil-date.ts';
import { tracedDayType } from '../../../kit/traced-day.ts';
import { builder } from '../../builder.ts';
import { daysLeftOn, isOverdueOn, isPausedOn, leansOnConsultation } from '../../rules/application/clock.ts';
import { caseOf } from '../../store/application/cases.ts';
import { DisclosureApplication } from './disclosure-application.ts';

const TracedDay = tracedDayType(builder);
const SELECTED = { id: true } as const;

builder.prismaObjectFields(DisclosureApplication, (t) => ({
  answerDueOn: t.expose('answerDueOn', {
    type: 'Date',
    nullable: true,
    description:
      'The last day on which an answer is on time: 20 working days after receipt, or after the correction, and those of an extension; consultations and an awaited payment do not count (rules R4, R5, R8). Null while a correction is awaited.',
  }),
  provisional: t.exposeBoolean('isProvisional', {
    description: 'Whether that day may yet move, because it leans on a year whose holidays are not published.',
  }),
  deadlineTrace: t.field({
    type: [TracedDay],
    description: 'Every day from the one after receipt to the last day for the answer; empty while there is none.',
    select: SELECTED,
    resolve: async ({ id }, _args, context) => [...((await caseOf(context, id))?.clock.trace ?? [])],
  }),
}));

const ON = { type: 'Date', description: 'The day; today in Asia/Shanghai when left out.' } as const;

builder.prismaObjectFields(DisclosureApplication, (t) => ({
  isPaused: t.boolean({
    args: { on: t.arg(ON) },
    description: 'Whether the time limit stands still on a day.',
    select: SELECTED,
    resolve: async ({ id }, { on }, context) => {
      const one = await caseOf(context, id);
      return one !== null && isPausedOn(one.clock, on ?? civilDateOf(context.clock.now()));
    },
  }),
  daysLeft: t.int({
    nullable: true,
    args: { on: t.arg(ON) },
    description: 'How many counted days are left after a day; 0 on the last one and later; null without a last day.',
    select: SELECTED,
    resolve: async ({ id }, { on }, context) => {
      const one = await caseOf(context, id);
      return one && daysLeftOn(one.clock, on ?? civilDateOf(context.clock.now()));
    },
  }),
}));

builder.prismaObjectFields(DisclosureApplication, (t) => ({
  isOverdue: t.boolean({
    args: { on: t.arg(ON) },
    description: 'Whether its last day is past on a day, and it is not answered.',
    select: SELECTED,
    resolve: async ({ id }, { on }, context) => {
      const one = await caseOf(context, id);
      return one !== null && isOverdueOn(one.clock, one.standing, on ?? civilDateOf(context.clock.now()));
    },
  }),
  leansOnConsultation: t.boolean({
    args: { on: t.arg(ON) },
    description:
      'Whether a consultation is open on a day, so that the last day takes for granted that it lasts to its limit; an earlier answer brings it nearer.',
    select: SELECTED,
    resolve: async ({ id }, { on }, context) => {
      const one = await caseOf(context, id);
      return one !== null && leansOnConsultation(one.standing, one.calendar, on ?? civilDateOf(context.clock.now()));
    },
  }),
}));
