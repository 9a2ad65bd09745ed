import type { QueryPlan } from '@graphql-hive/router-query-planner';
import { Kind, print, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Executor } from '../../subgraphs/kit/executor.ts';
import type { Variables } from './contract.ts';
import { createErrorPlaces } from './error-places.ts';
import { compileIntrospection, splitIntrospection } from './introspection.ts';
import { compilePlan, type CompiledPlan } from './plan.ts';
import { compileProjection, type Projection } from './projection.ts';
import type { Run } from './run.ts';
import { useSafeNames } from './safe-names.ts';
import type { Fragments } from './selections.ts';
import type { PlanContext, Step } from './step.ts';
import type { TypeConditions } from './type-conditions.ts';

/** What is the same for all operations of a gateway. */
export interface Federation {
  readonly schema: GraphQLSchema;
  readonly types: TypeConditions;
  /** Field names that plans add by themselves. */
  readonly reserved: ReadonlySet<string>;
  executorOf(service: string): Executor;
  plan(text: string, operationName: string | null): QueryPlan;
}

/** An operation, ready to run. */
export interface CompiledOperation {
  /** Gathers the answer of a query or mutation; of a subscription, completes an event. */
  readonly gather: Step;
  readonly source: CompiledPlan['source'];
  readonly project: Projection;
  /** The variables under the names that the plan has for them. */
  rename(variables: Variables): Variables;
}

/** Plans an operation and makes closures of the plan and of the projection. */
export function compileOperation(
  federation: Federation,
  client: DocumentNode,
  chosen: OperationDefinitionNode,
): CompiledOperation {
  const names = useSafeNames(soleOperation(client, chosen), federation.reserved);
  const { document } = names;
  const { operation, fragments } = readDocument(document);
  const { local, remote } = splitIntrospection(operation, fragments);
  const context: PlanContext = {
    types: federation.types,
    executorOf: (service) => federation.executorOf(service),
    errorPlaces: createErrorPlaces(document, operation, names.clientNames),
  };
  const planned = remote === operation ? document : withOperation(document, remote);
  const plan = remote === null ? NOTHING : federation.plan(print(planned), operation.name?.value ?? null);
  const { run, source } = compilePlan(plan, context);
  const { schema, types } = federation;
  return {
    gather: local === null ? run : both(compileIntrospection(schema, local, document), run),
    source,
    project: compileProjection({ schema, types, operation, fragments, clientNames: names.clientNames }),
    rename:
      names.variables.size === 0 ? (variables) => variables : (variables) => renameKeys(variables, names.variables),
  };
}

const NOTHING: QueryPlan = { kind: 'QueryPlan' };

/** The operation and fragments of a document of one operation. */
function readDocument(document: DocumentNode): { operation: OperationDefinitionNode; fragments: Fragments } {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('The document holds no operation.');
  return { operation, fragments: fragmentsOf(document) };
}

/** The fragments of a document by name. */
export function fragmentsOf(document: DocumentNode): Fragments {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

function soleOperation(document: DocumentNode, chosen: OperationDefinitionNode): DocumentNode {
  const definitions = document.definitions.filter(
    (definition) => definition === chosen || definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return { ...document, definitions };
}

function withOperation(document: DocumentNode, operation: OperationDefinitionNode | null): DocumentNode {
  const definitions = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && operation !== null ? operation : definition,
  );
  return { ...document, definitions };
}

function both(answer: (run: Run) => void, gather: Step): Step {
  return (run) => {
    answer(run);
    return gather(run);
  };
}

function renameKeys(variables: Variables, names: ReadonlyMap<string, string>): Variables {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [names.get(name) ?? name, value]));
}
