/** Where a {@link pulled} iterator gets its items. */
export interface Source<Item> {
  /** The next item, or null at the end. Called again only when the call before has ended. */
  take(): Promise<Item | null>;
  /** Called once, when nothing more will be taken; a `take` that still runs may end as it likes. */
  close(): void;
}

type Step<Item> = IteratorResult<Item, undefined>;

interface Waiter<Item> {
  readonly resolve: (step: Step<Item>) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * An iterator over what a source gives, in the order of the calls of `next()`. Not a generator: `return()` ends it at
 * once and answers every call that still waits, where a generator would first wait for its own pending step.
 */
export function pulled<Item>(source: Source<Item>): AsyncIterableIterator<Item, undefined> {
  const waiters: Waiter<Item>[] = [];
  let isTaking = false;
  let isOver = false;
  const end = (): void => {
    if (!isOver) source.close();
    isOver = true;
    for (const waiter of waiters.splice(0)) waiter.resolve({ done: true, value: undefined });
  };
  const serve = async (): Promise<void> => {
    isTaking = true;
    while (waiters.length > 0) {
      try {
        const item = await source.take();
        if (item === null) end();
        else waiters.shift()?.resolve({ done: false, value: item });
      } catch (reason) {
        waiters.shift()?.reject(reason);
        end();
      }
    }
    isTaking = false;
  };
  return {
    next: () =>
      isOver
        ? Promise.resolve({ done: true, value: undefined })
        : new Promise((resolve, reject) => {
            waiters.push({ resolve, reject });
            if (!isTaking) void serve();
          }),
    return: () => {
      end();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
