import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import { INQUIRY_KINDS } from '../../../../subgraphs/sentiment/rules/inquiry/inquiry-kinds.ts';
import {
  limitAtReceipt,
  PETITION_DECISION,
  PETITION_OBJECTION,
  PETITION_RE_REVIEW,
  PETITION_REVIEW,
  REWORK_REPLY,
  startedLimit,
  type TimeLimit,
} from '../../../../subgraphs/sentiment/rules/inquiry/time-limits.ts';
import { extensionDays } from '../../../../subgraphs/sentiment/rules/inquiry/extension.ts';
import { dayInShanghai, instant, twoCalendars } from './drawn-calendar.ts';

/** What the rules say, written down a second time. */
const STATED: readonly (readonly [what: string, limit: TimeLimit, days: number, isWorking: boolean, rules: string])[] =
  [
    ['a question', limitAtReceipt('CONSULTATION', false), 5, true, 'P8 P9'],
    ['a simple question', limitAtReceipt('CONSULTATION', true), 1, true, 'P8'],
    ['a complaint', limitAtReceipt('COMPLAINT', false), 5, true, 'P8 P9'],
    ['a suggestion', limitAtReceipt('SUGGESTION', false), 5, true, 'P8 P9'],
    ['a fault of a website', limitAtReceipt('WEBSITE_FAULT', false), 3, true, 'P11'],
    ['what is done again', REWORK_REPLY, 5, true, 'P9'],
    ['the notice of a petition', limitAtReceipt('PETITION', false), 15, false, 'P10'],
    ['an objection', PETITION_OBJECTION, 5, true, 'P10'],
    ['the decision on a petition', PETITION_DECISION, 60, false, 'P10'],
    ['a review', PETITION_REVIEW, 30, false, 'P10'],
    ['a re-review', PETITION_RE_REVIEW, 30, false, 'P10'],
  ];

describe('the time limits of inquiries', () => {
  it.each(STATED)('give %s so many days, and cite the rule', (...[, limit, days, isWorking, rules]) => {
    expect(limit).toMatchObject({ days, unit: isWorking ? 'WORKING_DAY' : 'CALENDAR_DAY', rules: rules.split(' ') });
  });

  it.each(STATED)('end %s where a second calendar ends it, at the last instant of the day', (_what, limit) => {
    fc.assert(
      fc.property(twoCalendars, instant, ({ calendar, second }, startedAt) => {
        const { dueAt, isProvisional } = startedLimit(limit, startedAt, calendar);
        const { on, provisional } = second(dayInShanghai(startedAt), limit.days, limit.unit);
        expect(dayInShanghai(dueAt)).toBe(on);
        expect(dayInShanghai(new Date(dueAt.getTime() + 1))).not.toBe(on);
        expect(isProvisional).toBe(provisional);
      }),
    );
  });

  it('end an extension to a day on that day, and by days where a second calendar ends it', () => {
    const units = fc.constantFrom('WORKING_DAY' as const, 'CALENDAR_DAY' as const);
    fc.assert(
      fc.property(
        twoCalendars,
        instant,
        units,
        fc.integer({ min: 1, max: 60 }),
        ({ calendar, second }, startedAt, unit, more) => {
          const limit = { ...REWORK_REPLY, unit };
          const clock = { ...limit, ...startedLimit(limit, startedAt, calendar) };
          const end = second(dayInShanghai(startedAt), clock.days + more, unit).on;
          const byDay = { until: civilDate(end), toldOn: civilDate(end) };
          expect(extensionDays(byDay, clock, calendar)).toBe(more);
          const longer = startedLimit({ ...limit, days: clock.days + more }, startedAt, calendar);
          expect(dayInShanghai(longer.dueAt)).toBe(end);
        },
      ),
    );
  });

  it('do not depend on the hour at which something came in', () => {
    const calendar = { holidays: new Map(), makeUpDays: new Map(), publishedYears: new Set([2026]) };
    const dues = ['2026-11-22T16:00:00.000Z', '2026-11-23T02:00:00.000Z', '2026-11-23T15:59:59.999Z'].map((at) =>
      startedLimit(REWORK_REPLY, new Date(at), calendar).dueAt.toISOString(),
    );
    expect(new Set(dues)).toEqual(new Set(['2026-11-30T15:59:59.999Z']));
  });

  it('know every kind of inquiry', () => {
    for (const kind of INQUIRY_KINDS) expect(limitAtReceipt(kind, false).days).toBeGreaterThan(0);
  });
});
