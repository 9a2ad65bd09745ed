/** A stretch of a clock's life in which it ran towards one end. */
export interface Span {
  readonly clock: string;
  readonly startedAt: number;
  readonly dueAt: number;
  /** When it was set to this end. */
  readonly from: number;
  /** When it was met, dropped or set to another end; null when it ran on. */
  until: number | null;
}

/** From when on which distances were configured, by the names of their stages. */
export interface Epoch {
  readonly from: number;
  readonly distances: Readonly<Record<string, number>>;
}

/** An alarm that must have been told. */
export interface Expected {
  readonly clock: string;
  readonly dueAt: number;
  readonly stage: string;
  readonly reachedAt: number;
  readonly firedAt: number;
}

interface Stage {
  readonly stage: string;
  readonly at: number;
}

/**
 * Which alarms a hub must have told, worked out clock by clock from what happened to it: a plain list of stages in the
 * order of time, of which each is told at the first instant at or after it when anyone looked.
 *
 * @param looks - every instant at which a hub was up and looked, ascending; clocks are set, met and moved only then
 */
export function expectedAlarms(
  spans: readonly Span[],
  epochs: readonly Epoch[],
  looks: readonly number[],
): ReadonlyMap<string, Expected> {
  const expected = new Map<string, Expected>();
  for (const span of spans) {
    for (const { stage, at } of stagesToTell(span, epochs, looks)) {
      const key = keyOf(span.clock, span.dueAt, stage);
      const firedAt = firstLook(looks, Math.max(at, span.from));
      if (!expected.has(key))
        expected.set(key, { clock: span.clock, dueAt: span.dueAt, stage, reachedAt: at, firedAt });
    }
  }
  return expected;
}

/** What makes an alarm the same as another. */
export function keyOf(clock: string, dueAt: number, stage: string): string {
  return `${clock} ${String(dueAt)} ${stage}`;
}

function stagesToTell(span: Span, epochs: readonly Epoch[], looks: readonly number[]): Stage[] {
  const end = span.until ?? looks.at(-1) ?? span.from;
  const begun = epochs.filter(({ from }) => from <= span.from).at(-1);
  const all = stagesBy(span, begun?.distances ?? {});
  const behind = all.filter(({ at }) => at <= span.from);
  // Of what lay behind when the clock was set, only the last.
  let waiting = [...behind.slice(-1), ...all.filter(({ at }) => at > span.from)];
  const told: Stage[] = [];
  for (const { from, distances } of epochs) {
    if (from <= span.from || from > end) continue;
    const lastLook = looks[indexOfLook(looks, from) - 1] ?? span.from;
    told.push(...waiting.filter(({ at }) => at <= lastLook));
    waiting = waiting.filter(({ at }) => at > lastLook);
    const [pending] = waiting;
    if (pending === undefined) break;
    const isDue = pending.at <= from;
    const later = stagesBy(span, distances).filter(({ at }) => at > (isDue ? pending.at : from));
    waiting = isDue ? [pending, ...later] : later;
  }
  return [...told, ...waiting.filter(({ at }) => at <= end)];
}

function stagesBy({ startedAt, dueAt }: Span, distances: Readonly<Record<string, number>>): Stage[] {
  const stages = Object.entries(distances)
    .filter(([, distance]) => dueAt - distance > startedAt)
    .map(([stage, distance]) => ({ stage, at: dueAt - distance }));
  return [...stages, { stage: 'BREACHED', at: dueAt + 1 }].sort((one, other) => one.at - other.at);
}

function firstLook(looks: readonly number[], at: number): number {
  const look = looks[indexOfLook(looks, at)];
  if (look === undefined) throw new Error(`Expected a look at or after ${new Date(at).toISOString()}.`);
  return look;
}

/** The place of the first look at or after an instant. */
function indexOfLook(looks: readonly number[], at: number): number {
  let [low, high] = [0, looks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((looks[middle] ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
