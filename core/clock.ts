/** The only source of "now". Rules take instants and days as arguments; commands and timers read this. */
export interface Clock {
  /** The present instant. */
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };
