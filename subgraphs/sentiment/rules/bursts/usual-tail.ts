/**
 * How probable it is that a count is `least` or more whose rate is itself uncertain (a negative binomial count). Summed from the
 * term of `least` on, so that small probabilities are exact.
 *
 * @param mean - of the count, above 0
 * @param shape - of the rate's gamma distribution, above 0: the rate's variance is the square of the mean over the shape
 */
export function usualTail(least: number, mean: number, shape: number): number {
  const share = mean / (shape + mean);
  let term = Math.exp(shape * Math.log(shape / (shape + mean)));
  for (let k = 0; k < least; k += 1) term *= ((k + shape) / (k + 1)) * share;
  let sum = 0;
  for (let k = least; term > sum * Number.EPSILON; k += 1) {
    sum += term;
    term *= ((k + shape) / (k + 1)) * share;
  }
  return Math.min(1, sum);
}
