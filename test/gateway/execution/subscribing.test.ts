import type { ExecutionResult } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../../../core/fault.ts';
import { EventQueue } from '../../../gateway/execution/event-queue.ts';
import type { Prepared, SubscribeArgs, SubscriptionItem } from '../../../gateway/execution/gateway.ts';
import type { SubgraphRequest } from '../../../subgraphs/kit/executor.ts';
import { federate, PUBLIC, type Federated } from './federation.ts';

const TEXT =
  'subscription Live($after: Cursor, $kind: String) { changed(after: $after, kind: $kind) { at: id title } }';

let hub: Federated;
let source: EventQueue<ExecutionResult>;
let left: boolean;
let requested: SubgraphRequest | undefined;

beforeEach(() => {
  left = false;
  source = new EventQueue<ExecutionResult>(100, () => {
    left = true;
  });
  hub = federate({
    log: {
      types: `scalar Cursor type Query { none: Int }
        type Subscription { changed(after: Cursor, kind: String): Item! }
        type Item @key(fields: "id") { id: ID! }`,
    },
    titles: {
      types: `type Item @key(fields: "id") { id: ID! title: String }`,
      resolvers: {
        Item: {
          title: ({ id }: { id: string }) => {
            if (id === 'bad') throw new Error('no title');
            return `title ${id}`;
          },
        },
      },
    },
  });
  hub.replace('log', (request) => {
    requested = request;
    return source;
  });
});

function prepare(text = TEXT): Prepared {
  const prepared = hub.gateway.prepare(text);
  if ('errors' in prepared) throw new Error(String(prepared.errors[0]));
  return prepared;
}

async function open(args: Partial<SubscribeArgs> = {}): Promise<AsyncIterableIterator<SubscriptionItem>> {
  const opened = await hub.gateway.subscribe(prepare(), { scope: PUBLIC, ...args });
  if (Symbol.asyncIterator in opened) return opened;
  throw new Error(JSON.stringify(opened));
}

const event = (id: string, extensions?: Record<string, unknown>): ExecutionResult => ({
  data: { changed: { __typename: 'Item', id, at: id } },
  ...(extensions === undefined ? {} : { extensions }),
});

describe('a subscription', () => {
  it('completes each event with what other subgraphs know', async () => {
    const stream = await open({ resume: { after: 'c0' } });
    source.push(event('1', { cursor: 'c1' }));
    source.push({ extensions: { mark: 'c2' } });
    expect((await stream.next()).value).toEqual({
      kind: 'event',
      result: { data: { changed: { at: '1', title: 'title 1' } } },
      cursor: 'c1',
    });
    expect((await stream.next()).value).toEqual({ kind: 'mark', cursor: 'c2' });
    expect(requested?.resume).toEqual({ after: 'c0' });
  });

  it('keeps the errors of one event out of the next', async () => {
    const stream = await open();
    source.push(event('bad'));
    source.push(event('2'));
    expect((await stream.next()).value).toMatchObject({ result: { errors: [{ path: ['changed', 'title'] }] } });
    expect((await stream.next()).value).toEqual({
      kind: 'event',
      result: { data: { changed: { at: '2', title: 'title 2' } } },
      cursor: null,
    });
  });

  it('reaches the subgraph at once when it is left, even while an event is waited for', async () => {
    const stream = await open();
    const pending = stream.next();
    await stream.return?.();
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(left).toBe(true);
    expect(requested?.signal?.aborted).toBe(true);
  });

  it('ends with its caller', async () => {
    const caller = new AbortController();
    const stream = await open({ signal: caller.signal });
    caller.abort();
    expect((await stream.next()).done).toBe(true);
    expect(left).toBe(true);
  });

  it('tells as its last item that the subgraph was lost', async () => {
    const stream = await open();
    source.fail(new Error('ECONNRESET'));
    const { value } = (await stream.next()) as { value: SubscriptionItem };
    expect(value).toMatchObject({ result: { errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] } });
    expect(value.kind === 'event' && 'data' in value.result).toBe(false);
    expect((await stream.next()).done).toBe(true);
  });

  it('ends with the errors of an event that has no data', async () => {
    const stream = await open();
    const { extensions } = new Fault('CURSOR_TRIMMED', 'gone');
    source.push({ errors: [{ message: 'gone', extensions }] } as unknown as ExecutionResult);
    source.push(event('never'));
    expect((await stream.next()).value).toMatchObject({
      result: { errors: [{ extensions: { code: 'CURSOR_TRIMMED' } }] },
    });
    expect((await stream.next()).done).toBe(true);
    expect(left).toBe(true);
  });

  it("is refused with the subgraph's own errors", async () => {
    hub.replace('log', () => Promise.reject(new Fault('CURSOR_FOREIGN', 'another log')));
    const refused = await hub.gateway.subscribe(prepare(), { scope: PUBLIC });
    expect(refused).toMatchObject({ errors: [{ extensions: { code: 'CURSOR_FOREIGN', serviceName: 'log' } }] });
    expect(refused).not.toHaveProperty('data');
  });

  it('knows where it starts, and is equal to others that start elsewhere', () => {
    const prepared = prepare();
    expect(prepared.resumable).toBe(true);
    expect(prepared.after({ after: 'c9' })).toBe('c9');
    expect(prepared.after(undefined)).toBeNull();
    const other = prepare('subscription ($kind: String) { changed(after: "c3", kind: $kind) { at: id title } }');
    expect(other.after(undefined)).toBe('c3');
    expect(prepared.shareKey({ after: 'c9', kind: 'X' })).toBe(other.shareKey({ kind: 'X' }));
    expect(prepared.shareKey({ kind: 'X' })).not.toBe(prepared.shareKey({ kind: 'Y' }));
  });
});
