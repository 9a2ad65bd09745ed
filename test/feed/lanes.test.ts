import { describe, expect, it } from 'vitest';
import type { EntryToAppend } from '../../feed/append.ts';
import { changeLane, establishLane, isAtSamePlace, readLanes, releaseLane, runnerOn } from '../../feed/lanes.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { withLog } from './with-log.ts';
import { numbered } from './writers.ts';

const LANE = '140521';
const now = new Date('2026-11-25T01:00:00.000Z');
const later = new Date('2026-11-25T02:00:00.000Z');
const pulled: EntryToAppend = { ...numbered('d'), id: 'there-1', originId: 'there', lane: LANE };

describe.each(DATABASE_KINDS)('lanes on $kind', (kind) => {
  it.skipIf(!kind.isAvailable)(
    'FEED.md 10.6: a change made here of what is held from another hub is refused, until it is none',
    () =>
      withLog(kind, async ({ log, database, commit }) => {
        const sql = runnerOn(database.pool);
        await establishLane(sql, { region: LANE, name: '沁水县', now });
        await commit(pulled, numbered('of its own'));
        await expect(commit(numbered('e'), { ...numbered('d'), kind: 'REVISED' })).rejects.toMatchObject({
          code: 'FORBIDDEN',
          details: { heldFrom: LANE },
        });
        const gone: EntryToAppend = { ...pulled, id: 'there-2', kind: 'WITHDRAWN' };
        await commit({ ...numbered('of its own'), kind: 'REVISED' }, gone);
        const { entries } = await log.read({ after: null, first: 10 });
        expect(entries.map(({ subjectId, kind: what, originId }) => [subjectId, what, originId])).toEqual([
          ['d', 'PUBLISHED', 'there'],
          ['of its own', 'PUBLISHED', log.hub.id],
          ['of its own', 'REVISED', log.hub.id],
          ['d', 'WITHDRAWN', 'there'],
        ]);
      }),
  );

  it.skipIf(!kind.isAvailable)('says where it stands, and whether that is still so', () =>
    withLog(kind, async ({ database }) => {
      const sql = runnerOn(database.pool);
      const fresh = await establishLane(sql, { region: LANE, name: '沁水县', now });
      expect(fresh).toMatchObject({ region: LANE, state: 'WAITING', cursor: null, taken: 0, changedAt: now });
      const snapshot = { at: 'x', subject: 'DOCUMENT', offset: 10 } as const;
      const change = { state: 'SNAPSHOT', snapshot, taken: 5 } as const;
      const begun = await changeLane(sql, LANE, change, later);
      expect(begun).toMatchObject({ ...change, changedAt: later });
      expect(isAtSamePlace(begun, fresh)).toBe(false);
      expect(isAtSamePlace(begun, { cursor: null, snapshot: { ...snapshot } })).toBe(true);
      expect(isAtSamePlace(begun, { cursor: null, snapshot: { ...snapshot, offset: 11 } })).toBe(false);
      const whole = { state: 'TAIL', cursor: 'x', snapshot: null } as const;
      expect(await changeLane(sql, LANE, whole, later)).toMatchObject(whole);
      expect(await establishLane(sql, { region: LANE, name: '沁水', now })).toMatchObject({ ...whole, name: '沁水' });
      expect(await readLanes(sql)).toHaveLength(1);
    }),
  );

  it.skipIf(!kind.isAvailable)('leaves quarantine only when it is in it, and says what was released', () =>
    withLog(kind, async ({ database }) => {
      const sql = runnerOn(database.pool);
      await establishLane(sql, { region: LANE, name: '沁水县', now });
      expect(await releaseLane(sql, LANE, later)).toBeNull();
      const quarantine = { code: 'LOG_REPLACED', expected: 'a', got: 'b', since: now.toISOString() } as const;
      await changeLane(sql, LANE, { state: 'QUARANTINED', quarantine }, now);
      expect(await readLanes(sql, LANE)).toMatchObject([{ state: 'QUARANTINED', quarantine }]);
      expect(await releaseLane(sql, LANE, later)).toMatchObject({
        ...{ state: 'WAITING', quarantine: null, released: 'LOG_REPLACED' },
      });
    }),
  );
});
