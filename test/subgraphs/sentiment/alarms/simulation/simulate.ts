import type { Database } from '../../../../../prisma/storage/database.ts';
import type { Dice } from './dice.ts';
import { answerByCommand, changeMany, recordByCommand, recordMany, type Matter, type Spans } from './matters.ts';
import { startProcesses, type Processes } from './processes.ts';
import type { Epoch } from './reference.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse('2026-01-01T00:00:00.000Z');

/** What the hub may be configured with, by the names of the stages. */
const CONFIGURATIONS: readonly [Readonly<Record<string, number>>, ...Readonly<Record<string, number>>[]] = [
  { DUE_IN_24H: 24 * HOUR, DUE_IN_4H: 4 * HOUR, DUE_IN_1H: HOUR },
  { DUE_IN_12H: 12 * HOUR, DUE_IN_4H: 4 * HOUR, DUE_IN_30M: 30 * MINUTE },
  { DUE_IN_48H: 48 * HOUR, DUE_IN_90M: 90 * MINUTE },
  {},
];

/** How large a simulation is. */
export interface Size {
  readonly matters: number;
  /** How many instants there are at which something happens. */
  readonly steps: number;
  readonly restarts: number;
  /** How many matters are recorded and answered by the hub's own commands at each instant; the others by its clocks alone. */
  readonly byCommand: number;
}

/** What happened in a simulation. */
export interface Happened {
  readonly spans: Spans;
  readonly epochs: readonly Epoch[];
  readonly looks: readonly number[];
  readonly matters: number;
  /** Wall time in which processes told alarms, in milliseconds. */
  readonly lookingMs: number;
}

interface World {
  readonly size: Size;
  readonly dice: Dice;
  readonly processes: Processes;
  readonly spans: Spans;
  readonly matters: Matter[];
  readonly epochs: Epoch[];
}

/** Lets matters come and go in virtual time, with processes that look and are stopped and started in between. */
export async function simulate(databases: readonly Database[], size: Size, dice: Dice): Promise<Happened> {
  const clock = { at: START, now: () => new Date(clock.at) };
  const [distances] = CONFIGURATIONS;
  const processes = await startProcesses(databases, clock, Object.values(distances));
  const epochs: Epoch[] = [{ from: START, distances }];
  const world: World = { size, dice, processes, epochs, spans: [], matters: [] };
  const looks: number[] = [];
  let lookingMs = 0;
  const look = async () => {
    const began = performance.now();
    await processes.look();
    lookingMs += performance.now() - began;
  };
  for (let step = 0; step < size.steps; step += 1) {
    await moveOn(world, step);
    looks.push(clock.at);
    await look();
    // Whoever changes matters and whoever looks do so at once; whatever was set meanwhile is looked at after.
    await Promise.all([happen(world), processes.look()]);
    await look();
  }
  await processes.close();
  return { spans: world.spans, epochs, looks, matters: world.matters.length, lookingMs };
}

/** Moves the clock, with a restart now and then while no process runs or only one of them does. */
async function moveOn(world: World, step: number): Promise<void> {
  const { processes, dice, epochs } = world;
  const { steps, restarts } = world.size;
  const { clock } = processes;
  const every = Math.floor(steps / (restarts + 1));
  if (step === 0 || step % every !== 0 || step / every > restarts) {
    clock.at = nextInstant(world);
    return;
  }
  if ((step / every) % 4 === 3) {
    clock.at = nextInstant(world);
    await processes.restartOne();
    return;
  }
  const distances = dice.pick(CONFIGURATIONS);
  await processes.restart(() => (clock.at += dice.whole(1, 72 * HOUR)), Object.values(distances));
  epochs.push({ from: clock.at, distances });
}

/** A later instant: often one at which a clock reaches a stage, or the millisecond before or after. */
function nextInstant({ dice, processes, matters, epochs }: World): number {
  const { at } = processes.clock;
  for (let tries = 0; tries < 10 && matters.length > 0 && dice.happens(0.9); tries += 1) {
    const span = [...dice.pick(matters).running.values()][0];
    if (span === undefined) continue;
    const distances = [...Object.values(epochs.at(-1)?.distances ?? {}), 0, -1];
    const instant = span.dueAt - dice.pick(distances) + dice.whole(-1, 1);
    if (instant > at && instant < at + 6 * HOUR) return instant;
  }
  return at + (dice.happens(0.1) ? 1 : dice.whole(1, 4 * HOUR));
}

/** New matters come, and old ones change: above all those with a clock that ends just now. */
async function happen({ size, dice, processes, spans, matters }: World): Promise<void> {
  const old = chosen(dice, matters, processes.clock.at);
  const answered = old.filter(({ isInquiry, running }) => !isInquiry && running.size > 0).slice(0, size.byCommand);
  const others = old.filter((matter) => !answered.includes(matter));
  const half = Math.floor(others.length / 2);
  const left = Math.min(Math.ceil(size.matters / size.steps), size.matters - matters.length);
  const commanded = Math.min(size.byCommand, left);
  const change = (some: readonly Matter[]) => changeMany(processes.context(), some, dice.another(), spans);
  const [recorded, many] = await Promise.all([
    Promise.all(Array.from({ length: commanded }, () => recordByCommand(processes.context(), dice.another(), spans))),
    recordMany(processes.context(), dice.another(), { count: left - commanded, spans }),
    Promise.all(answered.map((matter) => answerByCommand(processes.context(), matter))),
    change(others.slice(0, half)),
    change(others.slice(half)),
  ]);
  matters.push(...recorded, ...many);
}

/** So many old matters change at most at one instant. */
const MOST_CHANGES = 60;

function chosen(dice: Dice, matters: readonly Matter[], at: number): Matter[] {
  const count = Math.min(MOST_CHANGES, Math.ceil(matters.length / 20));
  const picked = [...new Set(Array.from({ length: count }, () => dice.pick(matters)))];
  const ends = matters.filter(({ running }) => [...running.values()].some(({ dueAt }) => Math.abs(dueAt - at) <= 1));
  return [...new Set([...ends.filter(() => dice.happens(0.5)).slice(0, MOST_CHANGES), ...picked])];
}
