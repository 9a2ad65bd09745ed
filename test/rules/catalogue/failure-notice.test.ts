import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../core/civil-date.ts';
import {
  isFailure,
  noticeRefusals,
  noticeStanding,
  noticeWithdrawalRefusals,
} from '../../../subgraphs/catalogue/rules/failure-notice.ts';

const TODAY = civilDate('2026-11-24');
const NOTICE = { items: ['one', 'two'], body: '未按目录公开', rectifyBy: TODAY };

describe('a notice of failure', () => {
  it.each([
    ['of what is missing and what is overdue', {}, ['MISSING', 'OVERDUE'] as const, []],
    ['of what is disclosed', {}, ['DISCLOSED', 'MISSING'] as const, ['ITEM_NOT_FAILING']],
    ['of what is not due', {}, ['MISSING', 'NOT_DUE'] as const, ['ITEM_NOT_FAILING']],
    ['of what is not in force', {}, [null, 'MISSING'] as const, ['ITEM_NOT_IN_FORCE']],
    ['of one item twice', { items: ['one', 'one'] }, ['MISSING', 'MISSING'] as const, ['VALUE_REPEATED']],
    ['of nothing', { items: [] }, [] as const, ['VALUE_MISSING']],
    ['without words', { body: ' ' }, ['MISSING', 'MISSING'] as const, ['VALUE_MISSING']],
    ['until yesterday', { rectifyBy: civilDate('2026-11-23') }, ['MISSING', 'MISSING'] as const, ['DAY_IN_PAST']],
    ['of items nobody knows the state of', {}, [] as const, ['ITEM_NOT_IN_FORCE', 'ITEM_NOT_IN_FORCE']],
  ])('%s', (_case, input, statuses, codes) => {
    expect(noticeRefusals({ ...NOTICE, ...input }, statuses, TODAY).map(({ code }) => code)).toEqual(codes);
  });

  it('names 300 items at most', () => {
    const items = Array.from({ length: 301 }, (_none, index) => String(index));
    const refusals = noticeRefusals({ ...NOTICE, items }, Array<'MISSING'>(301).fill('MISSING'), TODAY);
    expect(refusals).toMatchObject([{ code: 'TOO_MANY_VALUES', expected: '300', got: '301' }]);
  });

  it.each([
    ['MISSING', true],
    ['OVERDUE', true],
    ['DISCLOSED', false],
    ['NOT_DUE', false],
  ] as const)('takes %s for a failure: %s', (status, is) => {
    expect(isFailure(status)).toBe(is);
  });

  it.each([
    [
      'put right when all is disclosed',
      ['DISCLOSED', 'DISCLOSED'] as const,
      '2027-01-01',
      { isRectified: true, isOverdue: false },
    ],
    [
      'not while one is missing',
      ['DISCLOSED', 'MISSING'] as const,
      '2026-11-24',
      { isRectified: false, isOverdue: false },
    ],
    [
      'overdue the day after its last day',
      ['DISCLOSED', 'MISSING'] as const,
      '2026-11-25',
      { isRectified: false, isOverdue: true },
    ],
  ])('is %s', (_case, statuses, on, standing) => {
    expect(noticeStanding(statuses, TODAY, civilDate(on))).toEqual(standing);
  });

  it.each([
    ['once, with a reason', false, '误发', []],
    ['not twice', true, '误发', ['STATUS_NOT_FITTING']],
    ['not without a reason', false, ' ', ['VALUE_MISSING']],
  ])('is withdrawn %s', (_case, isWithdrawn, note, codes) => {
    expect(noticeWithdrawalRefusals(isWithdrawn, note).map(({ code }) => code)).toEqual(codes);
  });
});
