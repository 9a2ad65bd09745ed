import type { PlanNode, QueryPlan } from '@graphql-hive/router-query-planner';
import type { Executor } from '../../subgraphs/kit/executor.ts';
import { compileCall, type Call, type Reply } from './call.ts';
import { compileBatch, compileFlatten } from './entity-fetch.ts';
import { compileFetch, compileReceive, type RootFetch } from './fetch.ts';
import { isPromise } from './json.ts';
import type { Run } from './run.ts';
import type { PlanContext, Step } from './step.ts';

/** A plan, ready to run. */
export interface CompiledPlan {
  /** All of it; of a subscription, what each event needs beyond itself. */
  readonly run: Step;
  /** Of a subscription: the fetch whose answers are the events. */
  readonly source: EventSource | null;
}

/** The fetch of a subscription's root field. */
export interface EventSource {
  readonly call: Call;
  readonly executor: Executor;
  /** Puts an event into the answer. */
  receive(run: Run, event: Reply): void;
}

/** Makes closures of a plan, once; each run only walks them. */
export function compilePlan(plan: QueryPlan, context: PlanContext): CompiledPlan {
  const { node } = plan;
  if (node == null) return { run: nothing, source: null };
  const [first, ...rest] = node.kind === 'Sequence' ? node.nodes : [node];
  if (first?.kind !== 'Subscription') return { run: compileNode(node, context), source: null };
  return {
    run: sequence(rest.map((part) => compileNode(part, context))),
    source: compileSource(first.primary, context),
  };
}

function compileSource(node: RootFetch, context: PlanContext): EventSource {
  const executor = context.executorOf(node.serviceName);
  const call = compileCall({ ...node, operationKind: 'subscription' }, executor);
  return { call, executor, receive: compileReceive(node, call, context) };
}

function compileNode(node: PlanNode | null | undefined, context: PlanContext): Step {
  switch (node?.kind) {
    case undefined:
      return nothing;
    case 'Sequence':
      return sequence(node.nodes.map((part) => compileNode(part, context)));
    case 'Parallel':
      return parallel(node.nodes.map((part) => compileNode(part, context)));
    case 'Condition':
      return condition(node.condition, compileNode(node.ifClause, context), compileNode(node.elseClause, context));
    case 'Fetch':
      return compileFetch(node, context);
    case 'BatchFetch':
      return compileBatch(node, context);
    case 'Flatten':
      return node.node.kind === 'Fetch'
        ? compileFlatten(node.path, node.node, context)
        : compileNode(node.node, context);
    case 'Subscription':
    case 'Defer':
      throw new Error(`The planner gave a node of kind ${node.kind} where none is expected.`);
  }
}

const nothing: Step = () => undefined;

function sequence(steps: readonly Step[]): Step {
  const [only] = steps;
  if (only === undefined) return nothing;
  if (steps.length === 1) return only;
  const runFrom = (run: Run, from: number): Promise<void> | undefined => {
    for (let index = from; index < steps.length; index++) {
      const outcome = steps[index]?.(run);
      if (isPromise(outcome)) return outcome.then(() => runFrom(run, index + 1));
    }
    return undefined;
  };
  return (run) => runFrom(run, 0);
}

function parallel(steps: readonly Step[]): Step {
  return (run) => {
    const outcomes: Promise<void>[] = [];
    for (const step of steps) {
      const outcome = step(run);
      if (outcome !== undefined) outcomes.push(outcome);
    }
    if (outcomes.length < 2) return outcomes[0];
    return Promise.all(outcomes).then(() => undefined);
  };
}

function condition(variable: string, whenTrue: Step, whenFalse: Step): Step {
  return (run) => (run.variables[variable] === true ? whenTrue(run) : whenFalse(run));
}
