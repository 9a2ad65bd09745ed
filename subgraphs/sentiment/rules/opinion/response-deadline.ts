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
 * @param verificationFrom - from when on it was asked for; with the detection when left out
 * @see rules P1, P2, P3
 */
export function responseDeadlines(
  detectedAt: Date,
  severity: Severity,
  verificationAsked: boolean,
  verificationFrom = detectedAt,
): readonly ResponseDeadline[] {
  const deadlines = CLOCKS[severity].map((clock) => deadlineOf(clock, detectedAt));
  if (verificationAsked) deadlines.push(deadlineOf(VERIFICATION, verificationFrom));
  return deadlines.sort((first, second) => first.dueAt.getTime() - second.dueAt.getTime());
}

/**
 * By when the public is answered anew after a check found the answer unsatisfactory: as many hours as the severity gives
 * for an answer, from the check on.
 *
 * @see rules P1, P7
 */
export function reworkDeadline(checkedAt: Date, severity: Severity): ResponseDeadline {
  const answer = CLOCKS[severity].find(({ kind }) => kind === 'RESPONSE');
  if (answer === undefined) throw new RangeError(`Expected an answer to be owed in every severity, got ${severity}.`);
  return deadlineOf({ ...answer, rules: [...answer.rules, 'P7'] }, checkedAt);
}

function deadlineOf({ kind, responseHours, rules }: Clock, startedAt: Date): ResponseDeadline {
  const dueAt = new Date(startedAt.getTime() + responseHours * HOUR_MS);
  return { kind, startedAt, hours: responseHours, dueAt, rules, working: workingOf(startedAt, responseHours) };
}

/** How an instant was worked out, for people. */
function workingOf(startedAt: Date, hours: number): string {
  return `${startedAt.toISOString()} + ${String(hours)} h`;
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
