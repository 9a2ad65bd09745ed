import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { CHANGE_SUBJECTS, type NewEntry } from '../../core/change.ts';
import { decodeCursor, encodeCursor } from '../../feed/cursor.ts';
import { recordDigest } from '../../feed/record-digest.ts';
import type { StreamItem } from '../../feed/stream.ts';
import { trim } from '../../feed/trim.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { withLog } from './with-log.ts';
import { numbered } from './writers.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const code = (expected: string) => expect.objectContaining({ code: expected }) as Error;
const withdrawn = (id: string): NewEntry => ({
  ...numbered(id),
  kind: 'WITHDRAWN',
  payload: { reason: 'PRIVACY', note: '' },
});

/** Takes items until `count` entries came; gives their subject ids, and M for a mark. */
async function take(items: AsyncIterableIterator<StreamItem>, count: number): Promise<string[]> {
  const taken: string[] = [];
  while (taken.filter((one) => one !== 'M').length < count) {
    const step = await items.next();
    if (step.done === true) break;
    taken.push(step.value.kind === 'mark' ? 'M' : step.value.entry.subjectId);
  }
  return taken;
}

describe.each(DATABASE_KINDS)('FEED.md on $kind', (kind) => {
  const clause = it.skipIf(!kind.isAvailable);

  clause('1.2, 2.4: what one transaction writes stands side by side, in its order', () =>
    withLog(kind, async ({ log, commit }) => {
      await commit(numbered('a'), numbered('b'), numbered('c'));
      const { entries } = await log.read({ after: null, first: 10 });
      expect(entries.map(({ subjectId, position }) => [subjectId, position])).toEqual([
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ]);
    }),
  );

  clause('3.3–3.5: a cursor that is none, of another epoch, or ahead of the log is refused', () =>
    withLog(kind, async ({ log, commit }) => {
      const [cursor = ''] = await commit(numbered('a'));
      const { position } = decodeCursor(cursor);
      const foreign = encodeCursor({ epoch: 'another', position });
      const ahead = log.cursorAt(position + 1);
      for (const text of ['', 'x', `${cursor}=`, '1.1', 'ä'.repeat(500)]) {
        await expect(log.read({ after: text, first: 1 })).rejects.toThrow(code('CURSOR_INVALID'));
      }
      for (const text of [foreign, ahead]) {
        await expect(log.read({ after: text, first: 1 })).rejects.toThrow(code('CURSOR_FOREIGN'));
        await expect(log.stream({ after: text })).rejects.toThrow(code('CURSOR_FOREIGN'));
        await expect(log.digests(text, null)).rejects.toThrow(code('CURSOR_FOREIGN'));
      }
    }),
  );

  clause('4: pages go on from endCursor, know their head, and an empty log has a cursor too', () =>
    withLog(kind, async ({ log, commit }) => {
      const empty = await log.read({ after: null, first: 5 });
      expect(empty).toMatchObject({ entries: [], hasMore: false, endCursor: empty.head });
      await commit(...Array.from({ length: 7 }, (_one, index) => numbered(String(index))));
      const first = await log.read({ after: empty.endCursor, first: 5 });
      expect([first.entries.length, first.hasMore]).toEqual([5, true]);
      const second = await log.read({ after: first.endCursor, first: 5 });
      expect([second.entries.map(({ subjectId }) => subjectId), second.hasMore]).toEqual([['5', '6'], false]);
      expect(second.endCursor).toBe(second.head);
    }),
  );

  clause('5: a filter passes over what does not fit, and its endCursor is how far the log was read', () =>
    withLog(kind, async ({ log, commit }) => {
      await commit(numbered('in', '140521'), numbered('out', '140428'), numbered('nowhere', null));
      const page = await log.read({ after: null, first: 10, filter: { regions: ['140500'] } });
      expect(page.entries.map(({ subjectId }) => subjectId)).toEqual(['in']);
      expect(page.endCursor).toBe(page.head);
      const nothing = await log.read({ after: null, first: 10, filter: { subjects: [] } });
      expect([nothing.entries, nothing.hasMore]).toEqual([[], false]);
      await expect(log.read({ after: null, first: 1, filter: { regions: ['14'] } })).rejects.toThrow(
        code('BAD_USER_INPUT'),
      );
    }),
  );

  clause('6.1, 6.6: a stream replays, marks that it is level, goes on live, without a gap or a repeat', () =>
    withLog(kind, async ({ log, commit }) => {
      const [first = ''] = await commit(numbered('a'), numbered('b'));
      const items = await log.stream({ after: first });
      expect(await take(items, 1)).toEqual(['b']);
      expect((await items.next()).value?.kind).toBe('mark');
      await commit(numbered('c'));
      log.wake();
      expect(await take(items, 1)).toEqual(['c']);
      await items.return?.();
    }),
  );

  clause('6.1: a stream without a cursor is live only, and begins with a mark', () =>
    withLog(kind, async ({ log, commit }) => {
      await commit(numbered('before'));
      const items = await log.stream({ after: null });
      expect((await items.next()).value?.kind).toBe('mark');
      await commit(numbered('after'));
      expect(await take(items, 1)).toEqual(['after']);
      await items.return?.();
    }),
  );

  clause('6.4: a reader that takes nothing for 5,000 entries has them all, in order, when it does', () =>
    withLog(kind, async ({ log, commit }) => {
      const items = await log.stream({ after: null });
      await items.next();
      for (let batch = 0; batch < 5; batch += 1) {
        await commit(...Array.from({ length: 1000 }, (_one, index) => numbered(String(batch * 1000 + index))));
      }
      const taken = (await take(items, 5000)).filter((one) => one !== 'M');
      expect(taken).toEqual(Array.from({ length: 5000 }, (_one, index) => String(index)));
      await items.return?.();
    }),
  );

  clause('6.5: return() ends a stream at once, also while next() waits', () =>
    withLog(kind, async ({ log }) => {
      const items = await log.stream({ after: null });
      await items.next();
      const waiting = items.next();
      await items.return?.();
      expect((await waiting).done).toBe(true);
    }),
  );

  clause('7: trimmed history is told with the export to start from, and what follows it is as good as before', () =>
    withLog(kind, async ({ log, database, commit }) => {
      const [first = '', second = ''] = await commit(numbered('a'), numbered('a'), numbered('b'));
      await trim(database.pool, second);
      await expect(log.read({ after: null, first: 1 })).rejects.toThrow(code('CURSOR_TRIMMED'));
      await expect(log.stream({ after: first })).rejects.toThrow(code('CURSOR_TRIMMED'));
      const page = await log.read({ after: second, first: 5 });
      expect(page.entries.map(({ subjectId }) => subjectId)).toEqual(['b']);
    }),
  );

  clause('8: digests are what a stranger computes from the pages', () =>
    withLog(kind, async ({ log, commit }) => {
      await commit(
        numbered('b'),
        numbered('a'),
        numbered('c'),
        { ...numbered('a'), kind: 'REVISED', payload: { title: '改', n: 2 } },
        withdrawn('c'),
      );
      const { entries, head } = await log.read({ after: null, first: 100 });
      const latest = new Map(entries.map((entry) => [entry.subjectId, entry]));
      const lines = [...latest.values()]
        .filter(({ kind: what }) => what !== 'WITHDRAWN')
        .map(({ subject, subjectId, payload }) => {
          const canonical = `{${Object.keys(payload)
            .sort()
            .map((name) => `${JSON.stringify(name)}:${JSON.stringify(payload[name])}`)
            .join(',')}}`;
          return `${subjectId} ${sha256(`["${subject}","${subjectId}",${canonical}]`)}\n`;
        })
        .sort();
      const digests = await log.digests(head, null);
      expect(digests.map(({ subject }) => subject)).toEqual([...CHANGE_SUBJECTS]);
      expect(digests.find(({ subject }) => subject === 'DOCUMENT')).toMatchObject({
        count: 2,
        digest: sha256(lines.join('')),
      });
      expect(digests.find(({ subject }) => subject === 'PRICE')).toMatchObject({ count: 0, digest: sha256('') });
    }),
  );

  clause('10.4: a payload without a canonical form fails the transaction and leaves no gap', () =>
    withLog(kind, async ({ log, commit }) => {
      await expect(commit({ ...numbered('x'), payload: { rate: 0.5 } })).rejects.toThrow('expected an integer');
      await commit(numbered('y'));
      const { entries } = await log.read({ after: null, first: 10 });
      expect(entries.map(({ subjectId, position }) => [subjectId, position])).toEqual([['y', 1]]);
    }),
  );
});

describe('the worked example of FEED.md', () => {
  it('has the digests that it says', async () => {
    const text = await readFile(new URL('../../schema/FEED.md', import.meta.url), 'utf8');
    const record = recordDigest('REGION', '140521', '{"name":"沁水县","parent":"140500"}');
    expect(text).toContain(`\`${record}\``);
    expect(text).toContain(`\`${sha256(`140521 ${record}\n`)}\``);
  });
});
