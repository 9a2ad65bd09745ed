import type { JsonObject } from './json.ts';
import type { ResponsePath } from './paths.ts';
import type { SubgraphProblem } from './problems.ts';

/** How many places of the answer one loss is reported at; further ones are counted. */
const REPORTED_PLACES = 100;

/** What is known of a loss beside the problem itself. */
export interface LossDetails {
  readonly service: string;
  readonly keys: ReadonlySet<string>;
  readonly place: ResponsePath;
  /** Whether the subgraph itself said what failed, and where. */
  readonly told: boolean;
}

/**
 * What one subgraph call failed to bring.
 *
 * Fields that never arrived are found when the answer is completed, and only there their places in the client's
 * words are known; so a loss is remembered with the objects it concerns and told of at each missing field.
 */
export class Loss {
  readonly problem: SubgraphProblem;
  readonly service: string;
  /** The response keys that the call would have brought to each object. */
  readonly keys: ReadonlySet<string>;
  /** Where to tell of the loss if no field that the client asked for shows it. */
  readonly place: ResponsePath;
  readonly #silent: boolean;
  #told = 0;

  constructor(problem: SubgraphProblem, about: LossDetails) {
    this.problem = problem;
    this.service = about.service;
    this.keys = about.keys;
    this.place = about.place;
    this.#silent = about.told;
  }

  /** Whether the loss is to be reported once more, for one more missing field. */
  tell(): boolean {
    if (this.#silent) return false;
    this.#told += 1;
    return this.#told <= REPORTED_PLACES;
  }

  /** How often the loss was reported or left out; null when the subgraph had reported it. */
  get places(): number | null {
    return this.#silent ? null : this.#told;
  }

  /** How many places were left out. */
  get omitted(): number {
    return Math.max(0, this.#told - REPORTED_PLACES);
  }
}

/** The losses of one request, by the objects they concern. */
export class Losses {
  readonly all: Loss[] = [];
  readonly #byObject = new Map<JsonObject, Loss[]>();

  add(loss: Loss, objects: Iterable<JsonObject>): void {
    this.all.push(loss);
    for (const object of objects) {
      const known = this.#byObject.get(object);
      if (known === undefined) this.#byObject.set(object, [loss]);
      else known.push(loss);
    }
  }

  /** The loss that would have brought this field to this object. */
  of(object: JsonObject, key: string): Loss | null {
    return this.#byObject.get(object)?.find((loss) => loss.keys.has(key)) ?? null;
  }

  /** Any loss of the object: what was lost is often what another call needed first. */
  ofAny(object: JsonObject): Loss | null {
    return this.#byObject.get(object)?.[0] ?? null;
  }
}
