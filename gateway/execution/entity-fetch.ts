import type { BatchFetchNode, FetchNode, FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { compileCall, responseKeys, type Call, type Operation, type Reply } from './call.ts';
import { compileEntityErrors, tellStrayErrors, type EntityErrors, type EntityField } from './entity-errors.ts';
import { isComposite, isPromise, mergeInto, unshared } from './json.ts';
import { compilePath } from './paths.ts';
import type { PlanContext, Step } from './step.ts';
import { compileRequires, gather, Representations, type Demand, type Waiting } from './representations.ts';
import { compileRewrites, renamedFields, type Rewrite } from './rewrites.ts';
import type { Run } from './run.ts';

/** The entities that one root field (`_entities`, or an alias of it) of a call brings. */
interface Lookup extends EntityField {
  readonly variable: string;
  readonly demand: Demand;
  readonly rewrite: Rewrite | null;
  readonly tellErrors: EntityErrors;
}

/** Makes the step that fetches entities for the objects at one path. */
export function compileFlatten(path: readonly FlattenNodePathSegment[], node: FetchNode, context: PlanContext): Step {
  const lookup = { ...node, alias: '_entities', representationsVariableName: 'representations', paths: [[...path]] };
  return compileEntityFetch(node, [{ ...lookup, requires: node.requires ?? [] }], context);
}

/** Makes the step that fetches entities for the objects at several paths with one call. */
export function compileBatch(node: BatchFetchNode, context: PlanContext): Step {
  return compileEntityFetch(node, node.entityBatch.aliases, context);
}

type LookupNode = BatchFetchNode['entityBatch']['aliases'][number];

function compileEntityFetch(node: Operation, lookupNodes: readonly LookupNode[], context: PlanContext): Step {
  const call = compileCall(node, context.executorOf(node.serviceName));
  const lookups = lookupNodes.map((lookup) => compileLookup(lookup, call, context));
  return (run) => {
    const variables = call.pick(run.variables);
    const waiting = gatherAll(run, lookups, variables);
    if (waiting === null) return;
    const reply = call.ask(run, variables);
    if (!isPromise(reply)) {
      receive(run, lookups, waiting, reply);
      return;
    }
    return reply.then((arrived) => {
      receive(run, lookups, waiting, arrived);
    });
  };
}

function compileLookup(node: LookupNode, call: Call, context: PlanContext): Lookup {
  const paths = node.paths.map((path) => compilePath(path, context.types));
  const field: EntityField = {
    service: call.service,
    field: node.alias,
    paths,
    keys: () => responseKeys(call.document, node.alias),
    places: context.errorPlaces(call.service, renamedFields(node.outputRewrites)),
  };
  return {
    ...field,
    variable: node.representationsVariableName,
    demand: {
      represent: compileRequires(node.requires, context.types),
      rewrite: compileRewrites(node.inputRewrites, context.types),
    },
    rewrite: compileRewrites(node.outputRewrites, context.types),
    tellErrors: compileEntityErrors(field),
  };
}

/** Fills in the representations; null when no object waits for anything. Lookups that share a variable share its list. */
function gatherAll(run: Run, lookups: readonly Lookup[], variables: Record<string, unknown>): Waiting[][] | null {
  const lists = new Map<string, Representations>();
  const waiting = lookups.map((lookup) => {
    let list = lists.get(lookup.variable);
    if (list === undefined) lists.set(lookup.variable, (list = new Representations()));
    const into = list;
    const groups = lookup.paths.map((path) => gather(run, path, lookup.demand, into));
    variables[lookup.variable] = list.list;
    return groups;
  });
  return [...lists.values()].some(({ list }) => list.length > 0) ? waiting : null;
}

function receive(run: Run, lookups: readonly Lookup[], waiting: readonly Waiting[][], reply: Reply): void {
  for (const [index, lookup] of lookups.entries()) {
    const groups = waiting[index] ?? [];
    const entities = reply.data?.[lookup.field];
    if (Array.isArray(entities)) {
      lookup.rewrite?.(lookup.field === '_entities' ? reply.data : entities);
      scatter(run, entities, groups, reply.errors.length === 0);
    }
    if (reply.errors.length > 0) lookup.tellErrors(run, groups, reply);
  }
  if (reply.errors.length > 0) tellStrayErrors(run, lookups, reply);
}

/** Puts each entity into all objects that wait for it; no two of them share what is nested. A null without an error says that there is none. */
function scatter(run: Run, entities: readonly unknown[], groups: readonly Waiting[], isWhole: boolean): void {
  const used = new Set<number>();
  for (const { objects, places } of groups) {
    for (const [index, place] of places.entries()) {
      const object = objects[index];
      const entity = entities[place];
      if (object !== undefined && entity === null && isWhole) run.markAbsent(object);
      if (object === undefined || !isComposite(entity)) continue;
      mergeInto(object, used.has(place) ? unshared(entity) : entity);
      used.add(place);
    }
  }
}
