/**
 * The same items, the next one being fetched while the last one is dealt with. When its reader stops early, the item that
 * was fetched in vain is handed to `discard`.
 */
export async function* oneAhead<Item>(
  items: AsyncIterable<Item>,
  discard: (item: Item) => Promise<void>,
): AsyncGenerator<Item, void, void> {
  const iterator = items[Symbol.asyncIterator]();
  let next = iterator.next();
  try {
    for (;;) {
      const step = await next;
      if (step.done === true) return;
      next = iterator.next();
      // Whoever awaits it later is told; until then it is no unhandled rejection.
      next.catch(() => undefined);
      yield step.value;
    }
  } finally {
    const step = await next.catch(() => null);
    if (step !== null && step.done !== true) await discard(step.value);
    await iterator.return?.();
  }
}
