import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCursors, decodeCursor, encodeCursor } from '../../feed/cursor.ts';

const place = fc.record({
  epoch: fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/),
  position: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
});

describe('FEED.md 3: cursors', () => {
  it('3.1 are letters, digits, - and _, and name one place', () => {
    fc.assert(
      fc.property(place, (one) => {
        const cursor = encodeCursor(one);
        expect(cursor).toMatch(/^[A-Za-z0-9_-]{1,200}$/);
        expect(decodeCursor(cursor)).toEqual(one);
      }),
    );
  });

  it.each(['', 'x', '0', 'null', '你好', 'a'.repeat(5_000), Buffer.from('1.e').toString('base64url')])(
    '3.3 refuses %j, saying what was expected and what came',
    (text) => {
      expect(() => decodeCursor(text)).toThrow(/^Expected a cursor .* got "/);
      expect(() => decodeCursor(text)).toThrow(expect.objectContaining({ code: 'CURSOR_INVALID' }) as Error);
    },
  );

  it.each(['2.e.1', '1.e.01', '1.e.-1', '1.e.1e3', '1.e.9007199254740993', '1..1', '1.e.1.1', '1.e e.1'])(
    '3.3 refuses the disguise %s',
    (text) => {
      expect(() => decodeCursor(Buffer.from(text).toString('base64url'))).toThrow(
        expect.objectContaining({ code: 'CURSOR_INVALID' }) as Error,
      );
    },
  );

  it('3.3 refuses other spellings of a good cursor, so that equal places are equal text', () => {
    const cursor = encodeCursor({ epoch: 'epoch', position: 12 });
    for (const other of [`${cursor}=`, `${cursor} `, ` ${cursor}`, `${cursor}!`]) {
      expect(() => decodeCursor(other)).toThrow(expect.objectContaining({ code: 'CURSOR_INVALID' }) as Error);
    }
  });

  it('are ordered within one epoch, and not across two', () => {
    fc.assert(
      fc.property(place, fc.nat(), (one, position) => {
        const other = encodeCursor({ ...one, position });
        expect(Math.sign(compareCursors(encodeCursor(one), other))).toBe(Math.sign(one.position - position));
      }),
    );
    expect(() =>
      compareCursors(encodeCursor({ epoch: 'a', position: 1 }), encodeCursor({ epoch: 'b', position: 1 })),
    ).toThrow(expect.objectContaining({ code: 'CURSOR_FOREIGN' }) as Error);
  });
});
