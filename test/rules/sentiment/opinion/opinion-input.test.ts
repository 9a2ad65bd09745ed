import { describe, expect, it } from 'vitest';
import {
  answerRefusals,
  LONGEST,
  detectedRefusals,
} from '../../../../subgraphs/sentiment/rules/opinion/opinion-input.ts';

const NOW = new Date('2026-11-23T01:30:00.000Z');
const FITTING = { region: '140521', title: '就诊排队时间长', summary: null, topic: null, places: [], detectedAt: NOW };

describe('a recorded opinion event', () => {
  it('is taken when it was detected at this very instant', () => {
    expect(detectedRefusals(FITTING, NOW)).toEqual([]);
  });

  it('is refused when it was detected a millisecond from now', () => {
    const detectedAt = new Date(NOW.getTime() + 1);
    const [expected, got] = [NOW.toISOString(), detectedAt.toISOString()];
    expect(detectedRefusals({ ...FITTING, detectedAt }, NOW)).toEqual([
      { code: 'VALUE_IN_FUTURE', path: ['input', 'detectedAt'], expected, got },
    ]);
  });

  it.each(['', '  \n', '\u3000'])('is refused when its title says nothing: %j', (title) => {
    expect(detectedRefusals({ ...FITTING, title }, NOW)).toEqual([
      { code: 'VALUE_MISSING', path: ['input', 'title'], expected: 'title' },
    ]);
  });

  it('counts characters as people do, those beyond the basic plane as one', () => {
    expect(detectedRefusals({ ...FITTING, title: '𠮷'.repeat(LONGEST.title) }, NOW)).toEqual([]);
    expect(detectedRefusals({ ...FITTING, title: '𠮷'.repeat(LONGEST.title + 1) }, NOW)).toEqual([
      { code: 'VALUE_TOO_LONG', path: ['input', 'title'], expected: '200', got: '201' },
    ]);
  });

  it('may have an empty summary, and none that is too long', () => {
    expect(detectedRefusals({ ...FITTING, summary: '' }, NOW)).toEqual([]);
    expect(detectedRefusals({ ...FITTING, summary: 'x'.repeat(LONGEST.summary + 1) }, NOW)).toEqual([
      { code: 'VALUE_TOO_LONG', path: ['input', 'summary'], expected: '5000', got: '5001' },
    ]);
  });

  it.each(['1405', '140521x', '', '１４０５２１', '140521\n'])(
    'is refused for a region code that is none: %j',
    (region) => {
      expect(detectedRefusals({ ...FITTING, region }, NOW)).toMatchObject([
        { code: 'NOT_FOUND', path: ['input', 'region'], got: region },
      ]);
    },
  );

  it('may have a topic and touch other regions, each named once', () => {
    expect(detectedRefusals({ ...FITTING, topic: '收费', places: ['140522', '140400'] }, NOW)).toEqual([]);
    const wrong = { ...FITTING, topic: 'x'.repeat(51), places: ['140521', '140522', '140522', '14'] };
    expect(detectedRefusals(wrong, NOW).map(({ code, path }) => [code, path.slice(1).join('.')])).toEqual([
      ['VALUE_TOO_LONG', 'topic'],
      ['VALUE_REPEATED', 'places.0'],
      ['VALUE_REPEATED', 'places.2'],
      ['NOT_FOUND', 'places.3'],
    ]);
    const places = Array.from({ length: 51 }, (_, index) => String(100_000 + index));
    expect(detectedRefusals({ ...FITTING, places }, NOW)).toMatchObject([{ code: 'TOO_MANY_VALUES', got: '51' }]);
  });

  it('is refused for characters that nobody sees', () => {
    expect(detectedRefusals({ ...FITTING, title: '排队\u0000' }, NOW)).toMatchObject([
      { code: 'CHARACTER_NOT_PRINTABLE', path: ['input', 'title'] },
    ]);
  });

  it('is refused for every reason at once', () => {
    const wrong = {
      ...FITTING,
      region: 'x',
      title: ' ',
      summary: 'x'.repeat(5_001),
      detectedAt: new Date('2030-01-01T00:00:00Z'),
    };
    expect(detectedRefusals(wrong, NOW).map(({ path }) => path[1])).toEqual([
      'title',
      'summary',
      'region',
      'detectedAt',
    ]);
  });
});

describe('an answer', () => {
  it('is taken with a text and a channel', () => {
    expect(answerRefusals('已核实并整改。', ['GOVERNMENT_WEBSITE'])).toEqual([]);
  });

  it('is refused without a text and without a channel, for both reasons at once', () => {
    expect(answerRefusals(' ', [])).toEqual([
      { code: 'VALUE_MISSING', path: ['input', 'body'], expected: 'body' },
      { code: 'VALUE_MISSING', path: ['input', 'channels'], expected: 'Channel' },
    ]);
  });

  it('is refused when its text is too long', () => {
    expect(answerRefusals('x'.repeat(20_001), ['NEW_MEDIA'])).toEqual([
      { code: 'VALUE_TOO_LONG', path: ['input', 'body'], expected: '20000', got: '20001' },
    ]);
  });
});
