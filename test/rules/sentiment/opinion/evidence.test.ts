import { describe, expect, it } from 'vitest';
import { evidenceRefusals } from '../../../../subgraphs/sentiment/rules/opinion/evidence.ts';

const ONE = { title: '现场照片', url: 'https://www.example.gov.cn/a?b=1#c' };

describe('evidence', () => {
  it('is taken with a title, and with or without an address of the web', () => {
    expect(evidenceRefusals([ONE, { title: '笔录' }, { title: '通报', url: null }])).toEqual([]);
    expect(evidenceRefusals([{ ...ONE, url: 'http://a.cn' }])).toEqual([]);
  });

  it.each(['javascript:alert(1)', 'ftp://a.cn/b', 'https://', '//a.cn', 'https://a.cn/b c', '', 'https://x@a.cn/'])(
    'is refused with an address that is none of the web: %j',
    (url) => {
      expect(evidenceRefusals([{ ...ONE, url }])).toMatchObject([
        { code: 'ADDRESS_MALFORMED', path: ['input', 'evidence', '0', 'url'] },
      ]);
    },
  );

  it('is refused without a title, too long, or too much of it', () => {
    expect(evidenceRefusals([ONE, { title: ' ' }])).toMatchObject([
      { code: 'VALUE_MISSING', path: ['input', 'evidence', '1', 'title'] },
    ]);
    expect(evidenceRefusals([{ title: 'x'.repeat(201), url: `https://a.cn/${'x'.repeat(500)}` }])).toMatchObject([
      { code: 'VALUE_TOO_LONG', expected: '200' },
      { code: 'VALUE_TOO_LONG', expected: '500' },
    ]);
    expect(evidenceRefusals(Array.from({ length: 21 }, () => ONE))).toEqual([
      { code: 'TOO_MANY_VALUES', path: ['input', 'evidence'], expected: '20', got: '21' },
    ]);
  });
});
