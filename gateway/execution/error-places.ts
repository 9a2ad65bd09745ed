import {
  Kind,
  type DocumentNode,
  type GraphQLError,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ResponsePath } from './paths.ts';
import { toClientError, type SubgraphProblem } from './problems.ts';

/** Turns the places that one subgraph names into places of the client's answer. */
export interface ErrorPlaces {
  /** The place in the client's words, cut where the plan goes on to fields that the client did not ask for. */
  toClient(path: ResponsePath): ResponsePath;
  /** The same for response keys of one object. */
  rename(keys: ReadonlySet<string>): ReadonlySet<string>;
  tell(problem: SubgraphProblem, path: ResponsePath | undefined): GraphQLError;
}

/** The response keys of an operation, level by level, whatever the types. */
interface Shape {
  readonly nested: Map<string, Shape>;
}

/**
 * Reads the shape of an operation, for telling errors of its plan.
 *
 * @param clientNames - response keys of the operation as planned to those that the client wrote
 */
export function createErrorPlaces(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  clientNames: ReadonlyMap<string, string>,
): (service: string, renamed: ReadonlyMap<string, string>) => ErrorPlaces {
  let shape: Shape | null = null;
  return (service, renamed) => {
    const unaliased = (key: string | number) => (typeof key === 'string' ? (renamed.get(key) ?? key) : key);
    const toClient = (path: ResponsePath): ResponsePath => {
      shape ??= readShape(document, operation);
      return cut(path.map(unaliased), shape).map((key) =>
        typeof key === 'string' ? (clientNames.get(key) ?? key) : key,
      );
    };
    return {
      toClient,
      rename: (keys) => new Set([...keys].map((key) => renamed.get(key) ?? key)),
      tell: (problem, path) => toClientError(problem, service, path === undefined ? undefined : toClient(path)),
    };
  };
}

function cut(path: ResponsePath, shape: Shape): ResponsePath {
  let level: Shape | undefined = shape;
  for (const [index, key] of path.entries()) {
    if (typeof key === 'number') continue;
    level = level.nested.get(key);
    if (level === undefined) return path.slice(0, index);
  }
  return path;
}

function readShape(document: DocumentNode, operation: OperationDefinitionNode): Shape {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition.selectionSet);
  }
  const add = (selections: SelectionSetNode | undefined, shape: Shape): void => {
    for (const selection of selections?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        add(fragments.get(selection.name.value), shape);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        add(selection.selectionSet, shape);
      } else {
        const key = selection.alias?.value ?? selection.name.value;
        let nested = shape.nested.get(key);
        if (nested === undefined) shape.nested.set(key, (nested = { nested: new Map() }));
        add(selection.selectionSet, nested);
      }
    }
  };
  const shape: Shape = { nested: new Map() };
  add(operation.selectionSet, shape);
  return shape;
}
