/** Draws that are the same on every machine, for a seed. */
export interface Draw {
  /** An integer from 0 up to but not including `bound`. */
  below(bound: number): number;
  /** Whether something of so many chances in a hundred happens. */
  chance(percent: number): boolean;
  /** One of the list. */
  of<Thing>(list: readonly Thing[]): Thing;
}

/** A small generator of 32 bits (the mixing function of mulberry32), seeded by a text. Never for secrets. */
export function drawsOf(seed: string): Draw {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  const below = (bound: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * bound);
  };
  return {
    below,
    chance: (percent) => below(100) < percent,
    of: (list) => {
      const one = list[below(list.length)];
      if (one === undefined) throw new RangeError('Expected a list that is not empty');
      return one;
    },
  };
}
