import type { ObjectRef } from '@pothos/core';
import { DAY_REASONS, type DayReason, type TracedDay } from '../../core/working-calendar.ts';
import type { AnyBuilder, SubgraphBuilder, SubgraphTypes } from './builder.ts';

const MEANINGS: Readonly<Record<DayReason, string>> = {
  WORKING_DAY: 'A working day (工作日): Monday to Friday, and no holiday.',
  MAKE_UP_DAY: 'A Saturday or Sunday that is worked in exchange for a day off (调休上班).',
  HOLIDAY: 'A day off of a public holiday (法定节假日放假), on whatever day of the week.',
  WEEKEND: 'A Saturday or Sunday that is not worked.',
  CORRECTION: 'A working day before the correction (补正) came in, from which the time limit counts anew.',
  CONSULTATION: 'A working day on which the opinion of a third party or of another agency was awaited.',
  FEE: 'A working day on which the payment of a fee was awaited.',
  DELAY: 'A working day by which a good reason puts the answer off.',
};

/** Declares the days of a deadline's trace in a subgraph that shows them; the same type in every one of them. */
export function tracedDayType<Models extends object, Db>(typed: SubgraphBuilder<Models, Db>) {
  const builder = typed as unknown as AnyBuilder;
  const reason = builder.enumType('DayReason', {
    description: 'Why a day is worked or not, by the published working calendar; or why a worked day is not counted.',
    values: Object.fromEntries(DAY_REASONS.map((value) => [value, { description: MEANINGS[value] }])),
  });
  const day = builder.objectRef<TracedDay>('TracedDay').implement({
    shareable: true,
    description: 'One day on the way to a deadline: whether the time limit counts it, and why.',
    fields: (t) => ({
      on: t.field({ type: 'Date', description: 'The day.', resolve: (one) => one.on }),
      counted: t.exposeBoolean('counted', {
        description:
          'Whether the time limit counts it. A time limit in working days counts WORKING_DAY and MAKE_UP_DAY; one in calendar days counts every day. None counts days on which it stands still.',
      }),
      why: t.field({
        type: reason,
        description: 'Why it is worked or not, or is not counted.',
        resolve: (one) => one.why as never,
      }),
      provisional: t.exposeBoolean('provisional', {
        description:
          'True when it may yet count otherwise, because the holidays of its year are not published. Never for a time limit in calendar days.',
      }),
      note: t.exposeString('note', {
        nullable: true,
        description:
          'The holiday that it belongs to, or that it makes up for, in Chinese, such as 国庆节; or what a time limit that stands still waits for, such as 征求第三方意见; null for every other day.',
      }),
    }),
  });
  return day as unknown as ObjectRef<PothosSchemaTypes.ExtendDefaultTypes<SubgraphTypes<Models, Db>>, TracedDay>;
}
