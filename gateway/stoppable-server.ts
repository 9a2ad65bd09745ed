import { createServer, type RequestListener, type Server } from 'node:http';

/** A file of a gigabyte comes in for an hour over a county's line; a body that stands still is cut off earlier. */
const LONGEST_REQUEST_MS = 3_600_000;

/** An HTTP server that ends in order. */
export interface StoppableServer {
  readonly server: Server;
  /** From now on every answer ends its connection: a client that asks again and again would else keep the server from ending. */
  refuseMore(): void;
  /** Lets requests under way end; what is open after so many milliseconds is cut. */
  stop(graceMs: number): Promise<void>;
}

/** Makes a server that is not listening yet. */
export function createStoppableServer(listener: RequestListener): StoppableServer {
  let isStopping = false;
  const server = createServer({ requestTimeout: LONGEST_REQUEST_MS }, (request, response) => {
    if (isStopping) response.setHeader('connection', 'close');
    listener(request, response);
  });
  const refuseMore = (): void => {
    isStopping = true;
    server.closeIdleConnections();
  };
  return {
    server,
    refuseMore,
    stop: async (graceMs) => {
      refuseMore();
      const deadline = setTimeout(() => {
        server.closeAllConnections();
      }, graceMs);
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      clearTimeout(deadline);
    },
  };
}
