import type { ServerResponse } from 'node:http';
import { Fault } from '../../core/fault.ts';

/** A request that gets no stream of events but a plain answer. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly status: number;
  readonly fault: Fault;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, fault: Fault, headers: Readonly<Record<string, string>> = {}) {
    super(fault.message);
    this.status = status;
    this.fault = fault;
    this.headers = headers;
  }
}

/** A request that is not well formed. */
export function badRequest(message: string): Rejection {
  return new Rejection(400, new Fault('BAD_REQUEST', message));
}

/** Answers with the errors of a rejection, as GraphQL tells errors. A browser's EventSource does not try again after it. */
export function reject(response: ServerResponse, { status, fault, headers }: Rejection): void {
  const body = JSON.stringify({ errors: [{ message: fault.message, extensions: fault.extensions }] });
  const type = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(status, { ...headers, ...type }).end(body);
}
