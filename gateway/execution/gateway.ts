import { GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { Fault } from '../../core/fault.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { Cancellation } from './cancellation.ts';
import type {
  ExecuteArgs,
  Gateway,
  GatewayOptions,
  Prepared,
  SubscribeArgs,
  SubscriptionItem,
  Variables,
} from './contract.ts';
import { readDocument } from './documents.ts';
import { readSupergraph } from './federation.ts';
import { isPromise } from './json.ts';
import { openStream } from './opening.ts';
import type { Federation } from './operation.ts';
import { PreparedOperation } from './prepared.ts';
import { RecentTexts } from './recent-texts.ts';
import { Run } from './run.ts';
import { logUnexpected, unexpected, unexpectedResult, type Report } from './unexpected.ts';

export type * from './contract.ts';

/**
 * Makes the gateway of a supergraph.
 *
 * @throws Error when the text is no federation-2 supergraph
 */
export function createGateway(options: GatewayOptions): Gateway {
  return new PlannedGateway(options);
}

/** What is remembered of documents: some hundred are in use at once, and each may be long. */
const REMEMBERED = { entries: 1_000, characters: 4_000_000 };

type Failure = { readonly errors: readonly GraphQLError[] };

class PlannedGateway implements Gateway {
  readonly limits: Limits;
  readonly #federation: Federation;
  readonly #report: Report;
  readonly #prepared = new RecentTexts<PreparedOperation>(REMEMBERED);

  constructor(options: GatewayOptions) {
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#federation = readSupergraph(options);
    this.#report = options.report ?? logUnexpected;
  }

  get schema(): GraphQLSchema {
    return this.#federation.schema;
  }

  prepare(text: string, operationName?: string | null): PreparedOperation | Failure {
    const name = operationName == null || operationName === '' ? null : operationName;
    const key = name === null ? text : `${name}\0${text}`;
    const known = this.#prepared.get(key);
    if (known !== undefined) return known;
    try {
      const reading = readDocument(this.schema, this.limits, text, name);
      if ('errors' in reading) return reading;
      const made = new PreparedOperation({ federation: this.#federation, limits: this.limits, text, ...reading });
      this.#prepared.set(key, made);
      return made;
    } catch (error) {
      return { errors: [unexpected(error, this.#report)] };
    }
  }

  check(prepared: Prepared, variables: Variables | undefined): readonly GraphQLError[] {
    const own = this.#own(prepared);
    if ('errors' in own) return own.errors;
    const admission = own.admit(variables);
    return 'errors' in admission ? admission.errors : [];
  }

  execute(prepared: Prepared, args: ExecuteArgs): Promise<ExecutionResult> | ExecutionResult {
    const own = this.#own(prepared);
    if ('errors' in own) return own;
    if (own.kind === 'subscription') return refusal('Expected a query or a mutation, got a subscription.');
    const admission = own.admit(args.variables);
    if ('errors' in admission) return admission;
    const cancellation = new Cancellation(args.signal, this.limits.requestMs);
    const run = new Run({ variables: admission.values, scope: args.scope, cancellation });
    const extensions = { cost: { requested: admission.cost, maximum: this.limits.cost } };
    const answer = (): ExecutionResult => {
      cancellation.close();
      return { ...own.answer(run), extensions };
    };
    const failed = (error: unknown): ExecutionResult => {
      cancellation.close();
      return unexpectedResult(error, this.#report);
    };
    try {
      const gathering = own.gather(run);
      return isPromise(gathering) ? gathering.then(answer).catch(failed) : answer();
    } catch (error) {
      return failed(error);
    }
  }

  async subscribe(
    prepared: Prepared,
    args: SubscribeArgs,
  ): Promise<ExecutionResult | AsyncIterableIterator<SubscriptionItem>> {
    const own = this.#own(prepared);
    if ('errors' in own) return own;
    const { source } = own;
    if (source === null) return refusal(`Expected a subscription, got a ${own.kind}.`);
    const admission = own.admit(args.variables);
    if ('errors' in admission) return admission;
    const variables = admission.values;
    try {
      return await openStream({
        prepared: own,
        source,
        args,
        variables,
        requestMs: this.limits.requestMs,
        report: this.#report,
      });
    } catch (error) {
      return { errors: [unexpected(error, this.#report)] };
    }
  }

  /** An operation that another gateway prepared, before a new schema came, is prepared again. */
  #own(prepared: Prepared): PreparedOperation | Failure {
    if (prepared instanceof PreparedOperation && prepared.federation === this.#federation) return prepared;
    return this.prepare(prepared.text, prepared.operation.name?.value);
  }
}

function refusal(message: string): ExecutionResult {
  const { extensions } = new Fault('BAD_REQUEST', message);
  return { errors: [new GraphQLError(message, { extensions })] };
}
