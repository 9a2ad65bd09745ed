import { expect, it } from 'vitest';
import { latestOf, type HeldEntry } from '../../subgraphs/kit/applier.ts';

const entry = (id: string, subject: 'REGION' | 'PRICE', subjectId: string): HeldEntry => ({
  ...{ id, subject, subjectId, kind: 'REVISED', occurredAt: new Date(0), regionCode: null, publisherId: null },
  ...{ payload: {}, originId: 'hub', lane: '140521' },
});

it('of several entries of a subject the last one counts, in the order of the last ones', () => {
  const entries = [
    entry('1', 'REGION', 'a'),
    entry('2', 'PRICE', 'a'),
    entry('3', 'REGION', 'b'),
    entry('4', 'REGION', 'a'),
  ];
  expect(latestOf(entries).map(({ id }) => id)).toEqual(['2', '3', '4']);
  expect(latestOf([])).toEqual([]);
});
