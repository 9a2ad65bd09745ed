import { z } from 'zod';
import { askForJson } from './answers.ts';
import { readAs } from './reading.ts';
import type { Transport } from './transport.ts';

/** An operation of GraphQL, and how what it answers is read. */
export interface Operation<Data> {
  readonly query: string;
  readonly data: z.ZodType<Data>;
}

/** Where every hub answers GraphQL. */
export const GRAPHQL_PATH = '/graphql';

/**
 * Asks one query.
 *
 * @throws ReachProblem also for the errors that are answered
 */
export async function query<Data>(
  transport: Transport,
  { query: text, data }: Operation<Data>,
  { variables, code }: { readonly variables: object; readonly code: 'FORGED_PAGE' | 'FORGED_ANSWER' },
): Promise<Data> {
  const body = { query: text, variables };
  const answer = await askForJson(transport, { path: GRAPHQL_PATH, body });
  const where = `${transport.county.endpoint}${GRAPHQL_PATH}`;
  const { data: told } = readAs(z.object({ data: z.unknown() }), answer, { code: 'NOT_A_HUB', where });
  return readAs(data, told, { code, where });
}
