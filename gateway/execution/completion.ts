import {
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isInterfaceType,
  type GraphQLOutputType,
} from 'graphql';
import { isComposite, type JsonObject } from './json.ts';
import { extendNotes, noteMisfit, noteNull } from './notes.ts';
import type { Run } from './run.ts';
import type { TypeConditions } from './type-conditions.ts';

/**
 * Completes a value that is not null: returns what the client sees, or null when the value does not fit or a null
 * inside it reached it. Why, stands in the run's notes.
 */
export type Completer = (value: unknown, run: Run) => unknown;

/** Completes an object; null when a null inside it reached it. */
export type ObjectCompleter = (object: JsonObject, run: Run) => JsonObject | null;

/** What the completion of one field needs. */
export interface Completing {
  readonly types: TypeConditions;
  /** The completer of objects of one type; null when the public schema has no such type. */
  readonly objects: (typename: string) => ObjectCompleter | null;
  /** The field's coordinate. */
  readonly where: string;
}

/** Makes the completer of a type; that a null is not allowed is the caller's to check. */
export function compileCompleter(type: GraphQLOutputType, completing: Completing): Completer {
  if (isNonNullType(type)) return compileCompleter(type.ofType, completing);
  if (isListType(type)) return compileList(type.ofType, completing);
  if (isEnumType(type)) return compileEnum(type.name, new Set(type.getValues().map((value) => value.name)));
  if (isLeafType(type)) return (value) => value;
  if (isAbstractType(type)) return compileAbstract(type.name, isInterfaceType(type), completing);
  return compileObjectType(type.name, completing);
}

function compileList(elementType: GraphQLOutputType, completing: Completing): Completer {
  const complete = compileCompleter(elementType, completing);
  const isNonNull = isNonNullType(elementType);
  return (values, run) => {
    if (!Array.isArray(values)) {
      noteMisfit(run, `Expected a list for field ${completing.where}, but its subgraph gave none.`);
      return null;
    }
    const completed = new Array<unknown>(values.length);
    for (let index = 0; index < values.length; index++) {
      const value: unknown = values[index];
      const before = run.notes.length;
      const result = value == null ? null : complete(value, run);
      if (value == null && isNonNull) noteNull(run, index, completing.where);
      else if (run.notes.length !== before) extendNotes(run, before, index);
      if (result === null && isNonNull) return null;
      completed[index] = result;
    }
    return completed;
  };
}

function compileEnum(name: string, values: ReadonlySet<unknown>): Completer {
  return (value, run) => {
    if (values.has(value)) return value;
    noteMisfit(run, `Enum "${name}" cannot represent value: ${JSON.stringify(value)}`);
    return null;
  };
}

function compileObjectType(name: string, { objects, where }: Completing): Completer {
  let complete: ObjectCompleter | null = null;
  return (value, run) => {
    if (!isComposite(value)) {
      noteMisfit(run, `Expected an object for field ${where}, but its subgraph gave none.`);
      return null;
    }
    complete ??= objects(name);
    return complete === null ? null : complete(value, run);
  };
}

/**
 * Of an abstract type: what the subgraph calls the object decides. An object whose type nobody knows is shown as far as
 * its interface goes; one whose type is hidden is not shown.
 */
function compileAbstract(name: string, isInterface: boolean, { objects, types, where }: Completing): Completer {
  return (value, run) => {
    if (!isComposite(value)) {
      noteMisfit(run, `Expected an object for field ${where}, but its subgraph gave none.`);
      return null;
    }
    const typename = value['__typename'];
    const named = typeof typename === 'string' ? objects(typename) : null;
    if (named !== null) return named(value, run);
    const isForeign = typeof typename !== 'string' || !types.knows(typename);
    const own = isInterface && isForeign ? objects(name) : null;
    if (own !== null) return own(value, run);
    noteMisfit(run, `The object of field ${where} is of a type that this schema does not show.`);
    return null;
  };
}
