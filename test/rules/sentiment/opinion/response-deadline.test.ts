import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  responseDeadlines,
  responseDueAt,
  reworkDeadline,
  SEVERITIES,
  verificationDueAt,
} from '../../../../subgraphs/sentiment/rules/opinion/response-deadline.ts';

const DETECTED = new Date('2026-11-23T01:30:00.000Z');
const hoursLater = (hours: number) => new Date(DETECTED.getTime() + hours * 3_600_000);

describe('the deadlines of an opinion event', () => {
  it.each([
    [
      'EMERGENCY',
      [
        ['FIRST_WORD', 5, ['P3']],
        ['BRIEFING', 24, ['P2', 'P3']],
        ['RESPONSE', 24, ['P1']],
      ],
    ],
    ['MAJOR', [['RESPONSE', 24, ['P1']]]],
    ['ORDINARY', [['RESPONSE', 48, ['P1', 'P2']]]],
  ] as const)('of severity %s are those that the rules set', (severity, expected) => {
    const deadlines = responseDeadlines(DETECTED, severity, false);
    expect(deadlines.map(({ kind, dueAt, rules }) => [kind, dueAt, rules])).toEqual(
      expected.map(([kind, hours, rules]) => [kind, hoursLater(hours), rules]),
    );
  });

  it.each([
    ['EMERGENCY', 5],
    ['MAJOR', 24],
    ['ORDINARY', 48],
  ] as const)('of severity %s ask for an answer in %i hours, the strictest of them', (severity, hours) => {
    expect(responseDueAt(responseDeadlines(DETECTED, severity, false))).toEqual(hoursLater(hours));
  });

  it('say how each was worked out', () => {
    expect(responseDeadlines(DETECTED, 'MAJOR', false)[0]?.working).toBe('2026-11-23T01:30:00.000Z + 24 h');
  });

  it('include the report on a verification only when one was asked for', () => {
    expect(verificationDueAt(responseDeadlines(DETECTED, 'ORDINARY', false))).toBeNull();
    expect(verificationDueAt(responseDeadlines(DETECTED, 'ORDINARY', true))).toEqual(hoursLater(24));
  });

  it('leave the answer to the public its own time when a verification is due before it', () => {
    expect(responseDueAt(responseDeadlines(DETECTED, 'ORDINARY', true))).toEqual(hoursLater(48));
  });

  it('run by the clock through nights, weekends and holidays', () => {
    const newYearsEve = new Date('2026-02-16T15:00:00.000Z');
    expect(responseDueAt(responseDeadlines(newYearsEve, 'MAJOR', false))).toEqual(new Date('2026-02-17T15:00:00.000Z'));
  });

  it('stand in the order in which they end, whatever the event', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true }),
        fc.constantFrom(...SEVERITIES),
        fc.boolean(),
        (at, severity, asked) => {
          const ends = responseDeadlines(at, severity, asked).map(({ dueAt }) => dueAt.getTime());
          expect(ends).toEqual([...ends].sort((first, second) => first - second));
        },
      ),
    );
  });

  it.each([
    ['EMERGENCY', 24, ['P1', 'P7']],
    ['MAJOR', 24, ['P1', 'P7']],
    ['ORDINARY', 48, ['P1', 'P2', 'P7']],
  ] as const)('of severity %s give %i hours for an answer anew, from the check on', (severity, hours, rules) => {
    expect(reworkDeadline(hoursLater(9), severity)).toMatchObject({
      ...{ kind: 'RESPONSE', startedAt: hoursLater(9), dueAt: hoursLater(9 + hours), rules },
    });
  });

  it('can not be none', () => {
    expect(() => responseDueAt([])).toThrow('Expected at least one deadline that an answer stops.');
  });
});
