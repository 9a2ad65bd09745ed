import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { acted, AUTHORITY, closed, codesOf, COUNTY, recorded, responded, shown, verified } from '../events.ts';
import { serveSentiment, staff, type ServedSentiment } from '../serve-sentiment.ts';
import { at, CENTRE, HOSPITAL, later, OFFICES, SUPERIOR, SUPERVISION } from './offices.ts';

describe.each(DATABASE_KINDS)('the loop of an opinion event on $kind', ({ isAvailable, openMigrated }) => {
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

    const until = (hours: number) => (served.clock.at = later(hours));
    const told = async (id: string) =>
      (await served.entries())
        .filter(({ subject, payload }) => subject === 'DEADLINE_ALARM' && payload['opinionEventId'] === id)
        .map(({ payload }) => [payload['clock'] as string, payload['stage'] as string].join(' '));

    it('takes an emergency from its detection to its end, with all its clocks', async () => {
      const { id } = await acted(served, 'detectOpinionEvent', {
        input: {
          ...{ region: COUNTY, title: '饮用水异味', topic: '饮用水', places: ['140522'], source: 'WEIBO' },
          ...{ detectedAt: at(0), summary: '多人反映' },
        },
      });
      await acted(served, 'judgeOpinionEvent', { id, input: { severity: 'EMERGENCY', verificationAsked: true } });
      until(1);
      const evidence = [{ title: '交办单', url: 'https://www.example.gov.cn/a' }];
      await acted(served, 'assignOpinionEvent', { id, input: { office: AUTHORITY.subjectId, note: '速办', evidence } });
      await acted(served, 'assignOpinionEvent', { id, input: { office: CENTRE } });
      until(2);
      expect(await acted(served, 'superviseOpinionEvent', { id, input: { note: '请于两小时内发声' } })).toMatchObject({
        stage: 'SUPERVISED',
      });
      until(4);
      const first = { body: '正在检测。', channels: ['NEW_MEDIA'], kind: 'FIRST_WORD' };
      expect(await acted(served, 'respondToOpinionEvent', { id, input: first })).toMatchObject({ status: 'OPEN' });
      expect(await shown(served, id, 'responseDueAt respondedAt isOverdue')).toEqual({
        responseDueAt: at(24),
        respondedAt: null,
        isOverdue: false,
      });
      until(20);
      await responded(served, id, { channels: ['GOVERNMENT_WEBSITE'] });
      expect((await closed(served, id)).refusals).toMatchObject([
        { code: 'OUTCOME_NOT_VERIFIED', got: 'ANSWERED', rules: ['P7'] },
        { code: 'CLOCK_STILL_RUNNING', got: 'BRIEFING, VERIFICATION', rules: ['P1', 'P2', 'P3'] },
      ]);
      until(23);
      await acted(served, 'reportFindings', { id, input: { finding: '管道检修', reportedTo: SUPERIOR, evidence } });
      until(26);
      await responded(served, id, { channels: ['PRESS_CONFERENCE_OR_HEARING'], kind: 'FINDINGS' });
      await verified(served, id);
      expect(await closed(served, id)).toMatchObject({ status: 'CLOSED' });

      const deadlines = 'deadlines { kind dueAt startedAt metAt state isOverdue round rules working }';
      expect(await shown(served, id, `stage closedAt ${deadlines}`)).toMatchObject({
        stage: 'CLOSED',
        closedAt: at(26),
        deadlines: [
          { kind: 'FIRST_WORD', dueAt: at(5), metAt: at(4), state: 'MET', rules: ['P3'], working: `${at(0)} + 5 h` },
          { kind: 'BRIEFING', dueAt: at(24), metAt: at(26), state: 'MET_LATE', isOverdue: false },
          { kind: 'RESPONSE', dueAt: at(24), metAt: at(20), state: 'MET', round: 1, startedAt: at(0) },
          { kind: 'VERIFICATION', dueAt: at(24), metAt: at(23), state: 'MET' },
        ],
      });
      const steps = 'steps { kind at by note office { id } evidence { title url } }';
      const { steps: public_ } = (await shown(served, id, steps)) as { steps: Record<string, unknown>[] };
      expect(public_.map(({ kind }) => kind)).toEqual([
        ...['DETECTED', 'JUDGED', 'ASSIGNED', 'FORWARDED', 'SUPERVISED', 'SPOKE', 'ANSWERED', 'FINDINGS_REPORTED'],
        ...['ANSWERED', 'VERIFIED', 'CLOSED'],
      ]);
      expect(public_.every(({ by, note, evidence: proof }) => by === null && note === null && proof === null)).toBe(
        true,
      );
      const { steps: inner } = (await shown(served, id, steps, staff('OPERATOR'))) as {
        steps: Record<string, unknown>[];
      };
      expect(inner[2]).toEqual({
        ...{ kind: 'ASSIGNED', at: at(1), by: 'publisher-1', note: '速办', evidence },
        office: { id: AUTHORITY.subjectId },
      });
      expect(inner[7]).toMatchObject({ note: '管道检修', office: { id: SUPERIOR }, evidence });

      // Each stage once, and none of what was done before it was reached.
      expect((await told(id)).sort()).toEqual([
        ...['BRIEFING BREACHED', 'BRIEFING DUE_IN_1H', 'BRIEFING DUE_IN_4H', 'FIRST_WORD DUE_IN_1H'],
        ...['FIRST_WORD DUE_IN_4H', 'RESPONSE DUE_IN_4H', 'VERIFICATION DUE_IN_1H', 'VERIFICATION DUE_IN_4H'],
      ]);
      const entries = (await served.entries()).filter(({ subjectId }) => subjectId === id);
      expect(entries[0]).toMatchObject({ kind: 'PUBLISHED', payload: { topic: '饮用水', places: ['140522'] } });
      expect(JSON.stringify(await served.entries())).not.toMatch(/速办|管道检修|多人反映|交办单|WEIBO|publisher-1/);
    });

    it('begins anew when the outcome is not satisfactory, with fresh hours from then on', async () => {
      const { id } = await recorded(served, { severity: 'ORDINARY', responsible: HOSPITAL });
      until(60);
      expect(await shown(served, id, 'isOverdue')).toEqual({ isOverdue: true });
      await responded(served, id);
      expect(codesOf(await verified(served, id, { isSatisfactory: false }))).toEqual(['VALUE_MISSING']);
      until(70);
      expect(await verified(served, id, { isSatisfactory: false, note: '未说明退费' })).toMatchObject({
        status: 'OPEN',
        stage: 'REWORK',
      });
      const fields = 'responseDueAt isOverdue respondedAt status deadlines { kind round dueAt state rules }';
      expect(await shown(served, id, fields)).toEqual({
        ...{ responseDueAt: at(118), isOverdue: false, respondedAt: at(60), status: 'OPEN' },
        deadlines: [
          { kind: 'RESPONSE', round: 1, dueAt: at(48), state: 'MET_LATE', rules: ['P1', 'P2'] },
          { kind: 'RESPONSE', round: 2, dueAt: at(118), state: 'RUNNING', rules: ['P1', 'P2', 'P7'] },
        ],
      });
      const last = (await served.entries()).findLast(({ subjectId }) => subjectId === id);
      expect(last).toMatchObject({ kind: 'REVISED', payload: { status: 'OPEN', responseDueAt: at(118) } });
      until(119);
      await served.chores();
      expect(await shown(served, id, 'isOverdue')).toEqual({ isOverdue: true });
      expect(await told(id)).toContain('RESPONSE BREACHED');
      await responded(served, id);
      await verified(served, id);
      expect(await closed(served, id)).toMatchObject({ status: 'CLOSED' });
      expect(await shown(served, id, 'responseDueAt respondedAt')).toEqual({
        responseDueAt: at(118),
        respondedAt: at(60),
      });
    });

    it('opens a closed event again only when a later check finds it wanting', async () => {
      const { id } = await recorded(served);
      await responded(served, id);
      await verified(served, id);
      await closed(served, id);
      for (const [mutation, input] of [
        ['judgeOpinionEvent', { severity: 'MAJOR', reason: '升级' }],
        ['assignOpinionEvent', { office: HOSPITAL }],
        ['superviseOpinionEvent', { note: '催办' }],
        ['respondToOpinionEvent', { body: '补充', channels: ['OTHER'] }],
        ['verifyOpinionEvent', { isSatisfactory: true }],
      ] as const) {
        expect(codesOf(await acted(served, mutation, { id, input })), mutation).toEqual(['STATUS_NOT_FITTING']);
      }
      expect(codesOf(await acted(served, 'recordRumour', { event: id, claim: '谣言' }))).toEqual([
        'STATUS_NOT_FITTING',
      ]);
      until(100);
      await verified(served, id, { isSatisfactory: false, note: '回头看：未落实' });
      expect(await shown(served, id, 'status stage closedAt responseDueAt')).toEqual({
        ...{ status: 'OPEN', stage: 'REWORK', closedAt: null, responseDueAt: at(148) },
      });
    });

    it('forwards at most as often as the hub allows, and hands the clocks over', async () => {
      const { id } = await recorded(served, { responsible: AUTHORITY.subjectId });
      const give = (office: string) => acted(served, 'assignOpinionEvent', { id, input: { office } });
      expect(codesOf(await give(AUTHORITY.subjectId))).toEqual(['OFFICE_UNCHANGED']);
      for (const office of [HOSPITAL, CENTRE, SUPERVISION]) expect(codesOf(await give(office))).toBeUndefined();
      expect((await give(HOSPITAL)).refusals).toMatchObject([
        { code: 'FORWARDED_TOO_OFTEN', path: ['input', 'office'], expected: '3', got: '4', rules: ['P7'] },
      ]);
      expect(codesOf(await give('nobody'))).toEqual(['NOT_FOUND', 'FORWARDED_TOO_OFTEN']);
      until(44);
      await served.chores();
      const alarm = (await served.entries()).findLast(({ subject }) => subject === 'DEADLINE_ALARM');
      expect(alarm).toMatchObject({ publisherId: SUPERVISION, payload: { opinionEventId: id, stage: 'DUE_IN_4H' } });
    });

    it('forwards no more often when many do so at once', async () => {
      const { id } = await recorded(served, { responsible: AUTHORITY.subjectId });
      const offices = [HOSPITAL, CENTRE, SUPERVISION, SUPERIOR, HOSPITAL, CENTRE, SUPERVISION, SUPERIOR];
      const outcomes = await Promise.all(
        offices.map((office) => acted(served, 'assignOpinionEvent', { id, input: { office } })),
      );
      expect(outcomes.filter(({ refusals }) => refusals === undefined)).toHaveLength(3);
    });

    it('starts one round when two checks find it wanting at once', async () => {
      const { id } = await recorded(served);
      await responded(served, id);
      const check = () => verified(served, id, { isSatisfactory: false, note: '不满意' });
      const outcomes = await Promise.all([check(), check(), check()]);
      expect(outcomes.filter(({ refusals }) => refusals === undefined)).toHaveLength(1);
      const { deadlines } = (await shown(served, id, 'deadlines { round }')) as { deadlines: { round: number }[] };
      expect(deadlines.map(({ round }) => round)).toEqual([1, 2]);
    });

    it('tells one breach when the timer and an answer come at once', async () => {
      const { id } = await recorded(served, { severity: 'MAJOR' });
      until(25);
      await Promise.all([served.chores(), responded(served, id), served.chores()]);
      expect((await told(id)).filter((stage) => stage === 'RESPONSE BREACHED')).toHaveLength(1);
    });

    it('reports findings only where a verification was asked for', async () => {
      const { id } = await recorded(served);
      const input = { finding: '属实', reportedTo: SUPERIOR };
      expect(codesOf(await acted(served, 'reportFindings', { id, input }))).toEqual(['VERIFICATION_NOT_ASKED']);
    });

    it('refuses every step to whoever is not permitted, and says nothing of the state', async () => {
      const { id } = await recorded(served);
      const steps = [
        ['judgeOpinionEvent', { id, input: { severity: 'MAJOR' } }],
        ['assignOpinionEvent', { id, input: { office: 'nobody' } }],
        ['superviseOpinionEvent', { id, input: { note: '' } }],
        ['reportFindings', { id, input: { finding: '', reportedTo: 'nobody' } }],
        ['verifyOpinionEvent', { id, input: { isSatisfactory: false } }],
        ['closeOpinionEvent', { id }],
        ['recordRumour', { event: id, claim: '' }],
        [
          'evaluateResponse',
          {
            event: id,
            input: { handledWell: true, answeredFittingly: true, reportedInTime: true, hadNegativeInfluence: true },
          },
        ],
        ['holdToAccount', { event: id, input: { office: 'nobody', kind: 'TALK', reason: '' } }],
      ] as const;
      for (const [mutation, variables] of steps) {
        expect(codesOf(await acted(served, mutation, variables, null)), mutation).toEqual(['SIGN_IN_NEEDED']);
        expect(codesOf(await acted(served, mutation, variables, staff('AGGREGATOR')))).toEqual(['ROLE_NOT_ALLOWED']);
        expect(codesOf(await acted(served, mutation, variables, staff('PUBLISHER', '140522')))).toEqual([
          'REGION_NOT_ALLOWED',
        ]);
        const unknown = 'event' in variables ? { ...variables, event: 'nothing' } : { ...variables, id: 'nothing' };
        expect((await acted(served, mutation, unknown)).refusals).toMatchObject([
          { code: 'NOT_FOUND', path: ['event' in variables ? 'event' : 'id'], got: 'nothing' },
        ]);
      }
    });
  });
});
