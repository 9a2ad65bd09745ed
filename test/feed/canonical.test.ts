import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../core/change.ts';
import { canonicalJson } from '../../feed/canonical.ts';
import { recordDigest } from '../../feed/record-digest.ts';

const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\u0000'));
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(text, tie('json'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

function shuffled(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, shuffled(member)]),
  );
}

describe('FEED.md 8.1: the canonical form', () => {
  it('is JSON that says the same', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('does not depend on the order in which members were written', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it.each<[Json, string]>([
    [{ b: 1, a: [true, null, 'x'], '': {} }, '{"":{},"a":[true,null,"x"],"b":1}'],
    [
      { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    ],
    ['\b\t\n\f\r"\\\u001f/\u007f 县', '"\\b\\t\\n\\f\\r\\"\\\\\\u001f/\u007f 县"'],
    [-0, '0'],
    [9_007_199_254_740_991, '9007199254740991'],
  ])('of %j is %s', (value, canonical) => {
    expect(canonicalJson(value)).toBe(canonical);
  });

  it.each<[unknown, RegExp]>([
    [{ a: { b: 0.5 } }, /^\$\.a\.b: .*got 0\.5/],
    [[1, 2 ** 53], /^\$\[1\]: .*got 9007199254740992/],
    [{ a: NaN }, /got NaN/],
    [{ a: undefined }, /^\$\.a: .*got undefined/],
    [{ at: new Date(0) }, /^\$\.at: /],
    [10n, /got bigint/],
    ['\u0000', /U\+0000/],
    ['\ud800', /unpaired/],
    [{ '\udc00': 1 }, /unpaired/],
  ])('is refused to %o', (value, message) => {
    expect(() => canonicalJson(value as Json)).toThrow(message);
  });
});

describe('FEED.md 8.2: the record digest', () => {
  it('is that of the worked example, computed here from its text', () => {
    const expected = createHash('sha256')
      .update('["REGION","140521",{"name":"沁水县","parent":"140500"}]')
      .digest('hex');
    const payload = canonicalJson({ parent: '140500', name: '沁水县' });
    expect(recordDigest('REGION', '140521', payload)).toBe(expected);
    expect(expected).toBe('1532547f79fe99886628bf769858fd0f4e3e1af6be31cd3cbc93f9558abd0619');
  });
});
