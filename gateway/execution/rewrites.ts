import type { FetchNodePathSegment, FetchRewrite } from '@graphql-hive/router-query-planner';
import { isComposite, type JsonObject } from './json.ts';
import type { TypeConditions } from './type-conditions.ts';

/** Changes names or values of what goes to a subgraph or comes from it, in place. */
export type Rewrite = (value: unknown) => void;

type Step = { readonly key: string } | { readonly types: readonly string[] };
type Change = { readonly renameTo: string } | { readonly setTo: string };

/** Makes one function of a plan's rewrites; null when there are none. */
export function compileRewrites(
  rewrites: readonly FetchRewrite[] | null | undefined,
  types: TypeConditions,
): Rewrite | null {
  if (rewrites == null || rewrites.length === 0) return null;
  const each = rewrites.map((rewrite) => compileRewrite(rewrite, types));
  return (value) => {
    for (const rewrite of each) rewrite(value);
  };
}

/** The names that a plan gave fields for itself, to the names they have in the answer. */
export function renamedFields(rewrites: readonly FetchRewrite[] | null | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const rewrite of rewrites ?? []) {
    if (!('KeyRenamer' in rewrite)) continue;
    const last = rewrite.KeyRenamer.path.at(-1);
    if (last !== undefined && 'Key' in last) names.set(last.Key, rewrite.KeyRenamer.renameKeyTo);
  }
  return names;
}

function compileRewrite(rewrite: FetchRewrite, types: TypeConditions): Rewrite {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return compileChange(path, { renameTo: renameKeyTo }, types);
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return compileChange(path, { setTo: setValueTo }, types);
}

function compileChange(path: readonly FetchNodePathSegment[], change: Change, types: TypeConditions): Rewrite {
  const steps = path.map((segment): Step =>
    'Key' in segment ? { key: segment.Key } : { types: [segment.TypenameEquals].flat() },
  );
  const go = (value: unknown, at: number): void => {
    if (!isComposite(value)) return;
    if (Array.isArray(value)) {
      for (const element of value as unknown[]) go(element, at);
      return;
    }
    const step = steps[at];
    if (step === undefined) return;
    if ('types' in step) {
      const typename = value['__typename'];
      if (typeof typename !== 'string' || types.fitsAny(typename, step.types)) go(value, at + 1);
    } else if (at === steps.length - 1) {
      apply(value, step.key, change);
    } else {
      go(value[step.key], at + 1);
    }
  };
  return (value) => {
    go(value, 0);
  };
}

function apply(value: JsonObject, key: string, change: Change): void {
  if ('setTo' in change) {
    value[key] = change.setTo;
  } else if (key in value) {
    value[change.renameTo] = value[key];
    Reflect.deleteProperty(value, key);
  }
}
