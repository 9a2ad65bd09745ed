import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../feed/entry.ts';
import { deadlineAlarm, priceChange } from '../../subgraphs/feed/payloads.ts';
import { numbered } from './writers.ts';

const committed = (payload: LogEntry['payload']): LogEntry => ({
  ...numbered('x'),
  payload,
  position: 1,
  cursor: 'c',
  id: 'e',
  originId: 'h',
  catalogueItemIds: [],
  digest: '',
  size: 0,
});

describe('the change of a price in per cent', () => {
  it.each([
    ['10', '12.5', 25],
    ['3', '2', -33.33],
    ['0.0003', '0.0001', -66.67],
    ['8', '8', 0],
    ['0.1', '0.3', 200],
    ['400', '400.02', 0.01],
    ['0', '5', null],
    [null, '5', null],
    ['5', null, null],
  ])('from %s to %s is %s', (amountBefore, amountAfter, percent) => {
    const payload = { amountBefore, amountAfter, effectiveOn: '2026-03-01' };
    expect(priceChange(committed(payload)).changePercent).toBe(percent);
  });
});

describe('FEED.md 9: payloads as subscriptions read them', () => {
  it('reads a changed price, and words instead of a number as no amount', () => {
    const payload = { code: '001', name: '普通病房床位费', unit: '日', amountBefore: '30', amountAfter: null };
    const read = priceChange(committed({ ...payload, effectiveOn: '2026-03-01', institutionId: 'i1' }));
    expect(read).toMatchObject({ ...payload, changePercent: null, institutionId: 'i1' });
  });

  it('counts what remained when the alarm was raised, below 0 once the deadline has passed', () => {
    const payload = { stage: 'PASSED', responsibleId: 'i1', opinionEventId: null };
    const dueAt = new Date(numbered('x').occurredAt.getTime() - 90_000).toISOString();
    expect(deadlineAlarm(committed({ ...payload, dueAt }))).toMatchObject({ ...payload, remainingSeconds: -90 });
  });
});
