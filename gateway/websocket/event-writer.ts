import type { GraphQLError } from 'graphql';
import { isShutdown, resultText } from '../subscriptions/delivery.ts';
import type { DeliveryStream } from '../subscriptions/subscriptions.ts';
import type { Peer } from './peer.ts';

/** Why a stream ended that did not complete; becomes the protocol's `error` message. */
export class StreamEnded extends Error {
  override readonly name = 'StreamEnded';
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super('The subscription ended.');
    this.errors = errors;
  }
}

/**
 * A subscription as the protocol's library takes it, but one that yields nothing: it writes its events itself, from the
 * text that was made once for the whole group, and ends when the stream does.
 *
 * When the hub stops, it neither completes nor fails, because the client is to connect again: it waits for the socket to close.
 */
export function eventWriter(
  stream: DeliveryStream,
  peer: Peer,
  id: string,
  done: () => void,
): AsyncIterableIterator<never> {
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  let release = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    release = resolve;
  });
  const write = async (): Promise<IteratorResult<never>> => {
    for await (const delivery of stream) {
      if (delivery.kind === 'event') await peer.send(`${head}${resultText(delivery.result)}}`);
      else if (delivery.kind === 'end') {
        done();
        if (!isShutdown(delivery.errors)) throw new StreamEnded(delivery.errors);
        await over;
      }
    }
    return { done: true, value: undefined };
  };
  return {
    next: () => write().finally(done),
    async return() {
      release();
      await stream.return?.();
      done();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
