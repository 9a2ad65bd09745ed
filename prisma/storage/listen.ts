import type pg from 'pg';

type OnNotify = (payload: string) => void;

/** Names a channel safely inside SQL. */
const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * LISTEN on whatever connection a pool of one has at the moment; a replaced connection listens again at once.
 *
 * Commands that the same session ends bring their notifications with them, so on the embedded database, where every
 * writer is this session, a notification arrives with the commit that sent it.
 */
export function keepListening(pool: pg.Pool): {
  listen(channel: string, onNotify: OnNotify): Promise<() => Promise<void>>;
} {
  const channels = new Map<string, Set<OnNotify>>();
  pool.on('connect', (client) => {
    client.on('notification', ({ channel, payload }) => {
      for (const onNotify of channels.get(channel) ?? []) onNotify(payload ?? '');
    });
    // Queued before anything that the connection's first user asks.
    for (const channel of channels.keys()) client.query(`LISTEN ${quote(channel)}`).catch(() => undefined);
  });
  return {
    async listen(channel, onNotify) {
      const listeners = channels.get(channel) ?? new Set<OnNotify>();
      listeners.add(onNotify);
      channels.set(channel, listeners);
      await pool.query(`LISTEN ${quote(channel)}`);
      return async () => {
        listeners.delete(onNotify);
        if (listeners.size > 0 || !channels.delete(channel)) return;
        if (!pool.ended) await pool.query(`UNLISTEN ${quote(channel)}`);
      };
    },
  };
}
