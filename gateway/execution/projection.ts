import {
  isNonNullType,
  isObjectType,
  isInterfaceType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { compileCompleter, type Completer, type ObjectCompleter } from './completion.ts';
import type { JsonObject } from './json.ts';
import { extendNotesOf, noteMissing, noteNull } from './notes.ts';
import type { Run } from './run.ts';
import { collectFields, conditionVariables, type Fragments } from './selections.ts';
import type { TypeConditions } from './type-conditions.ts';

/** What a projection is compiled from. */
export interface ProjectionSource {
  readonly schema: GraphQLSchema;
  readonly types: TypeConditions;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  /** Response keys of the operation to those that the client wrote, where they differ. */
  readonly clientNames: ReadonlyMap<string, string>;
}

/** Makes the client's answer of what a run has gathered; null when a null reached the root. */
export type Projection = (run: Run) => JsonObject | null;

/** How many combinations of conditions are kept compiled for one operation. */
const VARIANTS = 64;

/**
 * Makes the projection of an operation: only what the client asked for, in its order, with nulls propagated as the
 * GraphQL specification says. There is one for each combination of its `@skip` and `@include` variables.
 */
export function compileProjection(source: ProjectionSource): Projection {
  const sets = [
    source.operation.selectionSet,
    ...[...source.fragments.values()].map((fragment) => fragment.selectionSet),
  ];
  const names = conditionVariables(sets);
  if (names.length === 0) return new Compiler(source, null).root();
  const variants = new Map<string, Projection>();
  return (run) => {
    const key = names.map((name) => (run.variables[name] === true ? '1' : '0')).join('');
    let variant = variants.get(key);
    if (variant === undefined) {
      if (variants.size >= VARIANTS) variants.clear();
      variants.set(key, (variant = new Compiler(source, run.variables).root()));
    }
    return variant(run);
  };
}

/** One field of an object: how its value is completed. */
interface FieldStep {
  readonly dataKey: string;
  readonly key: string;
  /** The coordinate of a field that allows no null, for the message; else null. */
  readonly nonNull: string | null;
  readonly complete: Completer | null;
  /** Of `__typename`: the value. */
  readonly typename: string | null;
  /** Whether the gateway answers it itself. */
  readonly isLocal: boolean;
}

class Compiler {
  readonly #source: ProjectionSource;
  readonly #variables: Run['variables'] | null;

  constructor(source: ProjectionSource, variables: Run['variables'] | null) {
    this.#source = source;
    this.#variables = variables;
  }

  root(): Projection {
    const { schema, operation } = this.#source;
    const type = schema.getRootType(operation.operation);
    const complete = type ? this.#objectOf([operation.selectionSet], type.name) : null;
    return (run) => complete?.(run.data, run) ?? null;
  }

  /** The completer of objects of one type, made at first use. */
  #objects(sets: readonly SelectionSetNode[]): (typename: string) => ObjectCompleter | null {
    const known = new Map<string, ObjectCompleter | null>();
    return (typename) => {
      let complete = known.get(typename);
      if (complete === undefined) known.set(typename, (complete = this.#objectOf(sets, typename)));
      return complete;
    };
  }

  #objectOf(sets: readonly SelectionSetNode[], typename: string): ObjectCompleter | null {
    const { schema, types, fragments } = this.#source;
    const type = schema.getType(typename);
    if (!isObjectType(type) && !isInterfaceType(type)) return null;
    const fits = (condition: string) => types.fits(typename, condition);
    const fields = collectFields(sets, { fragments, fits, variables: this.#variables });
    const defined = type.getFields();
    const steps = fields.flatMap((field): FieldStep[] => {
      const key = this.#source.clientNames.get(field.key) ?? field.key;
      const step = { dataKey: field.key, key, nonNull: null, complete: null, typename: null, isLocal: false };
      if (field.name === '__typename') return [{ ...step, typename }];
      if (field.name.startsWith('__')) return [{ ...step, isLocal: true }];
      const definition = defined[field.name];
      if (definition === undefined) return [];
      const nonNull = isNonNullType(definition.type) ? `${typename}.${field.name}` : null;
      const objects = this.#objects(field.sets);
      return [
        {
          ...step,
          nonNull,
          complete: compileCompleter(definition.type, { objects, types, where: `${typename}.${field.name}` }),
        },
      ];
    });
    return compileObject(steps);
  }
}

/** Makes the loop over an object's fields. It returns null when a field that allows no null has none. */
function compileObject(steps: readonly FieldStep[]): ObjectCompleter {
  return (object, run) => {
    const completed: JsonObject = {};
    for (const step of steps) {
      if (step.complete === null) {
        completed[step.key] = step.typename ?? run.local?.[step.dataKey] ?? null;
        continue;
      }
      const value = object[step.dataKey];
      const before = run.notes.length;
      const result = value == null ? null : step.complete(value, run);
      if (value === undefined) noteMissing(run, object, step);
      else if (value === null && step.nonNull !== null) noteNull(run, step.key, step.nonNull);
      else if (run.notes.length !== before) extendNotesOf(run, before, object, step);
      if (result === null && step.nonNull !== null) return null;
      completed[step.key] = result;
    }
    return completed;
  };
}
