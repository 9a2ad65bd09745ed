import type { IncomingMessage } from 'node:http';
import type { WebSocket as ProtocolSocket } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { RequestScope } from '../../core/viewer.ts';

/** The longest reason that a close frame can carry, in bytes. */
const LONGEST_REASON = 123;

/** One client on its WebSocket. */
export class Peer {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  /** Aborts when the socket is closed. */
  readonly gone = new AbortController();
  /** Who it is; null until it has introduced itself. */
  scope: RequestScope | null = null;
  /** Operations whose answers are not sent yet, streams included. */
  #busy = 0;
  #whenIdle = (): void => undefined;

  constructor(socket: WebSocket, request: IncomingMessage) {
    this.socket = socket;
    this.request = request;
  }

  /** Sends a text; settles once it has left for the network, so that who awaits it never fills the memory for a slow client. */
  send(text: string): Promise<void> {
    return new Promise((resolve) => {
      if (this.socket.readyState !== this.socket.OPEN) resolve();
      // A failed send is followed by the close of the socket, which ends everything that is sent on it.
      else
        this.socket.send(text, () => {
          resolve();
        });
    });
  }

  close(code: number, reason: string): void {
    this.socket.close(code, shortened(reason));
  }

  /** Counts an operation as under way until what comes back is called. */
  begin(): () => void {
    this.#busy += 1;
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.#busy -= 1;
      if (this.#busy === 0) this.#whenIdle();
    };
  }

  /** Settles once nothing is under way any more. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#whenIdle = resolve;
      if (this.#busy === 0) resolve();
    });
  }

  /** The socket as the protocol's library wants it. */
  forProtocol(onFailure: (error: unknown) => void): ProtocolSocket {
    return {
      protocol: this.socket.protocol,
      send: (text) => this.send(text),
      close: (code, reason) => {
        this.close(code ?? 1000, reason ?? '');
      },
      onMessage: (take) => {
        this.socket.on('message', (message: Buffer) => {
          take(message.toString()).catch(onFailure);
        });
      },
    };
  }
}

function shortened(reason: string): string {
  let text = reason;
  while (Buffer.byteLength(text) > LONGEST_REASON) text = text.slice(0, -1);
  return text;
}
