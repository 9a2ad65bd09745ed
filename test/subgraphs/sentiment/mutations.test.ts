import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { AUTHORITY, closed, codesOf, COUNTY, recorded, responded, verified } from './events.ts';
import { serveSentiment, staff, type ServedSentiment } from './serve-sentiment.ts';

describe.each(DATABASE_KINDS)('opinion events on $kind', ({ kind, isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSentiment;
    beforeAll(async () => {
      served = await serveSentiment(await openMigrated());
      await served.tell(AUTHORITY);
    });
    afterAll(() => served.close());

    const newest = async (count: number) => (await served.entries()).slice(-count);

    it('are recorded with every deadline that binds, and public at once', async () => {
      const event = await recorded(served, { severity: 'EMERGENCY', verificationAsked: true });
      expect(event).toMatchObject({
        status: 'OPEN',
        responseDueAt: '2026-11-23T06:30:00.000Z',
        verificationDueAt: '2026-11-24T01:30:00.000Z',
      });
      expect((event['deadlines'] as { kind: string }[]).map(({ kind }) => kind)).toEqual([
        'FIRST_WORD',
        'BRIEFING',
        'RESPONSE',
        'VERIFICATION',
      ]);
      const answer = await served.ask('query ($id: ID!) { opinionEvent(id: $id) { title status } }', { id: event.id });
      expect(answer.data).toEqual({ opinionEvent: { title: '就诊排队时间长', status: 'OPEN' } });
    });

    it('are told of with what is public, never with the summary, the source or the account', async () => {
      const { id } = await recorded(served, {
        summary: 'a secret of staff',
        source: 'WEIBO',
        responsible: AUTHORITY.subjectId,
      });
      const [entry] = await newest(1);
      expect(entry).toMatchObject({
        kind: 'PUBLISHED',
        subject: 'OPINION_EVENT',
        subjectId: id,
        regionCode: COUNTY,
        publisherId: AUTHORITY.subjectId,
        payload: { severity: 'ORDINARY', status: 'OPEN', responseDueAt: '2026-11-25T01:30:00.000Z', respondedAt: null },
      });
      expect(JSON.stringify(entry)).not.toMatch(/secret of staff|WEIBO|editor-1/);
    });

    it('show their summary to staff of the region and to nobody else', async () => {
      const { id } = await recorded(served, { summary: 'for staff' });
      const seen = async (viewer: ReturnType<typeof staff> | null) =>
        (await served.ask('query ($id: ID!) { opinionEvent(id: $id) { summary } }', { id }, viewer)).data;
      expect(await seen(staff('REVIEWER', COUNTY))).toEqual({ opinionEvent: { summary: 'for staff' } });
      for (const stranger of [null, staff('PUBLISHER', '140522'), staff('AGGREGATOR')]) {
        expect(await seen(stranger)).toEqual({ opinionEvent: { summary: null } });
      }
    });

    it('are refused for every reason at once, in words, and nothing is written', async () => {
      const head = await served.log.head();
      const wrong = { title: ' ', detectedAt: '2026-11-24T00:00:00Z', responsible: 'nobody' };
      const refused = await recorded(served, wrong);
      expect(refused.refusals?.map(({ code, path }) => [code, path.join('.')])).toEqual([
        ['VALUE_MISSING', 'input.title'],
        ['VALUE_IN_FUTURE', 'input.detectedAt'],
        ['NOT_FOUND', 'input.responsible'],
      ]);
      expect(refused.refusals?.[2]?.message).toBe('Not found: expected an existing Institution, got nobody.');
      expect(await served.log.head()).toBe(head);
    });

    it('are recorded by editors and publishers of the region only', async () => {
      expect(codesOf(await recorded(served, {}, null))).toContain('SIGN_IN_NEEDED');
      expect(codesOf(await recorded(served, {}, staff('REVIEWER')))).toEqual(['ROLE_NOT_ALLOWED']);
      expect(codesOf(await recorded(served, {}, staff('EDITOR', '140522')))).toEqual(['REGION_NOT_ALLOWED']);
      expect(codesOf(await recorded(served, {}, staff('PUBLISHER', COUNTY)))).toBeUndefined();
    });

    it('are answered in one transaction: the answer, and the event that it changed', async () => {
      const { id } = await recorded(served);
      const event = await responded(served, id);
      const now = served.clock.at.toISOString();
      expect(event).toMatchObject({ status: 'RESPONDED', respondedAt: now, isOverdue: false });
      expect(event['responses']).toMatchObject([{ publishedAt: now, channels: ['GOVERNMENT_WEBSITE', 'NEW_MEDIA'] }]);
      const entries = await newest(2);
      expect(entries.map(({ kind, subject }) => `${subject} ${kind}`)).toEqual([
        'OPINION_RESPONSE PUBLISHED',
        'OPINION_EVENT REVISED',
      ]);
      expect(entries[0]?.payload).toMatchObject({ event: id, body: '已核实并整改。', publishedAt: now });
      expect(entries[1]).toMatchObject({ subjectId: id, payload: { status: 'RESPONDED', respondedAt: now } });
      expect(JSON.stringify(entries)).not.toContain('publisher-1');
    });

    it('may be answered again, which leaves the first answer the first', async () => {
      const { id } = await recorded(served);
      const first = await responded(served, id);
      served.clock.at = new Date(served.clock.at.getTime() + 60_000);
      const second = await responded(served, id);
      expect(second).toMatchObject({ status: 'RESPONDED', respondedAt: first['respondedAt'] });
      expect(second['responses']).toHaveLength(2);
    });

    it('keep the first answer as the first when several come at once', async () => {
      const { id } = await recorded(served);
      const { now } = served.clock;
      served.clock.now = () => (served.clock.at = new Date(served.clock.at.getTime() + 1));
      await Promise.all(Array.from({ length: 8 }, () => responded(served, id)));
      served.clock.now = now;
      const text = 'query ($id: ID!) { opinionEvent(id: $id) { respondedAt responses { publishedAt } } }';
      const { opinionEvent } = (await served.ask(text, { id })).data as {
        opinionEvent: { respondedAt: string; responses: { publishedAt: string }[] };
      };
      expect(opinionEvent.responses).toHaveLength(8);
      expect(opinionEvent.respondedAt).toBe(opinionEvent.responses[0]?.publishedAt);
    });

    // The embedded database has one connection, on which nobody waits for another's row.
    if (kind === 'postgres') {
      it('are answered at the instant at which it is their turn, not when they began to wait', async () => {
        const { id } = await recorded(served);
        const other = await served.database.pool.connect();
        await other.query('begin');
        await other.query('select from sentiment.opinion_event where id = $1 for update', [id]);
        const answering = responded(served, id);
        const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
        while ((await other.query(waiting)).rowCount === 0);
        served.clock.at = new Date(served.clock.at.getTime() + 60_000);
        await other.query('commit');
        other.release();
        expect(await answering).toMatchObject({ respondedAt: served.clock.at.toISOString() });
      });
    }

    it('are closed once the answer was found satisfactory, and not answered any more', async () => {
      const { id } = await recorded(served);
      expect((await closed(served, id)).refusals).toMatchObject([{ code: 'STATUS_NOT_FITTING', got: 'OPEN' }]);
      await responded(served, id);
      expect((await closed(served, id)).refusals).toMatchObject([{ code: 'OUTCOME_NOT_VERIFIED', got: 'ANSWERED' }]);
      await verified(served, id);
      expect(await closed(served, id)).toMatchObject({ status: 'CLOSED' });
      expect((await newest(1))[0]).toMatchObject({ kind: 'REVISED', subjectId: id, payload: { status: 'CLOSED' } });
      expect((await responded(served, id)).refusals).toMatchObject([{ code: 'STATUS_NOT_FITTING', got: 'CLOSED' }]);
      expect((await closed(served, id)).refusals).toMatchObject([{ code: 'STATUS_NOT_FITTING', got: 'CLOSED' }]);
    });

    it('are closed once when two close them at once', async () => {
      const { id } = await recorded(served);
      await responded(served, id);
      await verified(served, id);
      const outcomes = await Promise.all([closed(served, id), closed(served, id)]);
      expect(outcomes.filter(({ refusals }) => refusals === undefined)).toHaveLength(1);
    });

    it('are answered and closed by publishers of the region only', async () => {
      const { id } = await recorded(served);
      for (const act of [responded.bind(null, served, id, {}), closed.bind(null, served, id)]) {
        expect(codesOf(await act(staff('EDITOR')))).toContain('ROLE_NOT_ALLOWED');
        expect(codesOf(await act(staff('PUBLISHER', '140522')))).toContain('REGION_NOT_ALLOWED');
      }
    });

    it('are not there under an id that is none', async () => {
      expect(codesOf(await responded(served, 'nothing'))).toEqual(['NOT_FOUND']);
      expect(codesOf(await closed(served, 'nothing'))).toEqual(['NOT_FOUND']);
      expect((await served.ask('{ opinionEvent(id: "nothing") { id } }')).data).toEqual({ opinionEvent: null });
    });

    it('are overdue a millisecond after their due instant, not at it', async () => {
      const { id } = await recorded(served, { severity: 'MAJOR' });
      const overdue = async (at: string) => {
        served.clock.at = new Date(at);
        return (await served.ask('query ($id: ID!) { opinionEvent(id: $id) { isOverdue } }', { id })).data;
      };
      expect(await overdue('2026-11-24T01:30:00.000Z')).toEqual({ opinionEvent: { isOverdue: false } });
      expect(await overdue('2026-11-24T01:30:00.001Z')).toEqual({ opinionEvent: { isOverdue: true } });
    });
  });
});
