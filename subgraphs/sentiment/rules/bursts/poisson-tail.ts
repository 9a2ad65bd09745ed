/**
 * How probable it is that a Poisson count of a mean is `least` or more. Summed from the term of `least` on, so that small
 * probabilities are exact.
 */
export function poissonTail(least: number, mean: number): number {
  if (least <= 0) return 1;
  if (least <= mean) return 1 - below(least, mean);
  let sum = 0;
  for (let k = least, term = termOf(least, mean); term > sum * Number.EPSILON; k += 1, term *= mean / k) sum += term;
  return Math.min(1, sum);
}

function below(least: number, mean: number): number {
  let sum = 0;
  for (let k = 0; k < least; k += 1) sum += termOf(k, mean);
  return Math.min(1, sum);
}

function termOf(k: number, mean: number): number {
  let logFactorial = 0;
  for (let factor = 2; factor <= k; factor += 1) logFactorial += Math.log(factor);
  return Math.exp(k * Math.log(mean) - mean - logFactorial);
}
