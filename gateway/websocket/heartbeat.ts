import type { WebSocket } from 'ws';

/**
 * Pings a client at intervals, which also keeps proxies from closing a quiet connection, and drops one that did not
 * answer the ping before.
 *
 * @returns stops it
 */
export function keepAlive(socket: WebSocket, intervalMs: number): () => void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) {
      socket.terminate();
      return;
    }
    answered = false;
    socket.ping();
  }, intervalMs).unref();
  return () => {
    clearInterval(timer);
  };
}
