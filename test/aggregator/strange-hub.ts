import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { County } from '../../aggregator/counties.ts';
import { reachCounty, type CountyHub, type ReachOptions } from '../../aggregator/reach/county-hub.ts';
import { encodeCursor } from '../../feed/cursor.ts';

/** Short enough for a test that waits for them to be over. */
const SHORT: ReachOptions = { connectMs: 2_000, headersMs: 800, stallMs: 800, silenceMs: 900, pauseMs: 1 };

export const TOKEN = 'secret-token-of-this-test';
export const REGION = '140521';

/** A server that answers as a test says, and the county that it poses as. */
export interface StrangeHub {
  readonly county: CountyHub;
  readonly server: Server;
  /** What it was asked, in order: method and URL. */
  readonly asked: string[];
  close(): Promise<void>;
}

export type Answering = (response: ServerResponse, request: IncomingMessage, body: string) => void;

export async function strangeHub(answering: Answering, options: ReachOptions = {}): Promise<StrangeHub> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request as AsyncIterable<Buffer>) body += chunk.toString();
      asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
      answering(response, request, body);
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const county = reachCounty(
    new County({
      ...{ name: '沁水县', region: REGION, endpoint: `http://127.0.0.1:${String(port)}`, token: TOKEN },
      ...{ subjects: ['DOCUMENT'], mostWithdrawn: 0.25, allowPrivate: true },
    }),
    { ...SHORT, ...options },
  );
  return {
    ...{ county, server, asked },
    close: async () => {
      await county.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Answers JSON. */
export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** A place in the log of a made-up hub. */
export function at(position: number, epoch = 'epoch-1'): string {
  return encodeCursor({ epoch, position });
}

/** An entry as `changes` gives it. */
export function nodeAt(position: number, changed: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ...{ cursor: at(position), id: `e-${String(position)}`, kind: 'PUBLISHED', subject: 'DOCUMENT' },
    ...{ subjectId: `d-${String(position)}`, occurredAt: '2026-11-01T00:00:00.000Z', payload: { title: '通知' } },
    ...{ origin: { id: 'hub-1' }, region: { code: REGION }, publisher: { id: 'i-1' }, catalogueItems: [{ id: 'c-1' }] },
    ...changed,
  };
}

/** The problem that something fails with; its message and all that is inspected of it hold no token. */
export async function problemOf(doing: Promise<unknown>): Promise<unknown> {
  try {
    await doing;
  } catch (error) {
    return error;
  }
  throw new Error('It was done.');
}
