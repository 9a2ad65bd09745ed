import type { GraphQLError } from 'graphql';
import type { RequestScope } from '../../core/viewer.ts';
import type { Cancellation } from './cancellation.ts';
import type { Variables } from './contract.ts';
import type { JsonObject } from './json.ts';
import { Losses, type Loss } from './losses.ts';
import type { PlanPath, ResponsePath } from './paths.ts';
import type { Note } from './note.ts';

/** What every run of an operation is given. */
export interface RunArgs {
  /** Checked against the schema, defaults filled in. */
  readonly variables: Variables;
  readonly scope: RequestScope;
  readonly cancellation: Cancellation;
}

/** One execution of one plan: what has arrived, what failed, and what was found wrong while completing. */
export class Run {
  /** The answer so far, in the plan's words; always this same object. */
  readonly data: JsonObject = {};
  /** What introspection of the gateway's own schema gave. */
  local: JsonObject | null = null;
  readonly errors: GraphQLError[] = [];
  readonly notes: Note[] = [];
  readonly variables: Variables;
  readonly scope: RequestScope;
  readonly cancellation: Cancellation;
  readonly #located = new Map<PlanPath, Map<JsonObject, ResponsePath>>();
  #losses: Losses | null = null;
  #absent: Set<JsonObject> | null = null;

  constructor(args: RunArgs) {
    this.variables = args.variables;
    this.scope = args.scope;
    this.cancellation = args.cancellation;
  }

  get losses(): Losses | null {
    return this.#losses;
  }

  get hasLosses(): boolean {
    return this.#losses !== null;
  }

  /**
   * The places of the objects at a path. Each path belongs to one call, which asks only once its objects stand, so
   * one walk does for all its errors.
   */
  locate(path: PlanPath): Map<JsonObject, ResponsePath> {
    let known = this.#located.get(path);
    if (known === undefined) this.#located.set(path, (known = path.locate(this.data)));
    return known;
  }

  /** Remembers an object whose owner answered, without an error, that there is no such entity. */
  markAbsent(object: JsonObject): void {
    this.#absent ??= new Set();
    this.#absent.add(object);
  }

  isAbsent(object: JsonObject): boolean {
    return this.#absent?.has(object) ?? false;
  }

  lose(loss: Loss, objects: Iterable<JsonObject>): void {
    this.#losses ??= new Losses();
    this.#losses.add(loss, objects);
  }
}
