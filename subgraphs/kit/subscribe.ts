import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { StreamItem } from '../../feed/stream.ts';
import { contextFor, type Context } from './context.ts';
import { mapAsync } from './map-async.ts';
import { maskResult } from './mask-unexpected.ts';

/** What `subscribe` takes; the context is always the kit's own. */
export type SubscribeArgs<Db> = Omit<ExecutionArgs, 'contextValue'> & { readonly contextValue: Context<Db> };

/**
 * graphql-js's `subscribe`, with a context of its own for every event, so that no loader outlives its event, and with
 * the log's cursors and marks beside the data when the gateway reads (`schema/FEED.md`, marks).
 */
export async function subscribeAfresh<Db>(
  args: SubscribeArgs<Db>,
): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
  const context = args.contextValue;
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return maskResult(source, context.scope);
  const items = (source as AsyncIterable<StreamItem>)[Symbol.asyncIterator]();
  return mapAsync<StreamItem, ExecutionResult>(items, async (item, skip) => {
    const isForGateway = context.resume !== null;
    if (item.kind === 'mark') return isForGateway ? { extensions: { mark: item.cursor } } : skip;
    const contextValue = contextFor(context, context.scope, context.resume);
    const result = maskResult(await execute({ ...args, rootValue: item, contextValue }), context.scope);
    return isForGateway ? { ...result, extensions: { ...result.extensions, cursor: item.cursor } } : result;
  });
}
