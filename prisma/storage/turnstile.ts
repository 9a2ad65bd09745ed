/** Waits for a place; gives it back. */
export type Enter = () => Promise<() => void>;

/** Lets so many in at a time; the others wait in the order in which they came. */
export function turnstile(places: number): Enter {
  let free = places;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    let hasLeft = false;
    return () => {
      if (!hasLeft) leave();
      hasLeft = true;
    };
  };
}
