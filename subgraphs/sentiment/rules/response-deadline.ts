/** How grave a matter of public concern is. */
export const SEVERITIES = ['EMERGENCY', 'MAJOR', 'ORDINARY'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What an authority owes, each by its own clock. */
export const DEADLINE_KINDS = ['FIRST_WORD', 'BRIEFING', 'RESPONSE', 'VERIFICATION'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** By when something is owed, and how that instant came about. */
export interface ResponseDeadline {
  readonly kind: DeadlineKind;
  readonly startedAt: Date;
  readonly hours: number;
  readonly dueAt: Date;
  /** Ids of the rules it rests on. */
  readonly rules: readonly string[];
  /** How it was worked out, for people: the instant that started the clock, and the hours. */
  readonly working: string;
}

interface Clock {
  readonly kind: DeadlineKind;
  readonly responseHours: number;
  readonly rules: readonly string[];
}

const CLOCKS: Readonly<Record<Severity, readonly Clock[]>> = {
  EMERGENCY: [
    { kind: 'FIRST_WORD', responseHours: 5, rules: ['P3'] },
    { kind: 'BRIEFING', responseHours: 24, rules: ['P2', 'P3'] },
    { kind: 'RESPONSE', responseHours: 24, rules: ['P1'] },
  ],
  MAJOR: [{ kind: 'RESPONSE', responseHours: 24, rules: ['P1'] }],
  ORDINARY: [{ kind: 'RESPONSE', responseHours: 48, rules: ['P1', 'P2'] }],
};
const VERIFICATION: Clock = { kind: 'VERIFICATION', responseHours: 24, rules: ['P1'] };

const HOUR_MS = 3_600_000;

/**
 * Every deadline of an opinion event (政务舆情), in the order in which they end. Hours run by the clock, nights and
 * holidays included.
 *
 * @param verificationAsked - whether a superior asked that the matter be verified
 * @see rules P1, P2, P3
 */
export function responseDeadlines(
  detectedAt: Date,
  severity: Severity,
  verificationAsked: boolean,
): readonly ResponseDeadline[] {
  const clocks = verificationAsked ? [...CLOCKS[severity], VERIFICATION] : CLOCKS[severity];
  return clocks
    .map(({ kind, responseHours, rules }) => ({
      kind,
      startedAt: detectedAt,
      hours: responseHours,
      dueAt: new Date(detectedAt.getTime() + responseHours * HOUR_MS),
      rules,
      working: `${detectedAt.toISOString()} + ${String(responseHours)} h`,
    }))
    .sort((first, second) => first.dueAt.getTime() - second.dueAt.getTime());
}

/** By when the public is answered: the strictest clock that a public answer stops. */
export function responseDueAt(deadlines: readonly ResponseDeadline[]): Date {
  const binding = deadlines.find(({ kind }) => kind !== 'VERIFICATION');
  if (binding === undefined) throw new RangeError('Expected at least one deadline that an answer stops.');
  return binding.dueAt;
}

/** By when the verification is reported; null when none was asked for. */
export function verificationDueAt(deadlines: readonly ResponseDeadline[]): Date | null {
  return deadlines.find(({ kind }) => kind === 'VERIFICATION')?.dueAt ?? null;
}

/** Whether the public is still unanswered although the time is over; an answer at the due instant is on time. */
export function isOverdue(
  event: { readonly responseDueAt: Date | null; readonly respondedAt: Date | null },
  now: Date,
): boolean {
  return event.respondedAt === null && event.responseDueAt !== null && now.getTime() > event.responseDueAt.getTime();
}
