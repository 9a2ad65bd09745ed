import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../core/civil-date.ts';
import {
  contactDueOn,
  contactRefusals,
  contactYearOwed,
} from '../../../subgraphs/catalogue/rules/disclosure-contact.ts';

const TODAY = civilDate('2020-07-31');
const CONTACT = { year: 2020, name: '样例', post: '办公室主任', phone: '0000-0000000', email: null };

describe('the contact of an institution', () => {
  it('is due on 31 July', () => {
    expect(contactDueOn(2020)).toBe('2020-07-31');
  });

  it.each([
    ['2020-07-31', null],
    ['2020-08-01', 2020],
    ['2021-07-31', 2020],
    ['2021-08-01', 2021],
  ])('is owed on %s for %s', (on, year) => {
    expect(contactYearOwed(civilDate(on))).toBe(year);
  });

  it.each([
    ['that is whole', {}, []],
    ['for next year', { year: 2021 }, []],
    ['for the year after next', { year: 2022 }, ['YEAR_OUT_OF_RANGE']],
    ['for a year before the first list', { year: 2019 }, ['YEAR_OUT_OF_RANGE']],
    ['without anything', { name: '', post: '', phone: '' }, ['VALUE_MISSING', 'VALUE_MISSING', 'VALUE_MISSING']],
    ['with a long address', { email: 'a'.repeat(121) }, ['VALUE_TOO_LONG']],
  ])('%s', (_case, contact, codes) => {
    expect(contactRefusals({ ...CONTACT, ...contact }, TODAY).map(({ code }) => code)).toEqual(codes);
  });

  it('never stands in a refusal', () => {
    const secret = '张'.repeat(130);
    const refusals = contactRefusals({ year: 1, name: secret, post: secret, phone: secret, email: secret }, TODAY);
    expect(refusals).toHaveLength(5);
    expect(JSON.stringify(refusals)).not.toContain('张');
  });
});
