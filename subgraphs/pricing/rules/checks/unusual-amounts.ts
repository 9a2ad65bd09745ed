/**
 * How many times an amount may be the one in force, or the other way round, before it is asked about: ten, but for what
 * rounding takes.
 *
 * @see rule H7
 */
export const JUMP = 9.5;

/** When an amount lies far from what comparable institutions of the province charge for the same thing. */
export const OUTLYING = {
  /** Of fewer institutions than this nothing is usual. */
  leastPeers: 5,
  /** Beyond the quartiles by so many times what lies between them an amount is far out (Tukey's outer fences). */
  fences: 3,
  /** And at least so many times the median, or the median so many times it: where all charge alike, a fence is a hair. */
  ratio: 2,
} as const;
