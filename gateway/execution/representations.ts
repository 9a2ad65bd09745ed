import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { isComposite, mergeInto, type JsonObject } from './json.ts';
import type { PlanPath } from './paths.ts';
import type { Rewrite } from './rewrites.ts';
import type { Run } from './run.ts';
import type { TypeConditions } from './type-conditions.ts';

/** Takes from an object what a subgraph must know to find the entity; null when the object does not say enough. */
export type Represent = (entity: JsonObject, strict: boolean) => JsonObject | null;

/** The representations of one call, each once, however many places of the answer wait for it. */
export class Representations {
  readonly list: JsonObject[] = [];
  readonly #places = new Map<string, number>();

  /** The place of a representation in the list. */
  add(representation: JsonObject): number {
    const key = keyOf(representation);
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.list.push(representation) - 1;
      this.#places.set(key, place);
    }
    return place;
  }
}

/** The objects of the answer that wait for entities, and for each the place of its representation (-1: none). */
export interface Waiting {
  readonly path: PlanPath;
  readonly objects: readonly JsonObject[];
  readonly places: readonly number[];
}

/** What is asked for the objects at one path. */
export interface Demand {
  readonly represent: Represent;
  readonly rewrite: Rewrite | null;
}

/** Collects the representations of all objects at a path. */
export function gather(run: Run, path: PlanPath, demand: Demand, into: Representations): Waiting {
  const objects = path.find(run.data);
  const places = new Array<number>(objects.length);
  const strict = run.hasLosses;
  for (const [index, entity] of objects.entries()) {
    places[index] = -1;
    const typename = entity['__typename'];
    if (typename === undefined) continue;
    const representation = demand.represent(entity, strict);
    if (representation === null) continue;
    representation['__typename'] ??= typename;
    demand.rewrite?.(representation);
    places[index] = into.add(representation);
  }
  return { path, objects, places };
}

/**
 * Makes the function that takes representations.
 *
 * Asked strictly (after another call failed), it gives none when anything required never arrived: a subgraph
 * must not compute from half of its inputs. A null that arrived is an answer, and is passed on.
 */
export function compileRequires(selections: readonly RequiresSelection[], types: TypeConditions): Represent {
  const take = compileSelections(selections, types);
  return (entity, strict) => {
    const into: JsonObject = {};
    return take(entity, into, strict) && says(into) ? into : null;
  };
}

/** Copies what is selected; false when something is missing and strictness was asked for. */
type Take = (from: JsonObject, into: JsonObject, strict: boolean) => boolean;

function compileSelections(selections: readonly RequiresSelection[], types: TypeConditions): Take {
  const takes = selections.flatMap((selection): Take[] => {
    if (selection.kind === 'Field') {
      const nested = selection.selections?.length ? compileSelections(selection.selections, types) : null;
      return [compileField(selection.name, selection.alias ?? selection.name, nested)];
    }
    if (selection.kind !== 'InlineFragment') return [];
    const { typeCondition } = selection;
    return [
      whenTyped(compileSelections(selection.selections, types), (typename) => types.fits(typename, typeCondition)),
    ];
  });
  const [only] = takes;
  if (takes.length === 1 && only !== undefined) return only;
  return (from, into, strict) => {
    for (const take of takes) if (!take(from, into, strict)) return false;
    return true;
  };
}

function whenTyped(take: Take, fits: (typename: string) => boolean): Take {
  return (from, into, strict) => {
    const typename = from['__typename'];
    return typeof typename === 'string' && !fits(typename) ? true : take(from, into, strict);
  };
}

function compileField(name: string, key: string, nested: Take | null): Take {
  return (from, into, strict) => {
    const value = from[name] ?? from[key];
    if (value === undefined) {
      const isNull = from[name] === null || from[key] === null;
      if (isNull) into[key] ??= null;
      return isNull || !strict || name === '__typename';
    }
    if (nested === null || !isComposite(value)) {
      into[key] = value;
      return true;
    }
    return Array.isArray(value)
      ? takeList(value, key, { nested, into, strict })
      : takeObject(value, key, { nested, into, strict });
  };
}

interface Taking {
  readonly nested: Take;
  readonly into: JsonObject;
  readonly strict: boolean;
}

function takeObject(value: JsonObject, key: string, { nested, into, strict }: Taking): boolean {
  const taken: JsonObject = {};
  const complete = nested(value, taken, strict);
  const known = into[key];
  if (isComposite(known)) mergeInto(known, taken);
  else into[key] = taken;
  return complete;
}

function takeList(values: readonly unknown[], key: string, { nested, into, strict }: Taking): boolean {
  let complete = true;
  const takeElement = (value: unknown): unknown => {
    if (!isComposite(value)) return value;
    if (Array.isArray(value)) return value.map(takeElement);
    const taken: JsonObject = {};
    complete = nested(value, taken, strict) && complete;
    return taken;
  };
  mergeInto(into, { [key]: values.map(takeElement) });
  return complete;
}

/** Whether a representation holds more than a type's name and nulls. */
function says(representation: JsonObject): boolean {
  for (const key in representation) {
    if (key !== '__typename' && representation[key] != null) return true;
  }
  return false;
}

/** A text that is the same for equal representations of one call. Flat ones, nearly all, are spelled without JSON. */
function keyOf(representation: JsonObject): string {
  let key = '';
  for (const name in representation) {
    const value = representation[name];
    if (typeof value === 'string') key += `${name}:${String(value.length)}:${value}`;
    else if (isComposite(value)) return JSON.stringify(representation);
    else key += `${name}=${String(value)};`;
  }
  return key;
}
