import type { Clock } from '../../core/clock.ts';
import type { Timer } from './timer.ts';

/** How subscriptions are held. */
export interface SubscriptionOptions {
  /** Orders two cursors of one log: below 0 when the first comes earlier. Throws a Fault when they are not of one log. */
  readonly compareCursors: (first: string, second: string) => number;
  readonly clock: Clock;
  /** Waits; the machine's timers unless given. */
  readonly timer?: Timer;
  /** What differs from {@link DEFAULT_BOUNDS}. */
  readonly bounds?: Partial<Bounds>;
}

/** What one subscriber may hold, and how long a lost subgraph is waited for. */
export interface Bounds {
  /** Events that wait for one subscriber; one more, and it reads the log for itself. */
  readonly queuedEvents: number;
  /** The same in characters of JSON, as an approximation of memory. */
  readonly queuedCharacters: number;
  /** Events that a group remembers for subscribers who come back after a short break; as many characters as one may queue. */
  readonly recentEvents: number;
  /** Milliseconds before the first try to reach a lost subgraph again; doubled for each further one. */
  readonly firstPauseMs: number;
  /** The longest pause between two tries, in milliseconds. */
  readonly longestPauseMs: number;
  /** Milliseconds without any word from the subgraph after which subscribers are told. */
  readonly giveUpMs: number;
}

/** The bounds of a hub that is configured no otherwise. */
export const DEFAULT_BOUNDS: Bounds = {
  queuedEvents: 256,
  queuedCharacters: 1_000_000,
  recentEvents: 256,
  firstPauseMs: 100,
  longestPauseMs: 5_000,
  giveUpMs: 60_000,
};
