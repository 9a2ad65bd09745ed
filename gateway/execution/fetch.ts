import type { FetchNode } from '@graphql-hive/router-query-planner';
import { compileCall, responseKeys, type Call, type Reply } from './call.ts';
import type { PlanContext, Step } from './step.ts';
import { isPromise, mergeInto } from './json.ts';
import { Loss } from './losses.ts';
import type { SubgraphProblem } from './problems.ts';
import { compileRewrites, renamedFields } from './rewrites.ts';
import type { Run } from './run.ts';

/** A fetch of root fields. */
export type RootFetch = Omit<FetchNode, 'kind'>;

/** Makes the step that fetches root fields and puts them into the answer. */
export function compileFetch(node: RootFetch, context: PlanContext): Step {
  const call = compileCall(node, context.executorOf(node.serviceName));
  const receive = compileReceive(node, call, context);
  return (run) => {
    const reply = call.ask(run, call.pick(run.variables));
    if (!isPromise(reply)) {
      receive(run, reply);
      return;
    }
    return reply.then((arrived) => {
      receive(run, arrived);
    });
  };
}

/** Makes the function that puts a reply with root fields into the answer; events of subscriptions arrive this way too. */
export function compileReceive(node: RootFetch, call: Call, context: PlanContext): (run: Run, reply: Reply) => void {
  const service = node.serviceName;
  const rewrite = compileRewrites(node.outputRewrites, context.types);
  const place = context.errorPlaces(service, renamedFields(node.outputRewrites));
  let keys: ReadonlySet<string> | null = null;
  const lose = (run: Run, problem: SubgraphProblem, told: boolean) => {
    keys ??= place.rename(responseKeys(call.document));
    const [first] = keys;
    run.lose(new Loss(problem, { service, keys, told, place: first === undefined ? [] : place.toClient([first]) }), [
      run.data,
    ]);
  };
  return (run, reply) => {
    if (reply.data !== null) {
      rewrite?.(reply.data);
      mergeInto(run.data, reply.data);
    }
    if (reply.errors.length === 0) return;
    const [first] = reply.errors;
    const untold = reply.data === null && reply.errors.every((error) => error.path === undefined);
    if (reply.data === null && first !== undefined) lose(run, first, !untold);
    for (const error of untold ? reply.errors.slice(1) : reply.errors) {
      run.errors.push(place.tell(error, error.path));
    }
  };
}
