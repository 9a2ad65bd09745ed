import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemColumns, TimeLimit } from '../../../subgraphs/catalogue/rules/item-columns.ts';
import { weakenings } from '../../../subgraphs/catalogue/rules/item-weakening.ts';
import { anyItem, sampleItem } from './items.ts';

const BASE = sampleItem({});
const within = (days: number, unit: TimeLimit['unit'], appliesTo: TimeLimit['appliesTo'] = 'INFORMATION') => ({
  timeLimits: [{ appliesTo, days, unit }],
});

describe('an item is weaker than the superior’s', () => {
  it.each<[string, Partial<ItemColumns>, Partial<ItemColumns>, [string, string, string]]>([
    ['when it is abolished', { isInForce: false }, {}, ['isInForce', 'true', 'false']],
    ['when it stands under another heading', { categoryCode: '02' }, {}, ['categoryCode', '01', '02']],
    ['when those below may drop it', { isMandatory: false }, {}, ['isMandatory', 'true', 'false']],
    ['for a narrower audience', { audience: 'SPECIFIC_GROUP' }, {}, ['audience', 'WHOLE_SOCIETY', 'SPECIFIC_GROUP']],
    ['on request', { method: 'ON_REQUEST' }, {}, ['method', 'PROACTIVE', 'ON_REQUEST']],
    ['at fewer levels', { levels: ['TOWNSHIP'] }, {}, ['levels', 'COUNTY, TOWNSHIP', 'TOWNSHIP']],
    ['at another level', { levels: ['TOWNSHIP'] }, { levels: ['COUNTY'] }, ['levels', 'COUNTY', 'TOWNSHIP']],
    [
      'within a day more',
      within(21, 'WORKING_DAY'),
      within(20, 'WORKING_DAY'),
      ['timeLimits', 'INFORMATION 20 WORKING_DAY', 'INFORMATION 21 WORKING_DAY'],
    ],
    [
      'within as many working days in place of calendar days',
      within(7, 'WORKING_DAY'),
      within(7, 'CALENDAR_DAY'),
      ['timeLimits', 'INFORMATION 7 CALENDAR_DAY', 'INFORMATION 7 WORKING_DAY'],
    ],
    [
      'within one working day in place of many calendar days, which do not compare',
      within(1, 'WORKING_DAY'),
      within(366, 'CALENDAR_DAY'),
      ['timeLimits', 'INFORMATION 366 CALENDAR_DAY', 'INFORMATION 1 WORKING_DAY'],
    ],
    [
      'without a time limit for its results',
      within(20, 'WORKING_DAY'),
      within(7, 'WORKING_DAY', 'RESULT'),
      ['timeLimits', 'RESULT 7 WORKING_DAY', '—'],
    ],
  ])('%s', (_case, own, base, [column, expected, got]) => {
    expect(weakenings({ ...BASE, ...own }, { ...BASE, ...base })).toEqual([{ column, expected, got }]);
  });

  it('in every column at once', () => {
    const own = { ...BASE, isInForce: false, isMandatory: false, levels: [], timeLimits: [] };
    const columns = weakenings({ ...own, audience: 'SPECIFIC_GROUP', method: 'ON_REQUEST' }, BASE).map(
      ({ column }) => column,
    );
    const limits = ['timeLimits', 'timeLimits'];
    expect(columns).toEqual(['isInForce', 'isMandatory', 'audience', 'method', 'levels', ...limits]);
  });
});

describe('an item is not weaker', () => {
  it.each<[string, Partial<ItemColumns>, Partial<ItemColumns>]>([
    ['in force where the superior’s is abolished', {}, { isInForce: false }],
    ['mandatory where the superior’s is not', {}, { isMandatory: false }],
    ['for all where the superior’s is for some', {}, { audience: 'SPECIFIC_GROUP' }],
    ['proactively where the superior’s is on request', {}, { method: 'ON_REQUEST' }],
    ['at a level more', {}, { levels: ['COUNTY'] }],
    ['within as many days', within(20, 'WORKING_DAY'), within(20, 'WORKING_DAY')],
    ['within a day less', within(19, 'WORKING_DAY'), within(20, 'WORKING_DAY')],
    ['within as many calendar days as working days', within(7, 'CALENDAR_DAY'), within(7, 'WORKING_DAY')],
    ['at once, in whichever unit', within(0, 'WORKING_DAY'), within(0, 'CALENDAR_DAY')],
    ['with a time limit that the superior’s has not', {}, within(20, 'WORKING_DAY')],
    ['in other words, by another body, on other channels', { title: '甲', publisher: '乙', channels: ['OTHER'] }, {}],
  ])('%s', (_case, own, base) => {
    expect(weakenings({ ...BASE, ...own }, { ...BASE, ...base })).toEqual([]);
  });

  it('than itself, whatever it is', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        expect(weakenings(item, item)).toEqual([]);
      }),
    );
  });

  it('than what stands two regions above, when neither step is weaker', () => {
    const limit = fc.record({ days: fc.nat(3), unit: fc.constantFrom('WORKING_DAY', 'CALENDAR_DAY') });
    fc.assert(
      fc.property(limit, limit, limit, (county, city, province) => {
        const [low, mid, top] = [county, city, province].map(({ days, unit }) => sampleItem(within(days, unit)));
        if (low === undefined || mid === undefined || top === undefined) return;
        fc.pre(weakenings(low, mid).length === 0 && weakenings(mid, top).length === 0);
        expect(weakenings(low, top)).toEqual([]);
      }),
    );
  });
});
