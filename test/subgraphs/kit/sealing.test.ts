import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealingWith, SEALING_KEY_BYTES } from '../../../subgraphs/kit/sealing.ts';

const KEY = new Uint8Array(SEALING_KEY_BYTES).fill(1);
const sealing = sealingWith(KEY);
const other = sealingWith(new Uint8Array(SEALING_KEY_BYTES).fill(2));

describe('what is sealed', () => {
  it('opens with the same key at the same place, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, place) => {
        expect(sealingWith(KEY).open(sealing.seal(text, place), place)).toBe(
          Buffer.from(text, 'utf8').toString('utf8'),
        );
      }),
    );
  });

  it('opens with no other key, at no other place, and not when a single bit was changed', () => {
    const sealed = sealing.seal('张三', 'row field');
    expect(() => other.open(sealed, 'row field')).toThrow();
    expect(() => sealing.open(sealed, 'row other')).toThrow();
    for (let index = 0; index < sealed.length; index += 1) {
      const altered = new Uint8Array(sealed);
      altered[index] = (altered[index] ?? 0) ^ 1;
      expect(() => sealing.open(altered, 'row field'), String(index)).toThrow();
    }
    expect(() => sealing.open(sealed.subarray(0, 28), 'row field')).toThrow('Expected sealed bytes of version 1');
  });

  it('looks otherwise each time, and as if it were random', () => {
    const [one, two] = [sealing.seal('张三', 'row'), sealing.seal('张三', 'row')];
    expect(one).not.toEqual(two);
    expect(Buffer.from(one).includes(Buffer.from('张三'))).toBe(false);
    expect(one).toHaveLength(1 + 12 + 6 + 16);
  });

  it('is found by a digest that only the key makes', () => {
    expect(sealing.digest('14052')).toEqual(sealingWith(KEY).digest('14052'));
    expect(sealing.digest('14052')).not.toEqual(sealing.digest('14053'));
    expect(sealing.digest('14052')).not.toEqual(other.digest('14052'));
    expect(sealing.digest('14052')).toHaveLength(32);
  });

  it('tells its key from others by a fingerprint that is neither key nor digest', () => {
    expect(sealing.fingerprint).toEqual(sealingWith(KEY).fingerprint);
    expect(sealing.fingerprint).not.toEqual(other.fingerprint);
    expect(sealing.fingerprint).not.toEqual(sealing.digest('sealing key'));
    expect(Buffer.from(sealing.fingerprint).equals(Buffer.from(KEY))).toBe(false);
  });
});
