/**
 * Maps an async iterator without a generator: `return()` reaches the source at once, even while `next()` waits.
 *
 * @param map - gives the value to pass on, or `skip` to take the next one
 */
export function mapAsync<From, To>(
  source: AsyncIterator<From>,
  map: (value: From, skip: typeof SKIP) => To | typeof SKIP | Promise<To | typeof SKIP>,
): AsyncIterableIterator<To> {
  return {
    async next() {
      for (;;) {
        const step = await source.next();
        if (step.done === true) return { done: true, value: undefined };
        const value = await map(step.value, SKIP);
        if (value !== SKIP) return { done: false, value: value as To };
      }
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

const SKIP: unique symbol = Symbol('skip');
