import { describe, expect, it } from 'vitest';
import { itemStatus, type ItemStatus } from '../../../subgraphs/catalogue/rules/item-status.ts';

const [STANDS, STOOD, NEVER] = [
  { isDisclosed: true, wasDisclosed: true },
  { isDisclosed: false, wasDisclosed: true },
  { isDisclosed: false, wasDisclosed: false },
];

describe('an item', () => {
  it.each<[string, typeof STANDS, [boolean, boolean], ItemStatus]>([
    ['under which something stands is disclosed', STANDS, [true, false], 'DISCLOSED'],
    ['under which something stands early is disclosed', STANDS, [false, false], 'DISCLOSED'],
    ['under which something stands, but not what came about since, is overdue', STANDS, [true, true], 'OVERDUE'],
    ['under which something stands early, but not what came about, is overdue', STANDS, [false, true], 'OVERDUE'],
    ['that lost what it had is overdue', STOOD, [true, false], 'OVERDUE'],
    ['that lost what it had and what came about since is overdue', STOOD, [true, true], 'OVERDUE'],
    ['that lost what it had before anything was due is not due', STOOD, [false, false], 'NOT_DUE'],
    ['that lost what it had early, and what came about since, is overdue', STOOD, [false, true], 'OVERDUE'],
    ['that never had anything is missing', NEVER, [true, false], 'MISSING'],
    ['that never had anything, nor what came about, is missing', NEVER, [true, true], 'MISSING'],
    ['that never had anything is not due before its day', NEVER, [false, false], 'NOT_DUE'],
    ['that never had anything is overdue for what came about before its day', NEVER, [false, true], 'OVERDUE'],
  ])('%s', (_case, disclosed, [isPastFirstDue, hasOverdueDuty], expected) => {
    expect(itemStatus({ ...disclosed, isPastFirstDue, hasOverdueDuty })).toBe(expected);
  });
});
