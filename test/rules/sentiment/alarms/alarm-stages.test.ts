import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alarmStages,
  firstStage,
  reachedStages,
  stageAfter,
} from '../../../../subgraphs/sentiment/rules/alarms/alarm-stages.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = new Date('2026-11-23T00:00:00.000Z');
const after = (ms: number) => new Date(START.getTime() + ms);
const DAY_AND_HOUR = [24 * HOUR, HOUR];
const span = (hours: number, kind = 'RESPONSE') => ({ kind, startedAt: START, dueAt: after(hours * HOUR) });
const namesOf = (stages: readonly { readonly name: string }[]) => stages.map(({ name }) => name);

describe('the stages of a clock', () => {
  it('are told of at their distances, and the breach a millisecond after the last instant on time', () => {
    expect(alarmStages(span(48), [HOUR, 24 * HOUR, 90 * MINUTE])).toEqual([
      { name: 'DUE_IN_24H', at: after(24 * HOUR) },
      { name: 'DUE_IN_90M', at: after(48 * HOUR - 90 * MINUTE) },
      { name: 'DUE_IN_1H', at: after(47 * HOUR) },
      { name: 'BREACHED', at: after(48 * HOUR + 1) },
    ]);
  });

  it('are no breach when a right lapses', () => {
    expect(namesOf(alarmStages(span(48, 'PETITION_OBJECTION'), DAY_AND_HOUR))).toEqual(['DUE_IN_24H', 'DUE_IN_1H']);
    expect(alarmStages(span(1, 'PETITION_OBJECTION'), DAY_AND_HOUR)).toEqual([]);
  });

  it.each([
    ['shorter than the clock runs', 24 * HOUR - 1, ['DUE_IN_1440M', 'BREACHED']],
    ['as long as the clock runs', 24 * HOUR, ['BREACHED']],
    ['longer than the clock runs', 25 * HOUR, ['BREACHED']],
  ])('have one for a distance that is %s, or have not', (_what, distance, names) => {
    expect(namesOf(alarmStages(span(24), [distance]))).toEqual(names);
  });
});

describe('the stage that a clock which is set waits for', () => {
  const stages = alarmStages(span(48), DAY_AND_HOUR);
  it.each([
    ['the first', 0, 'DUE_IN_24H'],
    ['the last that lies behind', 24 * HOUR, 'DUE_IN_24H'],
    ['that one alone of several', 47 * HOUR + 5, 'DUE_IN_1H'],
    ['the breach long after', 1_000 * HOUR, 'BREACHED'],
  ])('is %s', (_what, ms, name) => {
    expect(firstStage(stages, after(ms))?.name).toBe(name);
  });

  it('is none where there is none', () => {
    expect(firstStage([], START)).toBeNull();
  });
});

describe('the stage after an instant', () => {
  const stages = alarmStages(span(48), DAY_AND_HOUR);
  it.each([
    [24 * HOUR - 1, 'DUE_IN_24H'],
    [24 * HOUR, 'DUE_IN_1H'],
    [48 * HOUR, 'BREACHED'],
    [48 * HOUR + 1, undefined],
  ])('%d ms after the start is %s', (ms, name) => {
    expect(stageAfter(stages, after(ms))?.name).toBe(name);
  });
});

describe('stages that are reached', () => {
  const stages = alarmStages(span(48), DAY_AND_HOUR);
  const [day, hour, breached] = stages;

  it('are none before the first millisecond of the next, and none when nothing is left', () => {
    expect(reachedStages(stages, day ?? null, after(24 * HOUR - 1))).toEqual({ reached: [], next: day });
    expect(reachedStages(stages, null, after(100 * HOUR))).toEqual({ reached: [], next: null });
  });

  it('are all that were passed, none left out, however late it is', () => {
    expect(reachedStages(stages, day ?? null, after(24 * HOUR))).toEqual({ reached: [day], next: hour });
    expect(reachedStages(stages, day ?? null, after(48 * HOUR))).toEqual({ reached: [day, hour], next: breached });
    expect(reachedStages(stages, day ?? null, after(48 * HOUR + 1))).toEqual({ reached: stages, next: null });
  });

  it('begin with what was waited for, also when it is no longer configured', () => {
    const waited = { name: 'DUE_IN_12H', at: after(36 * HOUR) };
    expect(reachedStages(stages, waited, after(47 * HOUR))).toEqual({ reached: [waited, hour], next: breached });
  });
});

describe('a clock that is looked at again and again', () => {
  const distances = fc.uniqueArray(
    fc.integer({ min: 1, max: 80 }).map((quarters) => quarters * 15 * MINUTE),
    {
      maxLength: 5,
    },
  );
  const looks = fc.array(fc.integer({ min: 0, max: 60 * HOUR }), { minLength: 1, maxLength: 12 });
  const hours = fc.integer({ min: 1, max: 50 });

  it('tells what a plain list of its instants says', () => {
    fc.assert(
      fc.property(distances, hours, looks, (lengths, runs, at) => {
        const stages = alarmStages(span(runs), lengths);
        const [setAt = 0, ...later] = at.toSorted((one, other) => one - other);
        let next = firstStage(stages, after(setAt));
        const told: [number, number][] = [];
        for (const ms of [setAt, ...later]) {
          const seen = reachedStages(stages, next, after(ms));
          told.push(...seen.reached.map((stage): [number, number] => [stage.at.getTime() - START.getTime(), ms]));
          next = seen.next;
        }
        expect(told).toEqual(plainly(runs * HOUR, lengths, [setAt, ...later]));
      }),
      { numRuns: 2_000 },
    );
  });
});

/** The instants of the stages that must be told, each with the look that tells it: by walking along every instant of interest. */
function plainly(due: number, distances: readonly number[], looks: readonly number[]): [number, number][] {
  const [setAt = 0] = looks;
  const instants = [due + 1];
  for (const distance of distances) if (distance < due) instants.push(due - distance);
  instants.sort((one, other) => one - other);
  const lastBehind = Math.max(...instants.filter((at) => at <= setAt));
  return instants
    .filter((at) => at >= lastBehind)
    .flatMap((at): [number, number][] => {
      const look = looks.find((ms) => ms >= at);
      return look === undefined ? [] : [[at, look]];
    });
}
