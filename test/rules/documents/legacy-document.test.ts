import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../core/civil-date.ts';
import {
  batchRefusals,
  legacyRefusals,
  recognitionRefusals,
  type Waiting,
} from '../../../subgraphs/documents/rules/legacy-document.ts';

describe('a batch', () => {
  it.each([1, 200])('of %i is looked at', (size) => {
    expect(batchRefusals(size, ['inputs'], 'X')).toEqual([]);
  });

  it('of none is refused', () => {
    expect(batchRefusals(0, ['inputs'], 'X')).toEqual([{ code: 'VALUE_MISSING', path: ['inputs'], expected: 'X' }]);
  });

  it('of 201 is refused', () => {
    expect(batchRefusals(201, ['inputs'], 'X')).toEqual([
      { code: 'TOO_MANY_VALUES', path: ['inputs'], expected: '200', got: '201' },
    ]);
  });
});

describe('a document from before attribution', () => {
  it('bears its day and has no attribute', () => {
    expect(legacyRefusals({ issuedOn: civilDate('2011-03-01'), attribute: null }, ['inputs', '0'])).toEqual([]);
  });

  it('is refused without its day, and with an attribute', () => {
    expect(legacyRefusals({ issuedOn: null, attribute: 'WITHHELD' }, ['inputs', '3'])).toEqual([
      { code: 'VALUE_MISSING', path: ['inputs', '3', 'issuedOn'], expected: 'issuedOn', rules: ['D10'] },
      {
        code: 'STATUS_NOT_FITTING',
        path: ['inputs', '3', 'attribute'],
        expected: 'null',
        got: 'WITHHELD',
        rules: ['D10'],
      },
    ]);
  });
});

describe('an attribute that is recognised late', () => {
  const WAITING: Waiting = { isLegacy: true, attribute: null, superiorAttribute: null };
  const path = ['decisions', '0'];
  const decision = { attribute: 'WITHHELD', ground: '第十六条', superiorException: null } as const;

  it('fits a document that waits for it', () => {
    expect(recognitionRefusals(WAITING, decision, path)).toEqual([]);
    expect(recognitionRefusals(WAITING, { ...decision, attribute: 'PROACTIVE', ground: null }, path)).toEqual([]);
  });

  it.each<[string, Partial<Waiting>, string]>([
    ['is new', { isLegacy: false }, 'DRAFT'],
    ['has one already', { attribute: 'PROACTIVE' }, 'PROACTIVE'],
  ])('is not for a document that %s', (_what, document, got) => {
    expect(recognitionRefusals({ ...WAITING, ...document }, decision, path)).toEqual([
      {
        code: 'STATUS_NOT_FITTING',
        path: ['decisions', '0', 'document'],
        expected: 'isLegacy',
        got,
        rules: ['D10'],
      },
    ]);
  });

  it('needs its ground, and respects what the superior discloses', () => {
    const below = { ...WAITING, superiorAttribute: 'PROACTIVE' } as const;
    expect(recognitionRefusals(below, { ...decision, ground: null }, path)).toMatchObject([
      { code: 'GROUND_MISSING', path: ['decisions', '0', 'ground'] },
      { code: 'WITHHELD_BELOW_PROACTIVE', path: ['decisions', '0', 'attribute'] },
    ]);
  });

  it('has texts that can be read', () => {
    const long = { ...decision, ground: '字'.repeat(1_001), superiorException: ' ' };
    expect(recognitionRefusals(WAITING, long, path)).toEqual([
      { code: 'VALUE_TOO_LONG', path: [...path, 'ground'], expected: '1000', got: '1001' },
      { code: 'VALUE_MISSING', path: [...path, 'superiorException'], expected: 'superiorException' },
    ]);
  });
});
