/** A JSON object of an answer on its way through the gateway; it is completed in place. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is an object or an array. */
export function isComposite(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}

/** Whether a value can be awaited. */
export function isPromise<Value>(value: Value | Promise<Value>): value is Promise<Value> {
  return isComposite(value) && typeof value['then'] === 'function';
}

/**
 * Puts what one subgraph said about an object beside what is known of it already.
 *
 * A null never hides a value that another subgraph gave. Lists of one length are merged element by element.
 */
export function mergeInto(target: JsonObject, source: JsonObject): void {
  for (const key in source) {
    const given = source[key];
    const known = target[key];
    if (!isComposite(given) || !isComposite(known)) {
      if (given !== undefined && !(given === null && known != null)) target[key] = given;
    } else if (Array.isArray(given)) {
      if (Array.isArray(known) && known.length === given.length) mergeLists(known, given);
      else target[key] = given;
    } else if (Array.isArray(known)) {
      target[key] = given;
    } else {
      mergeInto(known, given);
    }
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  for (let index = 0; index < source.length; index++) {
    const given = source[index];
    const known = target[index];
    if (isComposite(given) && isComposite(known)) mergeInto(known, given);
    else if (known == null) target[index] = given;
  }
}

/** A copy that shares nothing with the original, made only of what is nested: an object of leaves is returned as it is. */
export function unshared(source: JsonObject): JsonObject {
  for (const key in source) {
    if (isComposite(source[key])) return copyOf(source) as JsonObject;
  }
  return source;
}

function copyOf(value: unknown): unknown {
  if (!isComposite(value)) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const copy: JsonObject = {};
  for (const key in value) copy[key] = copyOf(value[key]);
  return copy;
}
