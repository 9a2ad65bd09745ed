import { describe, expect, it } from 'vitest';
import {
  MONTHLY_COUNTS,
  MONTHLY_RATES,
  monthlyFigures,
} from '../../../../subgraphs/sentiment/rules/figures/monthly-figures.ts';

const EVENTS = { events: 9, respondedOnTime: 2, respondedLate: 1, open: 6, overdue: 0, medianHoursToRespond: null };
const INQUIRIES = {
  ...{ received: 20, answeredOnTime: 1, answeredLate: 0, open: 18, overdue: 5, closedUnanswered: 1, rated: 8 },
  ...{ satisfied: 8, reworked: 3, repeated: 4, medianHoursToAnswer: 7 },
};
const figures = (events = {}, inquiries = {}) =>
  monthlyFigures({
    events: { ...EVENTS, ...events },
    inquiries: { ...INQUIRIES, ...inquiries },
    receivedBy: (name) => name.length,
  });

describe('the figures of a month', () => {
  it('are those of the list, all of them and no others', () => {
    const made = figures();
    expect(Object.keys(made).sort()).toEqual([...Object.keys(MONTHLY_COUNTS), ...Object.keys(MONTHLY_RATES)].sort());
    expect(made).toMatchObject({
      ...{ eventsDetected: 9, eventsAnsweredOnTime: 2, eventsAnsweredLate: 1, eventsOpen: 6 },
      ...{ inquiriesReceived: 20, inquiriesAnsweredOnTime: 1, inquiriesAnsweredLate: 0, inquiriesOpen: 18 },
      ...{ inquiriesClosedUnanswered: 1, inquiriesRated: 8, inquiriesSatisfied: 8, inquiriesReworked: 3 },
      ...{ inquiriesRepeated: 4, petitions: 'PETITION'.length, inquiriesByHotline12345: 'HOTLINE_12345'.length },
    });
  });

  it('count what is overdue against the rate on time, and round half up to four places', () => {
    expect(figures()).toMatchObject({
      eventOnTimeRate: '0.6667',
      inquiryOnTimeRate: '0.1667',
      satisfiedRate: '1.0000',
    });
    expect(figures({}, { rated: 20_000, satisfied: 1 }).satisfiedRate).toBe('0.0001');
    expect(figures({}, { rated: 20_001, satisfied: 1 }).satisfiedRate).toBe('0.0000');
    expect(figures({}, { rated: 3, satisfied: 0 }).satisfiedRate).toBe('0.0000');
  });

  it('have no rate where there is nothing to divide by', () => {
    const nothing = { respondedOnTime: 0, respondedLate: 0, overdue: 0 };
    const none = { answeredOnTime: 0, answeredLate: 0, overdue: 0, rated: 0, satisfied: 0 };
    expect(figures(nothing, none)).toMatchObject({
      eventOnTimeRate: null,
      inquiryOnTimeRate: null,
      satisfiedRate: null,
    });
  });
});
