import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../../core/viewer.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { acted, AUTHORITY, codesOf, COUNTY, recorded, responded, shown } from '../events.ts';
import { serveSentiment, staff, type ServedSentiment } from '../serve-sentiment.ts';
import { at, later, OFFICES } from './offices.ts';

const MINUTE = 1 / 60;

describe.each(DATABASE_KINDS)('judging opinion events on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSentiment;
    beforeAll(async () => {
      served = await serveSentiment(await openMigrated());
      await served.tell(...OFFICES);
    });
    beforeEach(() => {
      served.clock.at = later(0.5);
    });
    afterAll(() => served.close());

    const until = async (hours: number) => {
      served.clock.at = later(hours);
      await served.chores();
    };
    const DETECTED_INPUT = { region: COUNTY, title: '疫苗短缺', source: 'OTHER', detectedAt: at(0) };
    const detected = async (input: object = {}) =>
      (await acted(served, 'detectOpinionEvent', { input: { ...DETECTED_INPUT, ...input } })).id;
    const judged = (id: string, severity: string, input: object = {}) =>
      acted(served, 'judgeOpinionEvent', { id, input: { severity, reason: '复核', ...input } });
    const alarms = async (id: string) =>
      (await served.entries())
        .filter(({ subject, payload }) => subject === 'DEADLINE_ALARM' && payload['opinionEventId'] === id)
        .map(({ payload }) => [payload['clock'] as string, payload['stage'] as string].join(' '));
    const deadlines = async (id: string, args = '') =>
      ((await shown(served, id, `deadlines${args} { kind dueAt state }`)) as { deadlines: object[] }).deadlines;

    it('keeps what is not judged for staff of the region, and out of the log', async () => {
      const head = await served.log.head();
      const id = await detected({ summary: '线索', responsible: AUTHORITY.subjectId });
      const seen = async (viewer: Viewer | null) => (await shown(served, id, 'id stage severity', viewer)) !== null;
      expect(await seen(staff('EDITOR', COUNTY))).toBe(true);
      for (const stranger of [null, staff('EDITOR', '140522'), staff('AGGREGATOR')]) {
        expect(await seen(stranger)).toBe(false);
        const entity = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OpinionEvent { id title } } }`;
        const answer = await served.ask(entity, { of: [{ __typename: 'OpinionEvent', id }] }, stranger);
        expect(answer.data).toEqual({ _entities: [null] });
      }
      const list = (
        await served.ask('{ opinionEvents(first: 100) { totalCount edges { node { id } } } }', {}, staff('EDITOR'))
      ).data as { opinionEvents: { totalCount: number; edges: { node: { id: string } }[] } };
      expect(list.opinionEvents.edges.map(({ node }) => node.id)).not.toContain(id);
      expect(list.opinionEvents.totalCount).toBe(list.opinionEvents.edges.length);
      expect(await served.log.head()).toBe(head);
      const steps = [
        ['judgeOpinionEvent', { severity: 'MAJOR' }],
        ['assignOpinionEvent', { office: AUTHORITY.subjectId }],
      ] as const;
      for (const [mutation, input] of steps) {
        const stranger = staff('PUBLISHER', '140522');
        expect(codesOf(await acted(served, mutation, { id, input }, stranger)), mutation).toEqual(['NOT_FOUND']);
      }
      expect((await responded(served, id)).refusals).toMatchObject([
        { code: 'STATUS_NOT_FITTING', expected: 'JUDGED', got: 'DETECTED' },
      ]);
    });

    it('lists what waits to be judged for staff, the longest waiting first', async () => {
      const region = '140581';
      const ids = [];
      for (const hours of [-1, -3, -2]) ids.push(await detected({ region, detectedAt: at(hours) }));
      const LIST = `query ($region: ID!, $first: Int, $after: String) {
        unjudgedOpinionEvents(region: $region, first: $first, after: $after) {
          totalCount pageInfo { endCursor hasNextPage } edges { node { id responses { id } stage } } } }`;
      interface List {
        readonly totalCount: number;
        readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
        readonly edges: readonly { readonly node: { readonly id: string; readonly stage: string } }[];
      }
      const listed = async (variables: object, viewer: Viewer | null = staff('REVIEWER')) => {
        const { data, errors } = await served.ask(LIST, { region, first: 2, ...variables }, viewer);
        return { list: (data as { unjudgedOpinionEvents: List } | null)?.unjudgedOpinionEvents, errors };
      };
      const { list: first } = await listed({});
      expect(first?.edges.map(({ node }) => node.id)).toEqual([ids[1], ids[2]]);
      expect(first?.totalCount).toBe(3);
      const { list: second } = await listed({ after: first?.pageInfo.endCursor });
      expect(second?.edges.map(({ node }) => [node.id, node.stage])).toEqual([[ids[0], 'DETECTED']]);
      expect(second?.pageInfo.hasNextPage).toBe(false);
      for (const [viewer, code] of [
        [null, 'UNAUTHENTICATED'],
        [staff('EDITOR', '140522'), 'FORBIDDEN'],
        [staff('AGGREGATOR'), 'FORBIDDEN'],
      ] as const) {
        const { errors } = await listed({}, viewer);
        expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([code]);
      }
      await judged(ids[1] ?? '', 'ORDINARY');
      expect((await listed({})).list?.totalCount).toBe(2);
    });

    it('makes an event public, its clocks counted from the detection', async () => {
      const id = await detected({ responsible: AUTHORITY.subjectId });
      await until(6);
      await judged(id, 'EMERGENCY', { reason: undefined });
      expect(await deadlines(id)).toEqual([
        { kind: 'FIRST_WORD', dueAt: at(5), state: 'BREACHED' },
        { kind: 'BRIEFING', dueAt: at(24), state: 'RUNNING' },
        { kind: 'RESPONSE', dueAt: at(24), state: 'RUNNING' },
      ]);
      await served.chores();
      expect(await alarms(id)).toEqual(['FIRST_WORD BREACHED']);
      expect(await shown(served, id, 'stage isOverdue')).toEqual({ stage: 'ASSIGNED', isOverdue: true });
      const entries = (await served.entries()).filter(({ subjectId }) => subjectId === id);
      expect(entries.map(({ kind, occurredAt }) => [kind, occurredAt])).toEqual([['PUBLISHED', later(6)]]);
    });

    it('lowered a minute before a breach tells of none', async () => {
      const { id } = await recorded(served, { severity: 'MAJOR' });
      await until(24 - MINUTE);
      await judged(id, 'ORDINARY');
      await until(25);
      expect((await alarms(id)).filter((alarm) => alarm.endsWith('BREACHED'))).toEqual([]);
      expect(await shown(served, id, 'isOverdue responseDueAt')).toEqual({ isOverdue: false, responseDueAt: at(48) });
    });

    it('lowered a minute after a breach leaves the breach told, and runs to the new end', async () => {
      const { id } = await recorded(served, { severity: 'MAJOR' });
      await until(24 + MINUTE);
      await judged(id, 'ORDINARY');
      await until(49);
      expect((await alarms(id)).filter((alarm) => alarm.endsWith('BREACHED'))).toEqual([
        'RESPONSE BREACHED',
        'RESPONSE BREACHED',
      ]);
      const {
        deadlines: [one],
      } = (await shown(served, id, 'deadlines { dueAt alarms { stage dueAt reachedAt firedAt } }')) as {
        deadlines: { alarms: { stage: string; dueAt: string }[] }[];
      };
      expect(one?.alarms.filter(({ stage }) => stage === 'BREACHED').map(({ dueAt }) => dueAt)).toEqual([
        at(24),
        at(48),
      ]);
    });

    it('lowered at the very instant at which it is due tells of no breach', async () => {
      const { id } = await recorded(served, { severity: 'MAJOR' });
      await until(24);
      await judged(id, 'ORDINARY');
      await served.chores();
      expect((await alarms(id)).filter((alarm) => alarm.endsWith('BREACHED'))).toEqual([]);
    });

    it('raised a minute before the shorter time is over leaves that minute', async () => {
      const { id } = await recorded(served, { severity: 'ORDINARY' });
      await until(24 - MINUTE);
      await judged(id, 'MAJOR');
      expect(await shown(served, id, 'isOverdue responseDueAt')).toEqual({ isOverdue: false, responseDueAt: at(24) });
      await served.chores();
      expect(await alarms(id)).not.toContain('RESPONSE BREACHED');
      await until(24 + MINUTE);
      expect((await alarms(id)).filter((alarm) => alarm === 'RESPONSE BREACHED')).toHaveLength(1);
    });

    it('raised a minute after it is breached at once, and told so once', async () => {
      const { id } = await recorded(served, { severity: 'ORDINARY' });
      await until(24 + MINUTE);
      await judged(id, 'MAJOR');
      expect(await shown(served, id, 'isOverdue')).toEqual({ isOverdue: true });
      await served.chores();
      await until(30);
      expect((await alarms(id)).filter((alarm) => alarm === 'RESPONSE BREACHED')).toHaveLength(1);
    });

    it('drops what binds no longer and shows it only when asked; binding again it is told of no second time', async () => {
      const { id } = await recorded(served, { severity: 'EMERGENCY' });
      await until(6);
      await judged(id, 'ORDINARY');
      expect(await deadlines(id)).toEqual([{ kind: 'RESPONSE', dueAt: at(48), state: 'RUNNING' }]);
      expect(await deadlines(id, '(includeDropped: true)')).toEqual([
        { kind: 'FIRST_WORD', dueAt: at(5), state: 'DROPPED' },
        { kind: 'BRIEFING', dueAt: at(24), state: 'DROPPED' },
        { kind: 'RESPONSE', dueAt: at(48), state: 'RUNNING' },
      ]);
      await until(25);
      await judged(id, 'EMERGENCY');
      await served.chores();
      expect(await deadlines(id)).toMatchObject([{ state: 'BREACHED' }, { state: 'BREACHED' }, { state: 'BREACHED' }]);
      expect((await alarms(id)).filter((alarm) => alarm.endsWith('BREACHED')).sort()).toEqual([
        ...['BRIEFING BREACHED', 'FIRST_WORD BREACHED', 'RESPONSE BREACHED'],
      ]);
    });

    it('again leaves what was done done, and asks for what is still owed', async () => {
      const { id } = await recorded(served, { severity: 'ORDINARY' });
      await until(30);
      await responded(served, id);
      await judged(id, 'EMERGENCY');
      expect(await deadlines(id)).toEqual([
        { kind: 'BRIEFING', dueAt: at(24), state: 'BREACHED' },
        { kind: 'RESPONSE', dueAt: at(48), state: 'MET' },
      ]);
      expect(await shown(served, id, 'status responseDueAt isOverdue')).toEqual({
        ...{ status: 'RESPONDED', responseDueAt: at(48), isOverdue: false },
      });
    });

    it('with a verification that is asked for later gives it its hours from then on', async () => {
      const { id } = await recorded(served);
      await until(30);
      await judged(id, 'ORDINARY', { verificationAsked: true });
      expect(await shown(served, id, 'verificationDueAt')).toEqual({ verificationDueAt: at(54) });
      await judged(id, 'ORDINARY', { verificationAsked: false });
      expect(await shown(served, id, 'verificationDueAt')).toEqual({ verificationDueAt: null });
    });

    it('is traced: every judgement with the deadlines that it set; who and why is for staff', async () => {
      const { id } = await recorded(served, { severity: 'ORDINARY' });
      await until(2);
      await judged(id, 'MAJOR', { reason: '影响扩大' });
      const fields =
        'judgements { severity judgedAt judgedBy reason verificationAsked deadlines { kind dueAt hours } }';
      expect(await shown(served, id, fields)).toEqual({
        judgements: [
          {
            ...{ severity: 'ORDINARY', judgedAt: at(0.5), judgedBy: null, reason: null, verificationAsked: false },
            deadlines: [{ kind: 'RESPONSE', dueAt: at(48), hours: 48 }],
          },
          {
            ...{ severity: 'MAJOR', judgedAt: at(2), judgedBy: null, reason: null, verificationAsked: false },
            deadlines: [{ kind: 'RESPONSE', dueAt: at(24), hours: 24 }],
          },
        ],
      });
      expect(await shown(served, id, fields, staff('REVIEWER'))).toMatchObject({
        judgements: [
          { judgedBy: 'editor-1', reason: null },
          { judgedBy: 'publisher-1', reason: '影响扩大' },
        ],
      });
    });

    it('again needs a reason and a change', async () => {
      const { id } = await recorded(served, { severity: 'ORDINARY' });
      expect(codesOf(await judged(id, 'ORDINARY', { reason: ' ' }))).toEqual(['VALUE_MISSING', 'JUDGEMENT_UNCHANGED']);
    });
  });
});
