import { isOfFirstRound } from './held-due-instants.ts';
import { responseDeadlines, type Severity } from './response-deadline.ts';
import { doneBy, type Statement } from './statement.ts';

/** What is public of an event that another hub handles, as far as its clocks go. */
export interface HeldMatter {
  readonly id: string;
  readonly detectedAt: Date;
  readonly severity: Severity;
  readonly respondedAt: Date | null;
  readonly reworkDueAt: Date | null;
  /** The statements that went out, the first one first. */
  readonly statements: readonly (Statement & { readonly publishedAt: Date })[];
  /** What alarms were told of. */
  readonly alarms: readonly AlarmedClock[];
}

/** Which clock an alarm tells of: what is owed, and by when it was due then. */
export interface AlarmedClock {
  readonly kind: string;
  readonly dueAt: Date;
}

/** A clock as it follows from what is public. */
export interface HeldClock {
  readonly id: string;
  readonly kind: string;
  readonly round: number;
  readonly startedAt: Date;
  readonly hours: number;
  readonly dueAt: Date;
  readonly rules: readonly string[];
  readonly metAt: Date | null;
  readonly droppedAt: Date | null;
}

const HOUR_MS = 3_600_000;

/**
 * The clocks of an event that another hub handles. The log tells of none, but they follow from the same rules: those of its
 * severity run from the detection, one for each time that it is answered anew ends when the public was told, and a
 * statement stops what it does. Whether a verification was reported is not public; its clock, like one that no longer
 * binds, is there for its alarms alone, and dropped, lest anyone be called late without grounds.
 *
 * @see rules P1, P2, P3, P7
 */
export function heldClocks(matter: HeldMatter): readonly HeldClock[] {
  const clocks = [...firstRound(matter), ...laterRounds(matter)];
  const known = new Set(clocks.map(({ id }) => id));
  const dropped = matter.alarms.flatMap((alarm) => {
    const id = heldClockId(matter, alarm);
    if (known.has(id)) return [];
    known.add(id);
    return [droppedClock(id, matter, alarm)];
  });
  return [...clocks, ...dropped];
}

/** The id of the clock that is meant by what is owed and by when. The clock of the first answer may have moved since. */
export function heldClockId({ id, detectedAt }: Pick<HeldMatter, 'id' | 'detectedAt'>, alarm: AlarmedClock): string {
  const { kind, dueAt } = alarm;
  const isFirst = kind !== 'VERIFICATION' && isOfFirstRound(dueAt, detectedAt);
  return isFirst ? `${id}/${kind}` : `${id}/${kind}/${dueAt.toISOString()}`;
}

function firstRound({ id, detectedAt, severity, statements }: HeldMatter): HeldClock[] {
  return responseDeadlines(detectedAt, severity, false).map(({ kind, startedAt, hours, dueAt, rules }) => ({
    ...{ id: `${id}/${kind}`, kind, round: 1, startedAt, hours, dueAt, rules },
    metAt: statements.find((statement) => doneBy(statement).includes(kind))?.publishedAt ?? null,
    droppedAt: null,
  }));
}

function laterRounds(matter: HeldMatter): HeldClock[] {
  const { detectedAt, reworkDueAt, severity, alarms, statements, respondedAt } = matter;
  const alarmed = alarms.filter(({ kind, dueAt }) => kind === 'RESPONSE' && !isOfFirstRound(dueAt, detectedAt));
  const ends = [...alarmed.map(({ dueAt }) => dueAt), ...(reworkDueAt === null ? [] : [reworkDueAt])];
  const distinct = [...new Set(ends.map((end) => end.getTime()))].sort((one, other) => one - other);
  const { hours, rules } = answerOwed(detectedAt, severity);
  return distinct.map((end, index) => {
    const dueAt = new Date(end);
    const startedAt = new Date(end - hours * HOUR_MS);
    const from = Math.max(startedAt.getTime(), respondedAt?.getTime() ?? 0);
    const answer = statements.find(({ kind, publishedAt }) => kind !== 'FIRST_WORD' && publishedAt.getTime() > from);
    return {
      ...{ id: heldClockId(matter, { kind: 'RESPONSE', dueAt }), kind: 'RESPONSE', round: index + 2 },
      ...{ startedAt, hours, dueAt, rules: [...rules, 'P7'], metAt: answer?.publishedAt ?? null, droppedAt: null },
    };
  });
}

function answerOwed(detectedAt: Date, severity: Severity) {
  const owed = responseDeadlines(detectedAt, severity, false).find(({ kind }) => kind === 'RESPONSE');
  if (owed === undefined) throw new RangeError(`Expected an answer to be owed in every severity, got ${severity}.`);
  return owed;
}

function droppedClock(id: string, { detectedAt }: HeldMatter, { kind, dueAt }: AlarmedClock): HeldClock {
  const hours = Math.max(0, Math.round((dueAt.getTime() - detectedAt.getTime()) / HOUR_MS));
  return {
    ...{ id, kind, round: 1, startedAt: detectedAt, hours, dueAt, rules: [] },
    ...{ metAt: null, droppedAt: detectedAt },
  };
}
