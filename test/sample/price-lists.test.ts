import { describe, expect, it } from 'vitest';
import { tenThousandths } from '../../core/yuan.ts';
import { isWellFormed } from '../../subgraphs/pricing/rules/codes/code-families.ts';
import { lists } from './records.ts';

const made = lists.filter((list) => list.isSample);

describe('the price lists that were made up', () => {
  it('have codes of the forms of their kind', () => {
    const odd = made.flatMap(({ kind, prices }) => prices.filter(({ code }) => !isWellFormed(code, kind)));
    expect(made.length).toBeGreaterThan(30);
    expect(odd.map(({ code }) => code)).toEqual([]);
  });

  it('could be published: no price that the government guides is above its ceiling', () => {
    const guided = made.flatMap(({ prices }) => prices.filter(({ mode }) => mode === 'GOVERNMENT_GUIDED'));
    const above = guided.filter(
      ({ amount, ceiling }) => amount === null || ceiling === null || tenThousandths(amount) > tenThousandths(ceiling),
    );
    expect(guided.length).toBeGreaterThan(1_000);
    expect(above.map(({ code, amount, ceiling }) => [code, amount, ceiling])).toEqual([]);
  });
});
