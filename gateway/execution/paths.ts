import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { isComposite, type JsonObject } from './json.ts';
import type { TypeConditions } from './type-conditions.ts';

/** Where a value stands in an answer: response keys and list indexes. */
export type ResponsePath = readonly (string | number)[];

/** A step of a plan's path: a field, every element of a list, or only objects of certain types. */
type Step =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'elements' }
  | { readonly kind: 'types'; readonly fit: (typename: string) => boolean };

/** The objects of an answer that a plan's path leads to. */
export interface PlanPath {
  /** The objects, in the order of the answer. */
  find(data: JsonObject): JsonObject[];
  /** The same objects with their places. Slower: for errors only. */
  locate(data: JsonObject): Map<JsonObject, ResponsePath>;
  /** The fields up to the first list: a place that exists whatever the lists hold. */
  readonly head: ResponsePath;
}

/** Makes the finder of one path of a plan. */
export function compilePath(segments: readonly FlattenNodePathSegment[], types: TypeConditions): PlanPath {
  const steps = segments.map((segment) => compileStep(segment, types));
  const head: string[] = [];
  for (const step of steps) {
    if (step.kind === 'elements') break;
    if (step.kind === 'field') head.push(step.name);
  }
  return {
    head,
    find(data) {
      const found: JsonObject[] = [];
      find(data, steps, 0, found);
      return found;
    },
    locate(data) {
      const found = new Map<JsonObject, ResponsePath>();
      locate(data, steps, [], found);
      return found;
    },
  };
}

function compileStep(segment: FlattenNodePathSegment, types: TypeConditions): Step {
  if (segment === '@') return { kind: 'elements' };
  if ('Field' in segment) return { kind: 'field', name: segment.Field };
  const conditions = segment.TypeCondition;
  return { kind: 'types', fit: (typename) => types.fitsAny(typename, conditions) };
}

/** Whether an object passes a step that asks for types; one without a type name passes, there being nothing to compare. */
function passes(step: Step & { kind: 'types' }, value: JsonObject): boolean {
  const typename = value['__typename'];
  return typeof typename !== 'string' || step.fit(typename);
}

function find(value: unknown, steps: readonly Step[], at: number, found: JsonObject[]): void {
  if (!isComposite(value)) return;
  const step = steps[at];
  if (Array.isArray(value)) {
    const next = step?.kind === 'elements' ? at + 1 : at;
    for (const element of value as unknown[]) find(element, steps, next, found);
  } else if (step === undefined) {
    found.push(value);
  } else if (step.kind === 'field') {
    find(value[step.name], steps, at + 1, found);
  } else if (step.kind === 'types' && passes(step, value)) {
    find(value, steps, at + 1, found);
  }
}

function locate(
  value: unknown,
  steps: readonly Step[],
  path: ResponsePath,
  found: Map<JsonObject, ResponsePath>,
): void {
  if (!isComposite(value)) return;
  const step = steps[0];
  if (Array.isArray(value)) {
    const rest = step?.kind === 'elements' ? steps.slice(1) : steps;
    for (const [index, element] of (value as unknown[]).entries()) locate(element, rest, [...path, index], found);
  } else if (step === undefined) {
    found.set(value, path);
  } else if (step.kind === 'field') {
    locate(value[step.name], steps.slice(1), [...path, step.name], found);
  } else if (step.kind === 'types' && passes(step, value)) {
    locate(value, steps.slice(1), path, found);
  }
}
