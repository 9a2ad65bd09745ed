import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

/** A wire between two hubs that breaks time and again. */
export interface CuttingProxy {
  readonly url: string;
  /** How often it broke. */
  readonly cuts: () => number;
  /** Lets everything through from now on. */
  mend(): void;
  close(): void;
}

/**
 * Passes connections on, and breaks each after some of what came back.
 *
 * @param room - after how many bytes a connection breaks
 */
export async function cuttingProxy(url: string, room: () => number): Promise<CuttingProxy> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let isMended = false;
  let cuts = 0;
  const server = createServer((client) => {
    const there = connect(Number(port), hostname);
    let left = isMended ? null : room();
    for (const socket of [client, there]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        there.destroy();
      });
    }
    client.on('data', (piece) => there.write(piece));
    there.on('data', (piece: Buffer) => {
      client.write(left === null ? piece : piece.subarray(0, left));
      if (left === null) return;
      left -= piece.length;
      if (left > 0) return;
      cuts += 1;
      client.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    cuts: () => cuts,
    mend: () => {
      isMended = true;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
