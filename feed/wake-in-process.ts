import type { Wake } from './wake.ts';

/** Wakes the readers of this process: enough where one process holds the database. */
export function wakeInProcess(): Wake {
  const listeners = new Set<() => void>();
  return {
    wake: () => {
      for (const onWake of listeners) onWake();
    },
    listen: (onWake) => {
      listeners.add(onWake);
      return () => void listeners.delete(onWake);
    },
    close: () => {
      listeners.clear();
      return Promise.resolve();
    },
  };
}
