import { describe, expect, it } from 'vitest';
import {
  heldDueInstants,
  isOfFirstRound,
  supposedDueAt,
  type HeldAnswer,
} from '../../../../subgraphs/sentiment/rules/opinion/held-due-instants.ts';

const DETECTED = new Date('2026-11-23T01:30:00.000Z');
const later = (hours: number, milliseconds = 0): Date =>
  new Date(DETECTED.getTime() + hours * 3_600_000 + milliseconds);
const event = { detectedAt: DETECTED, severity: 'ORDINARY', status: 'RESPONDED' } as const;
const first = (due: Date | null) => ({ responseDueAt: due, reworkDueAt: null });
const anew = (due: Date) => ({ responseDueAt: null, reworkDueAt: due });

const CASES: readonly [string, Partial<HeldAnswer>, ReturnType<typeof heldDueInstants>][] = [
  ['one that is not answered', { status: 'OPEN', answerDueAt: later(48), respondedAt: null }, first(later(48))],
  ['one that has no instant', { status: 'OPEN', answerDueAt: null, respondedAt: null }, first(null)],
  ['one answered in time', { answerDueAt: later(48), respondedAt: later(40) }, first(later(48))],
  ['one answered at the last instant', { answerDueAt: later(48), respondedAt: later(48) }, first(later(48))],
  ['one answered late', { answerDueAt: later(48), respondedAt: later(60) }, first(later(48))],
  ['one answered under another severity', { answerDueAt: later(5), respondedAt: later(4) }, first(later(5))],
  ['one answered late by rules not known here', { answerDueAt: later(30), respondedAt: later(31) }, first(later(30))],
  ['one in rework', { status: 'OPEN', answerDueAt: later(100), respondedAt: later(40) }, anew(later(100))],
  [
    'one in rework at a like instant',
    { status: 'OPEN', answerDueAt: later(48), respondedAt: later(1) },
    anew(later(48)),
  ],
  ['one answered anew', { answerDueAt: later(100), respondedAt: later(40) }, anew(later(100))],
  [
    'one closed after a rework',
    { status: 'CLOSED', answerDueAt: later(48, 1), respondedAt: later(1) },
    anew(later(48, 1)),
  ],
];

describe('the due instants of an event that another hub handles', () => {
  it.each(CASES)('are told apart for %s', (_name, given, expected) => {
    expect(heldDueInstants({ ...event, respondedAt: null, answerDueAt: null, ...given })).toEqual(expected);
  });

  it.each([
    [5, 0, true],
    [24, 0, true],
    [48, 0, true],
    [48, 1, false],
    [72, 0, false],
  ])('are of the first round %i hours and %i ms after the detection: %s', (hours, milliseconds, expected) => {
    expect(isOfFirstRound(later(hours, milliseconds), DETECTED)).toBe(expected);
  });

  it.each([
    ['EMERGENCY', 5],
    ['MAJOR', 24],
    ['ORDINARY', 48],
  ] as const)('are supposed by severity where nothing was told: %s', (severity, hours) => {
    expect(supposedDueAt({ detectedAt: DETECTED, severity })).toEqual(later(hours));
  });
});
