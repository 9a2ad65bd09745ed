import { describe, expect, it } from 'vitest';
import {
  addressRefusals,
  copyRefusals,
  isConflict,
  type CopyInput,
} from '../../../subgraphs/catalogue/rules/channel-copy.ts';

const DIGEST = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const WEBSITE = 'GOVERNMENT_WEBSITE';
const refusalsOf = (...copies: CopyInput[]) => copyRefusals(copies, ['input', 'copies']);

describe('a copy on a channel', () => {
  it.each<[string, CopyInput]>([
    ['a digest', { channel: WEBSITE, sha256: DIGEST }],
    ['a digest in capitals', { channel: WEBSITE, sha256: DIGEST.toUpperCase(), url: null, text: null }],
    ['a text', { channel: WEBSITE, text: '公告' }],
    ['a text of nothing', { channel: WEBSITE, text: '' }],
    ['an address', { channel: WEBSITE, text: '公告', url: 'https://www.example.gov.cn/a' }],
  ])('is recorded with %s', (_case, copy) => {
    expect(refusalsOf(copy)).toEqual([]);
  });

  it.each<[string, CopyInput]>([
    ['neither digest nor text', { channel: WEBSITE }],
    ['nulls', { channel: WEBSITE, sha256: null, text: null }],
    ['both', { channel: WEBSITE, sha256: DIGEST, text: '' }],
  ])('is refused with %s', (_case, copy) => {
    expect(refusalsOf(copy)).toEqual([
      { code: 'ONE_OF_NEEDED', path: ['input', 'copies', '0'], expected: 'sha256 | text', rules: ['C13'] },
    ]);
  });

  it.each(['', DIGEST.slice(1), `${DIGEST}0`, `${DIGEST.slice(1)}g`, `${DIGEST}\n`])(
    'is refused for a digest that is none: %j',
    (sha256) => {
      const [path, expected] = [['input', 'copies', '0', 'sha256'], 'SHA-256 (64 × 0–9 a–f)'];
      expect(refusalsOf({ channel: WEBSITE, sha256 })).toEqual([
        { code: 'DIGEST_MALFORMED', path, expected, got: sha256 },
      ]);
    },
  );

  it('is refused for every reason at once, a channel that stands twice among them', () => {
    const wrong = { channel: WEBSITE, sha256: 'x', text: '', url: '' } as const;
    expect(refusalsOf({ channel: WEBSITE, text: '' }, wrong).map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['ONE_OF_NEEDED', 'input.copies.1'],
      ['DIGEST_MALFORMED', 'input.copies.1.sha256'],
      ['ADDRESS_MALFORMED', 'input.copies.1.url'],
      ['VALUE_REPEATED', 'input.copies.1.channel'],
    ]);
  });
});

describe('an address', () => {
  const START = 'https://www.example.gov.cn/';

  it.each([
    START,
    'http://www.example.gov.cn',
    'HTTPS://WWW.EXAMPLE.GOV.CN:8443/a?b=c#d',
    'https://卫健委.政务.cn/目录',
    'https://127.0.0.1/',
    'http://localhost',
    START.padEnd(2_000, 'a'),
  ])('is taken: %.60s', (url) => {
    expect(addressRefusals(url, ['url'])).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['no scheme', 'www.example.gov.cn'],
    ['another scheme', 'ftp://www.example.gov.cn'],
    ['a script', 'javascript:alert(1)'],
    ['no host', 'https://'],
    ['no host before the path', 'https:///a'],
    ['no host before the query', 'https://?a'],
    ['no host before the port', 'https://:443/'],
    ['a port that is none', 'https://www.example.gov.cn:99999/'],
    ['a space', 'https://www.example.gov.cn/a b'],
    ['a line break behind it', `${START}\n`],
    ['something before it', ` ${START}`],
    ['a character more than 2,000', START.padEnd(2_001, 'a')],
  ])('is refused with %s', (_case, url) => {
    const expected = 'https://www.example.gov.cn/…';
    expect(addressRefusals(url, ['url'])).toEqual([
      { code: 'ADDRESS_MALFORMED', path: ['url'], expected, got: url.slice(0, 100) },
    ]);
  });

  it('of a million characters is refused without being gone through again and again', () => {
    const before = performance.now();
    expect(addressRefusals(`https://${'a'.repeat(1_000_000)} `, ['url'])).toHaveLength(1);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe('copies are in conflict', () => {
  it.each([
    ['when two differ', ['a', 'b'], true],
    ['when one of three differs', ['a', 'a', 'b'], true],
    ['not when all are the same', ['a', 'a'], false],
    ['not when there is one', ['a'], false],
    ['not when there is none', [], false],
  ])('%s', (_case, digests, expected) => {
    expect(isConflict(digests.map((sha256) => ({ sha256 })))).toBe(expected);
  });
});
