import { WAKE_CHANNEL } from './append.ts';
import { wakeInProcess } from './wake-in-process.ts';
import type { Wake } from './wake.ts';

/** A database that tells its notifications. */
export interface NotifyingDatabase {
  listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>>;
}

/**
 * Wakes the readers of every process on one PostgreSQL: each commit of entries notifies the channel by itself, in its
 * own transaction. Must listen on the primary; standbys pass no notifications on.
 */
export async function wakePostgres(database: NotifyingDatabase): Promise<Wake> {
  const inProcess = wakeInProcess();
  const unlisten = await database.listen(WAKE_CHANNEL, () => {
    inProcess.wake();
  });
  return {
    ...inProcess,
    close: async () => {
      await unlisten();
      await inProcess.close();
    },
  };
}
