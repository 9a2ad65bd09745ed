import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../core/civil-date.ts';
import {
  lookBackRefusals,
  lookBackStage,
  rectificationRefusals,
  rectifyByRefusals,
  type Check,
} from '../../../subgraphs/catalogue/rules/look-back.ts';

const TODAY = civilDate('2019-03-01');
const NEVER = null;
const DONE: Check = { finding: 'DONE', isRectified: false };
const WANTING: Check = { finding: 'NOT_DONE', isRectified: false };
const RECTIFIED: Check = { finding: 'NOT_DONE', isRectified: true };

describe('the loop of the look-back', () => {
  it.each([
    [NEVER, 'NOT_CHECKED'],
    [DONE, 'DONE'],
    [WANTING, 'TO_RECTIFY'],
    [RECTIFIED, 'TO_CHECK_AGAIN'],
  ])('after %o is at %s', (newest, stage) => {
    expect(lookBackStage(newest)).toBe(stage);
  });
});

describe('a check', () => {
  const found = { finding: 'NOT_DONE', note: '未公开', rectifyBy: TODAY } as const;

  it.each([
    ['the first one', found, NEVER, []],
    ['again, after a rectification', found, RECTIFIED, []],
    ['again, before a rectification', found, WANTING, ['STATUS_NOT_FITTING']],
    ['of what was found done', found, DONE, ['STATUS_NOT_FITTING']],
    ['that finds it done needs no day', { ...found, finding: 'DONE', rectifyBy: null } as const, NEVER, []],
    ['that finds it wanting needs a day', { ...found, rectifyBy: null }, NEVER, ['VALUE_MISSING']],
    ['until yesterday', { ...found, rectifyBy: civilDate('2019-02-28') }, NEVER, ['DAY_IN_PAST']],
    ['without words', { ...found, note: '' }, NEVER, ['VALUE_MISSING']],
  ])('%s', (_case, input, newest, codes) => {
    expect(lookBackRefusals(input, newest, TODAY).map(({ code }) => code)).toEqual(codes);
  });
});

describe('a day until which something is put right', () => {
  it.each([
    [null, []],
    ['2019-03-01', []],
    ['2029-12-31', []],
    ['2030-01-01', ['DAY_TOO_FAR']],
  ])('%s', (rectifyBy, codes) => {
    const day = rectifyBy === null ? null : civilDate(rectifyBy);
    expect(rectifyByRefusals(day, TODAY).map(({ code }) => code)).toEqual(codes);
  });
});

describe('a rectification', () => {
  it.each([
    [WANTING, []],
    [NEVER, ['STATUS_NOT_FITTING']],
    [DONE, ['STATUS_NOT_FITTING']],
    [RECTIFIED, ['STATUS_NOT_FITTING']],
  ])('after %o', (newest, codes) => {
    const input = { note: '已公开', evidenceUrl: null };
    expect(rectificationRefusals(input, newest).map(({ code }) => code)).toEqual(codes);
  });

  it('says what was done, and where to see it', () => {
    const input = { note: '', evidenceUrl: 'nowhere' };
    expect(rectificationRefusals(input, WANTING).map(({ code }) => code)).toEqual([
      'VALUE_MISSING',
      'ADDRESS_MALFORMED',
    ]);
  });
});
