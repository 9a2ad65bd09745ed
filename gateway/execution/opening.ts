import type { ExecutionResult } from 'graphql';
import { Fault } from '../../core/fault.ts';
import type { SubgraphAnswer } from '../../subgraphs/kit/executor.ts';
import { problemOfRejection, toReply } from './call.ts';
import { Cancellation } from './cancellation.ts';
import type { SubscribeArgs, SubscriptionItem, Variables } from './contract.ts';
import { isPromise } from './json.ts';
import type { EventSource } from './plan.ts';
import type { PreparedOperation } from './prepared.ts';
import { problemOf, problemsOf, toClientError, type SubgraphProblem } from './problems.ts';
import { Run } from './run.ts';
import { isStream, streamOf } from './subscription.ts';
import { unexpectedResult, type Report } from './unexpected.ts';

/** What opening one subscription needs. */
export interface Opening {
  readonly prepared: PreparedOperation;
  readonly source: EventSource;
  readonly args: SubscribeArgs;
  readonly variables: Variables;
  readonly requestMs: number;
  readonly report: Report;
}

/** Opens the stream of a subscription, or tells why there is none. */
export async function openStream(opening: Opening): Promise<ExecutionResult | AsyncIterableIterator<SubscriptionItem>> {
  const { source, args } = opening;
  const life = new AbortController();
  const answer = await ask(opening, life);
  if ('problem' in answer) {
    life.abort();
    return { errors: [toClientError(answer.problem, source.call.service, undefined)] };
  }
  if (!isStream(answer.given)) {
    const { errors } = toReply(answer.given, source.call.service);
    return { errors: errors.map((error) => toClientError(error, source.call.service, undefined)) };
  }
  const leave = (): void => void stream.return?.();
  const stream = streamOf(answer.given, {
    service: source.call.service,
    complete: (event) => completeEvent(opening, life.signal, event),
    onEnd: () => {
      args.signal?.removeEventListener('abort', leave);
      life.abort();
    },
  });
  args.signal?.addEventListener('abort', leave, { once: true });
  return stream;
}

type Asked = { readonly given: SubgraphAnswer } | { readonly problem: SubgraphProblem };

/** Asks the subgraph for the stream, no longer than a request may take; a stream that comes too late is ended. */
async function ask({ source, args, variables, requestMs }: Opening, life: AbortController): Promise<Asked> {
  const cancellation = new Cancellation(args.signal, requestMs);
  const { call } = source;
  const resume = args.resume === undefined ? {} : { resume: args.resume };
  const request = { ...call.request(args.scope, call.pick(variables), life.signal), ...resume };
  const asking = (async () => source.executor(request))().then(
    (given): Asked => ({ given }),
    (error: unknown): Asked => ({ problem: problemOfRejection(error, source.call.service) }),
  );
  const asked = await cancellation.race(asking, (fault): Asked => ({ problem: problemOf(fault) }));
  cancellation.close();
  if (cancellation.fault !== null) void asking.then(endLate);
  return cancellation.fault === null ? asked : { problem: problemOf(cancellation.fault) };
}

function endLate(asked: Asked): void {
  if (!('given' in asked) || !isStream(asked.given)) return;
  asked.given[Symbol.asyncIterator]()
    .return?.()
    .catch(() => undefined);
}

/** Completes one event with what other subgraphs know; every event has a run of its own, so no error outlives its event. */
function completeEvent(
  { prepared, source, args, variables, requestMs, report }: Opening,
  life: AbortSignal,
  event: ExecutionResult,
): Promise<ExecutionResult> | ExecutionResult {
  if (!('data' in event)) return { errors: lastWords(source.call.service, event) };
  const cancellation = new Cancellation(life, requestMs);
  const run = new Run({ variables, scope: args.scope, cancellation });
  const answer = (): ExecutionResult => {
    cancellation.close();
    return prepared.answer(run);
  };
  const failed = (error: unknown): ExecutionResult => {
    cancellation.close();
    return unexpectedResult(error, report);
  };
  try {
    source.receive(run, toReply(event, source.call.service));
    const gathering = prepared.gather(run);
    return isPromise(gathering) ? gathering.then(answer).catch(failed) : answer();
  } catch (error) {
    return failed(error);
  }
}

function lastWords(service: string, event: ExecutionResult): readonly ReturnType<typeof toClientError>[] {
  const problems = problemsOf(event.errors, service);
  const [first = problemOf(new Fault('SUBGRAPH_UNAVAILABLE', `The subgraph "${service}" sent what is no event.`))] =
    problems;
  return [first, ...problems.slice(1)].map((problem) => toClientError(problem, service, undefined));
}
