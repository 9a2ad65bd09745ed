import type { DocumentNode, ExecutionResult, GraphQLError, OperationDefinitionNode } from 'graphql';
import type { Limits } from '../limits.ts';
import type { Prepared, Variables } from './contract.ts';
import { compileCost, type CostOf } from './cost.ts';
import { settleNotes } from './notes.ts';
import { compileOperation, fragmentsOf, type CompiledOperation, type Federation } from './operation.ts';
import { readResumption, type Resumption } from './resumption.ts';
import type { Run } from './run.ts';
import type { EventSource } from './plan.ts';
import { readVariables } from './variables.ts';

/** What a prepared operation is made from. */
interface Preparing {
  readonly federation: Federation;
  readonly limits: Limits;
  readonly text: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** The variables of one request, ready to run with, or what is wrong with them. */
export type Admission =
  { readonly values: Variables; readonly cost: number } | { readonly errors: readonly GraphQLError[] };

/** An operation with all that running it needs. */
export class PreparedOperation implements Prepared {
  readonly text: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly federation: Federation;
  /** Of a subscription: where its events come from. */
  readonly source: EventSource | null;
  readonly #compiled: CompiledOperation;
  readonly #costOf: CostOf;
  readonly #resumption: Resumption;

  /** @throws Error when the planner finds no plan */
  constructor({ federation, limits, text, document, operation }: Preparing) {
    const { schema } = federation;
    const fragments = fragmentsOf(document);
    this.text = text;
    this.document = document;
    this.operation = operation;
    this.federation = federation;
    this.#compiled = compileOperation(federation, document, operation);
    this.#costOf = compileCost({ schema, limits }, operation, fragments);
    this.#resumption = readResumption(schema, document, operation, fragments);
    this.source = this.#compiled.source;
  }

  get kind(): Prepared['kind'] {
    return this.operation.operation;
  }

  get resumable(): boolean {
    return this.#resumption.resumable;
  }

  after(variables: Variables | undefined): string | null {
    return this.#resumption.after(variables);
  }

  shareKey(variables: Variables | undefined): string {
    return this.#resumption.shareKey(variables);
  }

  /** Checks the variables and what they cost. */
  admit(variables: Variables | undefined): Admission {
    const reading = readVariables(this.federation.schema, this.operation, variables);
    if ('errors' in reading) return reading;
    const { requested, errors } = this.#costOf(reading.values);
    return errors.length > 0 ? { errors } : { values: this.#compiled.rename(reading.values), cost: requested };
  }

  /** Asks the subgraphs for all that the run's data does not hold yet. Never rejects. */
  gather(run: Run): Promise<void> | undefined {
    return this.#compiled.gather(run);
  }

  /** The client's answer from what a run has gathered. */
  answer(run: Run): ExecutionResult {
    const data = this.#compiled.project(run);
    settleNotes(run, data);
    return run.errors.length === 0 ? { data } : { errors: run.errors, data };
  }
}
