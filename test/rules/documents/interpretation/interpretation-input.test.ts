import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import type { DocumentStatus } from '../../../../subgraphs/documents/rules/publication-readiness.ts';
import {
  bindingRefusals,
  INTERPRETATION_STAGES,
  interpretationRefusals,
  MOST_INTERPRETATIONS,
  type Explained,
} from '../../../../subgraphs/documents/rules/interpretation/interpretation-input.ts';

const INPUT = { title: '一图读懂', body: '图解', forms: ['CHART'], channels: ['NEW_MEDIA'], stage: 'FIRST' } as const;
const TODAY = civilDate('2026-11-23');
const of = (status: DocumentStatus, effectiveOn: string | null = null): Explained => ({
  status,
  effectiveOn: effectiveOn === null ? null : new Date(effectiveOn),
  today: TODAY,
});

describe('an interpretation', () => {
  it('is the first, or a later one', () => {
    expect(INTERPRETATION_STAGES).toEqual(['FIRST', 'SECOND', 'FOLLOW_UP']);
  });

  it('is taken with title, body, a form and a channel', () => {
    expect(interpretationRefusals(INPUT, of('DRAFT'))).toEqual([]);
  });

  it.each(['SECOND', 'FOLLOW_UP'] as const)('that is %s is of a document that is public', (stage) => {
    expect(interpretationRefusals({ ...INPUT, stage }, of('PUBLISHED'))).toEqual([]);
    expect(interpretationRefusals({ ...INPUT, stage }, of('APPROVED'))).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['input', 'stage'], expected: 'PUBLISHED', got: 'APPROVED', rules: ['I5'] },
    ]);
  });

  it('comes a second time once the document holds, not before', () => {
    const second = { ...INPUT, stage: 'SECOND' } as const;
    expect(interpretationRefusals(second, of('PUBLISHED', '2026-11-23'))).toEqual([]);
    expect(interpretationRefusals(second, of('PUBLISHED', '2026-11-24'))).toEqual([
      { code: 'DAY_TOO_EARLY', path: ['input', 'stage'], expected: '2026-11-24', got: '2026-11-23', rules: ['I5'] },
    ]);
    expect(interpretationRefusals(INPUT, of('PUBLISHED', '2026-11-24'))).toEqual([]);
  });

  it('is refused for everything that it lacks, at once', () => {
    const empty = { title: '', body: ' ', forms: [], channels: [], stage: 'FIRST' } as const;
    expect(interpretationRefusals(empty, of('PUBLISHED'))).toEqual([
      { code: 'VALUE_MISSING', path: ['input', 'title'], expected: 'title' },
      { code: 'VALUE_MISSING', path: ['input', 'body'], expected: 'body' },
      { code: 'VALUE_MISSING', path: ['input', 'forms'], expected: 'InterpretationForm', rules: ['I3'] },
      { code: 'VALUE_MISSING', path: ['input', 'channels'], expected: 'Channel', rules: ['I3'] },
    ]);
  });

  it.each(['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED'] as const)('is bound to a document that is %s', (status) => {
    expect(bindingRefusals(status, 0)).toEqual([]);
  });

  it('is not bound to a document that was withdrawn', () => {
    const expected = 'DRAFT | IN_REVIEW | APPROVED | PUBLISHED';
    expect(bindingRefusals('WITHDRAWN', 0)).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['document'], expected, got: 'WITHDRAWN' },
    ]);
  });

  it('is not one too many', () => {
    expect(bindingRefusals('WITHDRAWN', MOST_INTERPRETATIONS).map(({ code }) => code)).toEqual([
      ...['STATUS_NOT_FITTING', 'TOO_MANY_VALUES'],
    ]);
    expect(bindingRefusals('PUBLISHED', MOST_INTERPRETATIONS - 1)).toEqual([]);
    expect(bindingRefusals('PUBLISHED', MOST_INTERPRETATIONS)).toEqual([
      { code: 'TOO_MANY_VALUES', path: ['document'], expected: '50', got: '51' },
    ]);
  });
});
