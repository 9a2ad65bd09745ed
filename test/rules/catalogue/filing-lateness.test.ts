import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from '../../../core/civil-date.ts';
import { daysLate } from '../../../subgraphs/catalogue/rules/filing-lateness.ts';

const DUE = civilDate('2020-10-31');
const HERE = { dueOn: DUE, isFiledElsewhere: false };
const day = (text: string | null) => (text === null ? null : civilDate(text));

describe('a filing', () => {
  it.each<[string, string | null, string, number]>([
    ['of the due day is on time', '2020-10-31', '2021-05-01', 0],
    ['of the day before is on time', '2020-10-30', '2021-05-01', 0],
    ['of the day after is a day late', '2020-11-01', '2021-05-01', 1],
    ['of the year after the next is as many days late', '2022-01-01', '2022-01-01', 427],
    ['that is not there is not late on the due day', null, '2020-10-31', 0],
    ['that is not there is a day late the day after', null, '2020-11-01', 1],
    ['that is not there is not late long before', null, '2019-01-01', 0],
  ])('%s', (_case, filedOn, on, days) => {
    expect(daysLate({ ...HERE, filedOn: day(filedOn) }, civilDate(on))).toBe(days);
  });

  it('is never late where no day was set', () => {
    expect(daysLate({ ...HERE, dueOn: null, filedOn: null }, civilDate('2999-12-31'))).toBe(0);
  });

  it('at another hub is not late, since it is not known when it was', () => {
    expect(daysLate({ dueOn: DUE, filedOn: null, isFiledElsewhere: true }, civilDate('2999-12-31'))).toBe(0);
  });

  it('is as many days late as lie between, filed or asked about', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5_000, max: 100_000 }), (days) => {
        const until = addDays(DUE, days);
        expect(daysLate({ ...HERE, filedOn: null }, until)).toBe(Math.max(0, days));
        expect(daysLate({ ...HERE, filedOn: until }, DUE)).toBe(Math.max(0, days));
      }),
    );
  });
});
