import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { acted, AUTHORITY, codesOf, recorded, responded, shown } from '../events.ts';
import { serveSentiment, staff, type ServedSentiment } from '../serve-sentiment.ts';
import { HOSPITAL, later, OFFICES } from './offices.ts';

describe.each(DATABASE_KINDS)('opinion events on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSentiment;
    beforeAll(async () => {
      served = await serveSentiment(await openMigrated());
      served.clock.at = later(0.5);
      await served.tell(...OFFICES);
    });
    afterAll(() => served.close());

    const RUMOURS = 'rumours { id claim recordedAt refutedBy { id body } }';
    const rumoursOf = async (id: string, viewer = staff('REVIEWER')) =>
      ((await shown(served, id, RUMOURS, viewer)) as { rumours: { id: string; claim: string }[] }).rumours;
    const withRumours = async (...claims: readonly string[]) => {
      const { id } = await recorded(served);
      for (const claim of claims) await acted(served, 'recordRumour', { event: id, claim });
      return { id, rumours: await rumoursOf(id) };
    };

    it('show a rumour to the public once an answer refutes it, and tell the log then', async () => {
      const { id, rumours } = await withRumours('医院停诊', '药品涨价');
      const claimed = rumours.map(({ claim }) => claim);
      expect(claimed.sort()).toEqual(['医院停诊', '药品涨价']);
      expect(await shown(served, id, RUMOURS)).toEqual({ rumours: [] });
      const refuted = rumours.find(({ claim }) => claim === '医院停诊')?.id;
      const { responses } = await responded(served, id, { body: '未停诊。', refutes: [refuted, refuted] });
      const [answer] = responses as { id: string }[];
      expect(await shown(served, id, `${RUMOURS} responses { kind refutes { claim } }`)).toMatchObject({
        rumours: [{ claim: '医院停诊', refutedBy: { id: answer?.id, body: '未停诊。' } }],
        responses: [{ kind: 'RESPONSE', refutes: [{ claim: '医院停诊' }] }],
      });
      const entries = await served.entries();
      expect(entries.findLast(({ subject }) => subject === 'OPINION_RESPONSE')?.payload).toMatchObject({
        kind: 'RESPONSE',
        refutes: [{ id: refuted, claim: '医院停诊' }],
      });
      expect(JSON.stringify(entries)).not.toContain('药品涨价');
    });

    it('refuse an answer to the rumour of another event, or to one that was refuted', async () => {
      const other = await withRumours('别处传言');
      const { id, rumours } = await withRumours('此处传言');
      const [own, foreign] = [rumours[0]?.id, other.rumours[0]?.id];
      expect((await responded(served, id, { refutes: [own, foreign] })).refusals).toMatchObject([
        { code: 'NOT_FOUND', path: ['input', 'refutes', '1'], expected: 'Rumour', got: foreign },
      ]);
      await responded(served, id, { refutes: [own] });
      expect(codesOf(await responded(served, id, { refutes: [own] }))).toEqual(['RUMOUR_ALREADY_REFUTED']);
      const { responses } = (await shown(served, id, 'responses { id }')) as { responses: object[] };
      expect(responses).toHaveLength(1);
    });

    it('let one answer of many at once refute a rumour', async () => {
      const { id, rumours } = await withRumours('同时澄清');
      const outcomes = await Promise.all(
        Array.from({ length: 5 }, () => responded(served, id, { refutes: [rumours[0]?.id] })),
      );
      expect(outcomes.filter(({ refusals }) => refusals === undefined)).toHaveLength(1);
    });

    it('take no rumour that says nothing, too much, or what nobody sees', async () => {
      const { id } = await recorded(served);
      const claimed = async (claim: string) => codesOf(await acted(served, 'recordRumour', { event: id, claim }));
      expect(await claimed(' ')).toEqual(['VALUE_MISSING']);
      expect(await claimed('传'.repeat(501))).toEqual(['VALUE_TOO_LONG']);
      expect(await claimed('传\u202e言')).toEqual(['CHARACTER_NOT_PRINTABLE']);
      expect(await claimed('传'.repeat(500))).toBeUndefined();
    });

    it('give their responses and rumours by one statement each, however many there are', async () => {
      const text = `{ opinionEvents(first: 20) { edges { node { id stage steps { kind } rumours { claim refutedBy { id } }
        judgements { severity deadlines { kind } } deadlines { kind alarms { stage } } responses { id refutes { claim } } } } } }`;
      served.statements();
      const { errors, data } = await served.ask(text);
      expect(errors).toBeUndefined();
      expect((data as { opinionEvents: { edges: object[] } }).opinionEvents.edges.length).toBeGreaterThan(4);
      // Events, steps, judgements, rumours, answers; the answers that refute, and the rumours that they refute.
      expect(served.statements()).toHaveLength(7);
    });

    const EFFECT = { handledWell: true, answeredFittingly: true, reportedInTime: true, hadNegativeInfluence: false };
    const evaluated = (event: string, input: object = {}) =>
      acted(served, 'evaluateResponse', { event, input: { ...EFFECT, ...input } }, staff('REVIEWER'));
    const held = (event: string, input: object = {}) =>
      acted(served, 'holdToAccount', {
        event,
        input: { office: HOSPITAL, kind: 'CIRCULATED_CRITICISM', reason: '处置迟缓', ...input },
      });
    const INNER =
      'evaluation { handledWell hadNegativeInfluence note evaluatedBy } accountability { office { id } kind reason rectifyBy takenBy }';

    it('are evaluated once they were answered, and hold an office to account only for a fault with great influence', async () => {
      const { id } = await recorded(served, { responsible: AUTHORITY.subjectId });
      expect(codesOf(await evaluated(id))).toEqual(['STATUS_NOT_FITTING']);
      expect(codesOf(await held(id))).toEqual(['ACCOUNTABILITY_UNFOUNDED']);
      await responded(served, id);
      await evaluated(id, { note: '较好' });
      expect(codesOf(await held(id))).toEqual(['ACCOUNTABILITY_UNFOUNDED', 'ACCOUNTABILITY_UNFOUNDED']);
      await evaluated(id, { handledWell: false, hadNegativeInfluence: true });
      expect((await held(id, { office: 'nobody', reason: ' ', rectifyBy: '2026-11-22' })).refusals).toMatchObject([
        { code: 'NOT_FOUND', path: ['input', 'office'] },
        { code: 'VALUE_MISSING', path: ['input', 'reason'] },
        { code: 'DAY_IN_PAST', path: ['input', 'rectifyBy'], expected: '2026-11-23' },
      ]);
      await held(id, { rectifyBy: '2026-11-23' });
      await held(id, { kind: 'TALK' });
      expect((await evaluated(id)).refusals).toMatchObject([{ code: 'EVALUATION_RELIED_ON', got: '2', rules: ['P6'] }]);
      expect(await shown(served, id, INNER, staff('OPERATOR'))).toMatchObject({
        evaluation: { handledWell: false, hadNegativeInfluence: true, note: null, evaluatedBy: 'reviewer-1' },
        accountability: expect.arrayContaining([
          {
            ...{ office: { id: HOSPITAL }, kind: 'CIRCULATED_CRITICISM', reason: '处置迟缓' },
            ...{ rectifyBy: '2026-11-23', takenBy: 'publisher-1' },
          },
          expect.objectContaining({ kind: 'TALK', rectifyBy: null }),
        ]) as unknown,
      });
      for (const stranger of [null, staff('AGGREGATOR'), staff('PUBLISHER', '140522')]) {
        expect(await shown(served, id, INNER, stranger)).toEqual({ evaluation: null, accountability: null });
      }
      expect(JSON.stringify(await served.entries())).not.toMatch(/处置迟缓|较好/);
    });
  });
});
