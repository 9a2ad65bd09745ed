import { describe, expect, it } from 'vitest';
import { clocksJudged, type StandingClock } from '../../../../subgraphs/sentiment/rules/opinion/judged-clocks.ts';
import {
  responseDeadlines,
  type ResponseDeadline,
  type Severity,
} from '../../../../subgraphs/sentiment/rules/opinion/response-deadline.ts';

const DETECTED = new Date('2026-11-23T01:30:00.000Z');
const later = (hours: number) => new Date(DETECTED.getTime() + hours * 3_600_000);
const clockOf = ({ kind, startedAt, dueAt, rules }: ResponseDeadline): StandingClock => ({
  ...{ kind, startedAt, dueAt, rules, round: 1, metAt: null, droppedAt: null },
});
const set = (severity: Severity, asked = false) => responseDeadlines(DETECTED, severity, asked).map(clockOf);
const judged = (
  clocks: readonly StandingClock[],
  severity: Severity,
  asked = false,
  done: readonly 'FIRST_WORD'[] = [],
) => clocksJudged(clocks, { severity, deadlines: responseDeadlines(DETECTED, severity, asked), done });
const kinds = (some: readonly { readonly kind: string }[]) => some.map(({ kind }) => kind);

describe('judging an event', () => {
  it('for the first time sets a clock for every deadline', () => {
    const changes = judged([], 'EMERGENCY', true);
    expect(kinds(changes.started)).toEqual(['FIRST_WORD', 'BRIEFING', 'RESPONSE', 'VERIFICATION']);
    expect([changes.dropped, changes.moved, changes.resumed]).toEqual([[], [], []]);
  });

  it('as graver moves the answer to its earlier end and adds what else is owed', () => {
    const changes = judged(set('ORDINARY'), 'EMERGENCY');
    expect(changes.moved.map(({ clock, to }) => [clock.kind, to.dueAt])).toEqual([['RESPONSE', later(24)]]);
    expect(kinds(changes.started)).toEqual(['FIRST_WORD', 'BRIEFING']);
  });

  it('as less grave drops what binds no longer and leaves what ends alike', () => {
    const changes = judged(set('EMERGENCY'), 'MAJOR');
    expect(kinds(changes.dropped)).toEqual(['FIRST_WORD', 'BRIEFING']);
    expect([changes.moved, changes.started]).toEqual([[], []]);
  });

  it('leaves what was met, and asks for nothing that was done', () => {
    const met = set('ORDINARY').map((clock) => ({ ...clock, metAt: later(3) }));
    const changes = judged(met, 'EMERGENCY', false, ['FIRST_WORD']);
    expect([changes.dropped, changes.moved]).toEqual([[], []]);
    expect(kinds(changes.started)).toEqual(['BRIEFING']);
  });

  it('resumes what it had dropped', () => {
    const dropped = set('EMERGENCY').map((clock) =>
      clock.kind === 'RESPONSE' ? { ...clock, dueAt: later(48) } : { ...clock, droppedAt: later(4) },
    );
    const changes = judged(dropped, 'EMERGENCY');
    expect(changes.resumed.map(({ clock, to }) => [clock.kind, to.dueAt])).toEqual([
      ['FIRST_WORD', later(5)],
      ['BRIEFING', later(24)],
    ]);
    expect(changes.started).toEqual([]);
  });

  it('counts an answer that is given anew from the check that asked for it', () => {
    const [first] = set('MAJOR');
    if (first === undefined) throw new Error('Expected a clock.');
    const clocks = [
      { ...first, metAt: later(3) },
      { ...first, round: 2, startedAt: later(10), dueAt: later(34), rules: ['P1', 'P7'] },
    ];
    const changes = judged(clocks, 'ORDINARY');
    expect(changes.moved.map(({ clock, to }) => [clock.round, to.dueAt, to.rules])).toEqual([
      [2, later(58), ['P1', 'P2', 'P7']],
    ]);
    expect(judged(clocks, 'MAJOR').moved).toEqual([]);
  });

  it('starts a verification anew that is asked for from another instant on', () => {
    const clocks = set('MAJOR', true).map((clock) =>
      clock.kind === 'VERIFICATION' ? { ...clock, droppedAt: later(2) } : clock,
    );
    const deadlines = responseDeadlines(DETECTED, 'MAJOR', true, later(7));
    const changes = clocksJudged(clocks, { severity: 'MAJOR', deadlines, done: [] });
    expect(changes.started.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([['VERIFICATION', later(31)]]);
    expect(changes.resumed).toEqual([]);
  });
});
