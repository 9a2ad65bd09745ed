import type { Reply } from './call.ts';
import type { ErrorPlaces } from './error-places.ts';
import type { JsonObject } from './json.ts';
import { Loss } from './losses.ts';
import type { PlanPath, ResponsePath } from './paths.ts';
import type { SubgraphProblem } from './problems.ts';
import type { Waiting } from './representations.ts';
import type { Run } from './run.ts';

/** How many objects one error is told at when many objects are the same entity. */
const TOLD_PLACES = 100;

/** One root field of an entity call, as far as its errors need it. */
export interface EntityField {
  readonly service: string;
  /** `_entities`, or the plan's alias of it. */
  readonly field: string;
  readonly paths: readonly PlanPath[];
  /** The response keys that the call brings to each entity; read only when something fails. */
  readonly keys: () => ReadonlySet<string>;
  readonly places: ErrorPlaces;
}

/** Tells the errors of one root field of an entity call at the objects that waited for the entities. */
export type EntityErrors = (run: Run, groups: readonly Waiting[], reply: Reply) => void;

/** Makes the error side of one root field of an entity call. */
export function compileEntityErrors(field: EntityField): EntityErrors {
  let known: ReadonlySet<string> | null = null;
  const lose = (run: Run, problem: SubgraphProblem, told: boolean, objects: Iterable<JsonObject>) => {
    known ??= field.places.rename(field.keys());
    const place = field.places.toClient(headOf(field));
    run.lose(new Loss(problem, { service: field.service, keys: known, told, place }), objects);
  };
  return (run, groups, reply) => {
    const entities = reply.data?.[field.field];
    const own = reply.errors.filter((error) => error.path?.[0] === field.field);
    const [reason] = own.length > 0 ? own : reply.errors;
    if (!Array.isArray(entities) && reason !== undefined) lose(run, reason, own.length > 0, waitingObjects(groups));
    for (const error of own) {
      const [, place, ...inside] = error.path ?? [];
      if (typeof place !== 'number') {
        run.errors.push(field.places.tell(error, headOf(field)));
        continue;
      }
      const found = locate(run, groups, place);
      for (const path of found.values()) run.errors.push(field.places.tell(error, [...path, ...inside]));
      if (Array.isArray(entities) && entities[place] == null) lose(run, error, true, waitingObjects(groups, place));
    }
  };
}

/** Tells once the errors that belong to no entity field. When the whole call failed, its first error is told at the missing fields instead. */
export function tellStrayErrors(run: Run, fields: readonly EntityField[], reply: Reply): void {
  const [first] = fields;
  if (first === undefined) return;
  const stray = reply.errors.filter((error) => !fields.some(({ field }) => error.path?.[0] === field));
  const isWhole = reply.data === null && stray.length === reply.errors.length;
  for (const error of isWhole ? stray.slice(1) : stray) run.errors.push(first.places.tell(error, headOf(first)));
}

function headOf(field: EntityField): ResponsePath {
  return field.paths[0]?.head ?? [];
}

function* waitingObjects(groups: readonly Waiting[], at?: number): Iterable<JsonObject> {
  for (const { objects, places } of groups) {
    for (const [index, object] of objects.entries()) {
      if (at === undefined ? places[index] !== -1 : places[index] === at) yield object;
    }
  }
}

/** The places of all objects that wait for one entity. */
function locate(run: Run, groups: readonly Waiting[], place: number): Map<JsonObject, ResponsePath> {
  const found = new Map<JsonObject, ResponsePath>();
  for (const group of groups) {
    const paths = run.locate(group.path);
    for (const object of waitingObjects([group], place)) {
      const path = paths.get(object);
      if (path !== undefined && found.size < TOLD_PLACES) found.set(object, path);
    }
  }
  return found;
}
