import { describe, expect, it } from 'vitest';
import {
  bindingRefusals,
  interpretationRefusals,
  MOST_INTERPRETATIONS,
} from '../../../../subgraphs/documents/rules/interpretation/interpretation-input.ts';

const INPUT = { title: '一图读懂', body: '图解', forms: ['CHART'], channels: ['NEW_MEDIA'] };

describe('an interpretation', () => {
  it('is taken with title, body, a form and a channel', () => {
    expect(interpretationRefusals(INPUT)).toEqual([]);
  });

  it('is refused for everything that it lacks, at once', () => {
    const refusals = interpretationRefusals({ title: '', body: ' ', forms: [], channels: [] });
    expect(refusals.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['VALUE_MISSING', 'input.title'],
      ['VALUE_MISSING', 'input.body'],
      ['VALUE_MISSING', 'input.forms'],
      ['VALUE_MISSING', 'input.channels'],
    ]);
  });

  it.each(['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED'] as const)('is bound to a document that is %s', (status) => {
    expect(bindingRefusals(status, 0)).toEqual([]);
  });

  it('is not bound to a document that was withdrawn', () => {
    expect(bindingRefusals('WITHDRAWN', 0).map(({ code }) => code)).toEqual(['STATUS_NOT_FITTING']);
  });

  it('is not one too many', () => {
    expect(bindingRefusals('PUBLISHED', MOST_INTERPRETATIONS - 1)).toEqual([]);
    expect(bindingRefusals('PUBLISHED', MOST_INTERPRETATIONS)).toEqual([
      { code: 'TOO_MANY_VALUES', path: ['document'], expected: '50', got: '51' },
    ]);
  });
});
