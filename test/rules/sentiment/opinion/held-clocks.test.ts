import { describe, expect, it } from 'vitest';
import { heldClockId, heldClocks, type HeldMatter } from '../../../../subgraphs/sentiment/rules/opinion/held-clocks.ts';

const DETECTED = new Date('2026-11-23T01:30:00.000Z');
const later = (hours: number): Date => new Date(DETECTED.getTime() + hours * 3_600_000);
const at = (hours: number): string => later(hours).toISOString();
const clocksOf = (given: Partial<HeldMatter>) =>
  heldClocks({
    ...{ id: 'e', detectedAt: DETECTED, severity: 'ORDINARY', respondedAt: null, reworkDueAt: null },
    ...{ statements: [], alarms: [], ...given },
  });
const said = (kind: 'FIRST_WORD' | 'RESPONSE' | 'FINDINGS', hours: number, isBriefing = false) => ({
  ...{ kind, publishedAt: later(hours) },
  channels: isBriefing ? (['PRESS_CONFERENCE_OR_HEARING'] as const) : (['NEW_MEDIA'] as const),
});
const short = (given: Partial<HeldMatter>) =>
  clocksOf(given).map(({ id, round, dueAt, metAt, droppedAt }) => [
    ...[id, round, dueAt.toISOString(), metAt?.toISOString() ?? null],
    ...(droppedAt === null ? [] : ['dropped']),
  ]);

describe('the clocks of an event that another hub handles', () => {
  it('are those of its severity, from the detection on', () => {
    expect(clocksOf({})).toEqual([
      {
        ...{ id: 'e/RESPONSE', kind: 'RESPONSE', round: 1, startedAt: DETECTED, hours: 48, dueAt: later(48) },
        ...{ rules: ['P1', 'P2'], metAt: null, droppedAt: null },
      },
    ]);
    expect(short({ severity: 'EMERGENCY' })).toEqual([
      ['e/FIRST_WORD', 1, at(5), null],
      ['e/BRIEFING', 1, at(24), null],
      ['e/RESPONSE', 1, at(24), null],
    ]);
  });

  it('stop by the first statement that does what they ask', () => {
    const statements = [said('FIRST_WORD', 4), said('RESPONSE', 20), said('FINDINGS', 23, true)];
    expect(short({ severity: 'EMERGENCY', statements, respondedAt: later(20) })).toEqual([
      ['e/FIRST_WORD', 1, at(5), at(4)],
      ['e/BRIEFING', 1, at(24), at(23)],
      ['e/RESPONSE', 1, at(24), at(20)],
    ]);
  });

  it('begin anew with each rework that the public was told of, and stop by a later answer', () => {
    const statements = [said('RESPONSE', 40), said('FIRST_WORD', 55), said('RESPONSE', 60)];
    const alarms = [{ kind: 'RESPONSE', dueAt: later(98) }];
    expect(short({ statements, respondedAt: later(40), alarms, reworkDueAt: later(150) })).toEqual([
      ['e/RESPONSE', 1, at(48), at(40)],
      [`e/RESPONSE/${at(98)}`, 2, at(98), at(60)],
      [`e/RESPONSE/${at(150)}`, 3, at(150), null],
    ]);
    const [, second] = clocksOf({ statements, respondedAt: later(40), reworkDueAt: later(98) });
    expect(second).toMatchObject({ startedAt: later(50), hours: 48, rules: ['P1', 'P2', 'P7'] });
  });

  it('are never stopped anew by the first answer, though a rework seems to begin before it', () => {
    expect(short({ statements: [said('RESPONSE', 40)], respondedAt: later(40), reworkDueAt: later(70) })).toEqual([
      ['e/RESPONSE', 1, at(48), at(40)],
      [`e/RESPONSE/${at(70)}`, 2, at(70), null],
    ]);
  });

  it('count the round of a rework once, whether an alarm was told of it or not', () => {
    const alarms = [later(98), later(98)].map((dueAt) => ({ kind: 'RESPONSE', dueAt }));
    expect(short({ respondedAt: later(40), alarms, reworkDueAt: later(98) })).toHaveLength(2);
  });

  it('are dropped when only alarms tell of them', () => {
    const alarms = [
      { kind: 'VERIFICATION', dueAt: later(24) },
      { kind: 'VERIFICATION', dueAt: later(24) },
      { kind: 'FIRST_WORD', dueAt: later(5) },
      { kind: 'RESPONSE', dueAt: later(24) },
    ];
    expect(short({ alarms })).toEqual([
      ['e/RESPONSE', 1, at(48), null],
      [`e/VERIFICATION/${at(24)}`, 1, at(24), null, 'dropped'],
      ['e/FIRST_WORD', 1, at(5), null, 'dropped'],
    ]);
  });

  it('keep their alarms when the first answer is due at another instant by now', () => {
    const matter = { id: 'e', detectedAt: DETECTED };
    expect(heldClockId(matter, { kind: 'RESPONSE', dueAt: later(24) })).toBe('e/RESPONSE');
    expect(heldClockId(matter, { kind: 'RESPONSE', dueAt: later(60) })).toBe(`e/RESPONSE/${at(60)}`);
    expect(heldClockId(matter, { kind: 'VERIFICATION', dueAt: later(24) })).toBe(`e/VERIFICATION/${at(24)}`);
  });

  it('have begun with the detection, however short before an alarm that alone tells of them was due', () => {
    const [, dropped] = clocksOf({ alarms: [{ kind: 'VERIFICATION', dueAt: later(-1) }] });
    expect(dropped).toMatchObject({ startedAt: DETECTED, hours: 0 });
  });
});
