import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineOf } from '../../../../core/working-calendar.ts';
import { applicationClock } from '../../../../subgraphs/documents/rules/application/clock.ts';
import { standingOf } from '../../../../subgraphs/documents/rules/application/standing.ts';
import { CALENDAR } from './calendar.ts';
import { agreesInCases, on } from './drawn-cases.ts';

describe('the time limit of any case', () => {
  // The assertions stand in the function, which test/long calls with many more.
  it('is what marking the days in sets gives, and its trace has no gap and exactly its days', () => {
    agreesInCases(300);
  });

  it('without anything that happened is the plain time limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_900 }), (received) => {
        const plain = deadlineOf({ from: on(received), days: 20, unit: 'WORKING_DAY' }, CALENDAR);
        const { answerDueOn, provisional } = applicationClock(on(received), standingOf([]), CALENDAR);
        expect({ on: answerDueOn, provisional }).toEqual(plain);
      }),
    );
  });
});
