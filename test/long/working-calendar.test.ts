import { expect, it } from 'vitest';
import { differences } from '../core/random-cases.ts';

it('agrees with a second, independent working calendar on 1,000,000 random time limits', () => {
  expect(differences(1_000_000, 20_261_124)).toEqual([]);
});
