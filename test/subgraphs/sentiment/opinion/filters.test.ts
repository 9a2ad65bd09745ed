import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { AUTHORITY, recorded, responded, shown, verified } from '../events.ts';
import { serveSentiment, type ServedSentiment } from '../serve-sentiment.ts';
import { HOSPITAL, later, OFFICES } from './offices.ts';

describe.each(DATABASE_KINDS)(
  'lists of opinion events by what they are about on $kind',
  ({ isAvailable, openMigrated }) => {
    describe.skipIf(!isAvailable)('', () => {
      let served: ServedSentiment;
      const ids: Record<string, string> = {};
      beforeAll(async () => {
        served = await serveSentiment(await openMigrated());
        served.clock.at = later(0.5);
        await served.tell(...OFFICES);
        const events = {
          fees: { topic: ' 收费 ', source: 'WEIBO', responsible: HOSPITAL, severity: 'MAJOR' },
          queue: { topic: '排队', responsible: HOSPITAL, places: ['140522', '140581'] },
          answered: { topic: '收费', responsible: AUTHORITY.subjectId, severity: 'MAJOR' },
          anew: { places: ['140400'] },
        };
        for (const [name, input] of Object.entries(events)) ids[name] = (await recorded(served, input)).id;
        await responded(served, ids['answered'] ?? '');
        await responded(served, ids['anew'] ?? '');
        served.clock.at = later(1);
        await verified(served, ids['anew'] ?? '', { isSatisfactory: false, note: '不满意' });
      });
      afterAll(() => served.close());

      it.each([
        ['topic: "收费"', 2, ['fees', 'answered']],
        ['topic: " 收费"', 2, ['fees', 'answered']],
        ['topic: "收"', 2, []],
        ['severity: MAJOR', 2, ['fees', 'answered']],
        ['source: WEIBO', 2, ['fees']],
        [`responsible: "${HOSPITAL}"`, 2, ['fees', 'queue']],
        [`responsible: "${HOSPITAL}", severity: ORDINARY`, 2, ['queue']],
        ['overdue: true', 24, []],
        ['overdue: true', 24.1, ['fees']],
        ['overdue: true', 48.1, ['fees', 'queue']],
        ['overdue: true', 49.1, ['fees', 'queue', 'anew']],
        ['overdue: false', 49.1, ['answered']],
        ['overdue: false, topic: "收费"', 49.1, ['answered']],
      ])('with %s after %d hours', async (filter, hours, expected) => {
        served.clock.at = later(hours);
        const text = `{ opinionEvents(${filter}) { totalCount edges { node { id isOverdue } } } }`;
        const { data, errors } = await served.ask(text);
        expect(errors).toBeUndefined();
        const { edges, totalCount } = (
          data as { opinionEvents: { totalCount: number; edges: { node: { id: string; isOverdue: boolean } }[] } }
        ).opinionEvents;
        expect(edges.map(({ node }) => node.id).sort()).toEqual(expected.map((name) => ids[name]).sort());
        expect(totalCount).toBe(expected.length);
        if (filter.startsWith('overdue')) {
          expect(edges.every(({ node }) => node.isOverdue === filter.startsWith('overdue: true'))).toBe(true);
        }
      });

      it('name the other regions that an event touches, and whose authority coordinates', async () => {
        const fields = 'topic places { code } coordinatedBy { code }';
        expect(await shown(served, ids['queue'] ?? '', fields)).toEqual({
          ...{ topic: '排队', places: [{ code: '140522' }, { code: '140581' }] },
          coordinatedBy: { code: '140500' },
        });
        expect(await shown(served, ids['anew'] ?? '', fields)).toMatchObject({ coordinatedBy: { code: '140000' } });
        expect(await shown(served, ids['fees'] ?? '', fields)).toEqual({
          topic: '收费',
          places: [],
          coordinatedBy: null,
        });
      });
    });
  },
);
