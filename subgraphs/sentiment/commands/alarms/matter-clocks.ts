import { randomUUID } from 'node:crypto';
import { alarmStages, firstStage } from '../../rules/alarms/alarm-stages.ts';
import {
  lockClocks,
  type ClockKind,
  type DayUnit,
  type Matter,
  type ResponseClock,
} from '../../store/clocks/clock-rows.ts';
import { tellReached, type Looking } from './tell-reached.ts';

/** A clock to be set. */
export interface NewClock {
  readonly kind: ClockKind;
  readonly startedAt: Date;
  /** The last instant that is on time. */
  readonly dueAt: Date;
  /** Of a clock in hours. */
  readonly hours?: number;
  /** Of a clock in days. */
  readonly days?: number;
  readonly unit?: DayUnit;
  readonly isProvisional?: boolean;
  /** Ids of the rules that it rests on. */
  readonly rules: readonly string[];
  /** 1 when left out. */
  readonly round?: number;
}

/** Whose a matter is. */
export interface MatterPlace {
  readonly regionCode: string;
  readonly officeId: string | null;
}

/** Where the end of a clock moves. */
export type MovedEnd = Pick<ResponseClock, 'dueAt'> &
  Partial<Pick<ResponseClock, 'hours' | 'days' | 'isProvisional' | 'rules'>>;

/**
 * The clocks of one matter within a transaction that changes it. They are locked, and every stage that they had reached is
 * told of, before anything can be done to them.
 */
export class MatterClocks {
  readonly #looking: Looking;
  readonly #matter: Matter;
  #clocks: ResponseClock[];

  private constructor(looking: Looking, matter: Matter, clocks: ResponseClock[]) {
    this.#looking = looking;
    this.#matter = matter;
    this.#clocks = clocks;
  }

  /** The matter itself must be locked already, so that no two transactions set the same clock. */
  static async of(matter: Matter, looking: Looking): Promise<MatterClocks> {
    return new MatterClocks(looking, matter, await tellReached(await lockClocks(looking.tx, matter), looking));
  }

  /** All of them, in the order in which they were set. */
  get all(): readonly ResponseClock[] {
    return this.#clocks;
  }

  /** Those that are neither met nor dropped. */
  running(...kinds: readonly ClockKind[]): readonly ResponseClock[] {
    return this.#clocks.filter(
      (clock) => clock.metAt === null && clock.droppedAt === null && (kinds.length === 0 || kinds.includes(clock.kind)),
    );
  }

  async start(clocks: readonly NewClock[], { regionCode, officeId }: MatterPlace): Promise<void> {
    if (clocks.length === 0) return;
    const { tx, now, alarmDistances } = this.#looking;
    const made = await tx.responseClock.createManyAndReturn({
      data: clocks.map(({ rules, ...clock }) => {
        const next = firstStage(alarmStages(clock, alarmDistances), now);
        return {
          ...{ id: randomUUID(), ...this.#matter, ...clock, rules: [...rules], regionCode, officeId },
          ...{ nextStage: next?.name ?? null, nextAlarmAt: next?.at ?? null },
        };
      }),
    });
    this.#clocks = [...this.#clocks, ...made];
  }

  /** What was owed is done: the running clocks of these kinds stop. */
  async meet(...kinds: readonly ClockKind[]): Promise<void> {
    await this.#write(this.running(...kinds), { metAt: this.#looking.now, nextStage: null, nextAlarmAt: null });
  }

  /** Clocks cease to bind. */
  async drop(clocks: readonly ResponseClock[]): Promise<void> {
    await this.#write(clocks, { droppedAt: this.#looking.now, nextStage: null, nextAlarmAt: null });
  }

  /** A running clock ends at another instant from now on; its stages are told anew for that. */
  async move(clock: ResponseClock, end: MovedEnd): Promise<void> {
    const { now, alarmDistances } = this.#looking;
    const next = firstStage(alarmStages({ ...clock, ...end }, alarmDistances), now);
    await this.#write([clock], { ...end, nextStage: next?.name ?? null, nextAlarmAt: next?.at ?? null });
  }

  /**
   * A clock that was dropped binds again, as if it always had, and for whoever must act now: stages that were told of
   * before are not told again.
   */
  async resume(clock: ResponseClock, end: MovedEnd, officeId: string | null): Promise<void> {
    await this.#write([clock], { droppedAt: null, officeId });
    await this.move(clock, end);
  }

  /** Another office must act from now on. */
  async handOver(officeId: string): Promise<void> {
    await this.#write(this.running(), { officeId });
  }

  async #write(clocks: readonly ResponseClock[], data: Partial<Omit<ResponseClock, 'id'>>): Promise<void> {
    const ids = clocks.map(({ id }) => id);
    if (ids.length === 0) return;
    await this.#looking.tx.responseClock.updateMany({ where: { id: { in: ids } }, data });
    this.#clocks = this.#clocks.map((clock) => (ids.includes(clock.id) ? { ...clock, ...data } : clock));
  }
}
