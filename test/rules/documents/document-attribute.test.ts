import { describe, expect, it } from 'vitest';
import {
  attributeMissing,
  groundRefusals,
  isHidden,
  proposalPaths,
  superiorRefusals,
  type AttributeProposal,
} from '../../../subgraphs/documents/rules/document-attribute.ts';

const proposal = (more: Partial<AttributeProposal>): AttributeProposal => ({
  attribute: 'PROACTIVE',
  ground: null,
  superiorException: null,
  ...more,
});

describe('an attribute', () => {
  it('that is missing is named with what there is to choose from', () => {
    expect(attributeMissing(['id'])).toEqual({
      code: 'ATTRIBUTE_MISSING',
      path: ['id'],
      expected: 'PROACTIVE | ON_REQUEST | WITHHELD',
      rules: ['D1', 'D3'],
    });
  });

  it.each([
    ['PROACTIVE', false],
    ['ON_REQUEST', true],
    ['WITHHELD', true],
    [null, false],
  ] as const)('%s is hidden: %s', (attribute, hidden) => {
    expect(isHidden(attribute)).toBe(hidden);
  });

  it('has its parts where the input has them', () => {
    expect(proposalPaths(['a', '1'])).toEqual({ attribute: ['a', '1', 'attribute'], ground: ['a', '1', 'ground'] });
  });
});

describe('a legal ground', () => {
  it.each([
    ['ON_REQUEST', null, 1],
    ['WITHHELD', ' ', 1],
    ['WITHHELD', '政府信息公开条例 第十四条', 0],
    ['PROACTIVE', null, 0],
    [null, null, 0],
  ] as const)('of %s that says %j lacks %i times', (attribute, ground, count) => {
    const found = groundRefusals(proposal({ attribute, ground }), ['x']);
    expect(found).toEqual(Array(count).fill({ code: 'GROUND_MISSING', path: ['x'], rules: ['D2', 'D3'] }));
  });
});

describe('the attribute of the superior', () => {
  it.each([
    ['WITHHELD', 'PROACTIVE', 1],
    ['ON_REQUEST', 'PROACTIVE', 0],
    ['PROACTIVE', 'PROACTIVE', 0],
    [null, 'PROACTIVE', 0],
    ['WITHHELD', 'ON_REQUEST', 0],
    ['WITHHELD', 'WITHHELD', 0],
    ['WITHHELD', null, 0],
  ] as const)('%s below %s gives %i refusals', (attribute, superior, count) => {
    expect(superiorRefusals(proposal({ attribute }), superior, ['id'])).toEqual(
      Array(count).fill({
        code: 'WITHHELD_BELOW_PROACTIVE',
        path: ['id'],
        expected: 'PROACTIVE | ON_REQUEST',
        got: 'WITHHELD',
        rules: ['D4'],
      }),
    );
  });

  it('leaves room for an exception that is recorded', () => {
    const withException = proposal({ attribute: 'WITHHELD', superiorException: '涉及本地未公开的疫情处置预案' });
    expect(superiorRefusals(withException, 'PROACTIVE', ['id'])).toEqual([]);
  });
});
