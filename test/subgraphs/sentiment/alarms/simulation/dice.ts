/** Chance that comes out the same for the same seed. */
export interface Dice {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** Whether something happens that does so in a share of all cases. */
  happens(share: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** Dice of its own, for work that goes on beside other work. */
  another(): Dice;
}

/** Dice by the generator mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    happens: (share) => next() < share,
    pick: (values) => {
      const value = values[whole(0, values.length - 1)];
      if (value === undefined) throw new RangeError('Expected at least one value to pick from.');
      return value;
    },
    another: () => diceOf(whole(0, 2 ** 31)),
  };
}
