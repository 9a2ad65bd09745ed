import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONFIGURED } from '../../../support/configured.ts';
import { openMigratedMemory } from '../../../support/databases.ts';
import { acted, AUTHORITY, COUNTY, shown, type Outcome } from '../events.ts';
import { serveSentiment, type ServedSentiment } from '../serve-sentiment.ts';
import { LoopModel, type Act } from './loop-model.ts';
import { at, CENTRE, DETECTED, HOSPITAL, OFFICES, SUPERIOR, SUPERVISION } from './offices.ts';

const GIVEN = [AUTHORITY.subjectId, HOSPITAL, CENTRE, SUPERVISION];

const judgements: fc.Arbitrary<Act> = fc.record({
  do: fc.constant('judge' as const),
  severity: fc.constantFrom('EMERGENCY' as const, 'MAJOR' as const, 'ORDINARY' as const),
  asked: fc.boolean(),
});
const acts: fc.Arbitrary<Act> = fc.oneof(
  judgements,
  fc.record({ do: fc.constant('assign' as const), office: fc.nat(GIVEN.length - 1) }),
  fc.record({
    do: fc.constant('respond' as const),
    kind: fc.constantFrom('FIRST_WORD' as const, 'RESPONSE' as const, 'FINDINGS' as const),
    isBriefing: fc.boolean(),
  }),
  fc.constant({ do: 'report' } as const),
  fc.record({ do: fc.constant('verify' as const), isSatisfactory: fc.boolean() }),
  fc.constant({ do: 'close' } as const),
);
/** An answer that mostly leaves nothing owed, and its check; else what is closed would seldom be come to. */
const answered: fc.Arbitrary<Act[]> = fc
  .record({
    isBriefing: fc.constantFrom(true, true, false),
    isReported: fc.constantFrom(true, true, false),
    isSatisfactory: fc.constantFrom(true, true, false),
    isClosed: fc.boolean(),
  })
  .map(({ isBriefing, isReported, isSatisfactory, isClosed }) => [
    { do: 'respond', kind: 'RESPONSE', isBriefing },
    ...(isReported ? [{ do: 'report' } as const] : []),
    { do: 'verify', isSatisfactory },
    ...(isClosed ? [{ do: 'close' } as const] : []),
  ]);
const chunks = fc.array(fc.oneof({ weight: 3, arbitrary: acts.map((act) => [act]) }, answered), {
  minLength: 2,
  maxLength: 8,
});
const paths = fc
  .tuple(fc.option(acts), judgements, chunks)
  .map(([before, judgement, after]) => [...(before === null ? [] : [before]), judgement, ...after.flat()]);

/** Mostly minutes and hours, and the instants about which clocks of five hours, a day and two days end. */
const waits = fc.oneof(
  fc.integer({ min: 1, max: 6 * 3_600_000 }),
  fc.constantFrom(1, 5 * 3_600_000 - 2, 5 * 3_600_000, 24 * 3_600_000 - 1, 24 * 3_600_000, 48 * 3_600_000),
);

describe('an opinion event through any steps', () => {
  let served: ServedSentiment;
  beforeAll(async () => {
    served = await serveSentiment(await openMigratedMemory());
    await served.tell(...OFFICES);
  });
  afterAll(() => served.close());

  const take = (id: string, act: Act): Promise<Outcome> => {
    switch (act.do) {
      case 'judge': {
        const input = { severity: act.severity, verificationAsked: act.asked, reason: '复核' };
        return acted(served, 'judgeOpinionEvent', { id, input });
      }
      case 'assign':
        return acted(served, 'assignOpinionEvent', { id, input: { office: GIVEN[act.office] } });
      case 'respond': {
        const channels = [act.isBriefing ? 'PRESS_CONFERENCE_OR_HEARING' : 'NEW_MEDIA'];
        return acted(served, 'respondToOpinionEvent', { id, input: { body: '答复', kind: act.kind, channels } });
      }
      case 'report':
        return acted(served, 'reportFindings', { id, input: { finding: '属实', reportedTo: SUPERIOR } });
      case 'verify':
        return acted(served, 'verifyOpinionEvent', { id, input: { isSatisfactory: act.isSatisfactory, note: '核查' } });
      case 'close':
        return acted(served, 'closeOpinionEvent', { id });
    }
  };

  const seen = async (id: string) => {
    const fields = 'status deadlines { kind round dueAt state }';
    // Whoever is staff sees it before it is judged too.
    const text = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OpinionEvent { ${fields} } } }`;
    const viewer = { subject: 's', role: 'OPERATOR', institution: null, regions: [COUNTY], expiresAt: 4e9 } as const;
    const { data } = await served.ask(text, { of: [{ __typename: 'OpinionEvent', id }] }, viewer);
    const [event] = (data as { _entities: { status: string; deadlines: Record<string, unknown>[] }[] })._entities;
    const keyOf = (one: Record<string, unknown>) => `${String(one['kind'])} ${String(one['round'])}`;
    return {
      status: event?.status,
      deadlines: Object.fromEntries(
        (event?.deadlines ?? []).map((one) => [keyOf(one), `${String(one['dueAt'])} ${String(one['state'])}`]),
      ),
    };
  };

  const expected = (model: LoopModel, now: number) => ({
    status: model.status,
    deadlines: Object.fromEntries(
      model
        .clocks(now)
        .map(({ kind, round, due, state }) => [
          `${kind} ${String(round)}`,
          `${new Date(DETECTED.getTime() + due).toISOString()} ${state}`,
        ]),
    ),
  });

  it('may do what a model allows, and has the clocks that the model reads off its steps', async () => {
    const steps = fc.tuple(paths, fc.infiniteStream(waits));
    await fc.assert(
      fc.asyncProperty(steps, async ([path, waiting]) => {
        let now = 60_000;
        served.clock.at = new Date(DETECTED.getTime() + now);
        const input = { region: COUNTY, title: '任意', source: 'OTHER', detectedAt: at(0) };
        const { id } = await acted(served, 'detectOpinionEvent', { input });
        const model = new LoopModel(CONFIGURED.handling.mostForwardings);
        for (const act of path) {
          now += Number(waiting.next().value);
          served.clock.at = new Date(DETECTED.getTime() + now);
          const { refusals } = await take(id, act);
          expect(refusals === undefined, `${JSON.stringify(act)}: ${JSON.stringify(refusals)}`).toBe(
            model.allows(act, now),
          );
          if (refusals === undefined) model.take({ ...act, at: now });
          expect(await seen(id)).toEqual(expected(model, now));
        }
      }),
      { numRuns: 40, seed: 20_261_123 },
    );
  });

  it('has no alarm of one clock, one due instant and one stage told twice', async () => {
    await served.chores();
    const told = (
      await served.database.pool.query<{ n: number }>(
        `select count(*)::int as n from sentiment.deadline_alarm group by clock_id, due_at, stage having count(*) > 1`,
      )
    ).rows;
    expect(told).toEqual([]);
    const breached = await served.database.pool.query<{ event_id: string; kind: string }>(
      `select c.event_id, c.kind from sentiment.deadline_alarm a join sentiment.response_clock c on c.id = a.clock_id
        where a.stage = 'BREACHED' group by c.event_id, c.kind, a.due_at having count(*) > 1`,
    );
    expect(breached.rows).toEqual([]);
    expect(await shown(served, 'nothing', 'id')).toBeNull();
  });
});
