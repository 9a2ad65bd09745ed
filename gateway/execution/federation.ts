import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, parse } from 'graphql';
import type { Executor } from '../../subgraphs/kit/executor.ts';
import type { GatewayOptions } from './contract.ts';
import type { Federation } from './operation.ts';
import { unavailable } from './problems.ts';
import { fieldsPlansAdd } from './safe-names.ts';
import { createTypeConditions } from './type-conditions.ts';
import { checkInputWith } from './variables.ts';

/** Composition has checked the supergraph; checking it again would take most of the start. */
const TRUSTED = { assumeValid: true, assumeValidSDL: true, noLocation: true };

/**
 * Reads a supergraph: the schema that clients see, the types that plans speak of, and the planner.
 *
 * @throws Error when the text is no federation-2 supergraph
 */
export function readSupergraph({
  supergraphSdl,
  executors,
  scalars,
}: Pick<GatewayOptions, 'supergraphSdl' | 'executors' | 'scalars'>): Federation {
  const planner = new QueryPlanner(supergraphSdl);
  const document = parse(supergraphSdl, { noLocation: true });
  const schema = buildASTSchema(transformSupergraphToPublicSchema(document), TRUSTED);
  const supergraph = buildASTSchema(document, TRUSTED);
  if (scalars !== undefined) checkInputWith(schema, scalars);
  const noLabels = new Set<string>();
  return {
    schema,
    types: createTypeConditions(supergraph),
    reserved: fieldsPlansAdd(supergraph),
    executorOf: (service) => executors[service] ?? unreachable(service),
    plan: (text, operationName) => planner.plan(text, operationName, noLabels, NEVER_OVERRIDDEN),
  };
}

/** No `@override(label: "percent(N)")` is active: the planner takes those whose N is at least this. */
const NEVER_OVERRIDDEN = 100;

/** A subgraph that nobody said how to reach counts as one that does not answer. */
function unreachable(service: string): Executor {
  const errors = [unavailable(service, 'this gateway was not told where it is')];
  return () => ({ errors }) as unknown as ReturnType<Executor>;
}
