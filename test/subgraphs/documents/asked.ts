import type { Viewer } from '../../../core/viewer.ts';
import type { Outcome } from './documents.ts';
import { staff, type ServedDocuments } from './serve-documents.ts';

const REFUSED = '... on Refused { refusals { code path message expected got rules } }';

/** A mutation, and how its arguments are typed. */
export interface Mutation {
  readonly name: string;
  /** The variables as a mutation declares them, such as `$id: ID!`. */
  readonly declares: string;
  /** What is selected of the thing that comes of it. */
  readonly selects: string;
}

/** Asks for a change as a publisher of the prefecture unless someone else is named. */
export async function changed(
  served: ServedDocuments,
  { name, declares, selects }: Mutation,
  variables: Record<string, unknown>,
  viewer: Viewer | null = staff('PUBLISHER'),
): Promise<Outcome> {
  const passed = [...declares.matchAll(/\$(\w+):/g)].map(([, variable]) => `${String(variable)}: $${String(variable)}`);
  const text = `mutation (${declares}) { answer: ${name}(${passed.join(', ')}) { __typename ${selects} ${REFUSED} } }`;
  const { data, errors } = await served.ask(text, variables, viewer);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as { answer: Outcome }).answer;
}

/** The data of a query that must not fail. */
export async function read<Data>(
  served: ServedDocuments,
  text: string,
  variables: Record<string, unknown> = {},
  viewer: Viewer | null = null,
): Promise<Data> {
  const { data, errors } = await served.ask(text, variables, viewer);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data as Data;
}
