import type { Viewer } from '../../../core/viewer.ts';
import type { Outcome } from './documents.ts';
import { COUNTY, staff, type ServedDocuments } from './serve-documents.ts';

const REFUSED = '... on Refused { refusals { code path expected got rules } }';

/** Calls a mutation that answers a document, or refuses. */
export async function call(
  served: ServedDocuments,
  text: string,
  viewer: Viewer | null,
  selection = 'id status attribute ground filedAt title documentNumber indexNumber theme reviewPasses',
): Promise<Outcome> {
  const answer = await served.ask(
    `mutation { answer: ${text} { __typename ... on Document { ${selection} } ${REFUSED} } }`,
    {},
    viewer,
  );
  return outcomeOf(answer);
}

/** Calls a mutation that answers several documents, or refuses. */
export async function callMany(
  served: ServedDocuments,
  { text, type, values }: { readonly text: string; readonly type: string; readonly values: readonly object[] },
  viewer: Viewer | null = staff('PUBLISHER', COUNTY),
): Promise<Outcome & { readonly documents?: readonly { readonly id: string; readonly status: string }[] }> {
  const [name = '', argument = ''] = text.split(' ');
  const answer = await served.ask(
    `mutation ($values: [${type}!]!) { answer: ${name}(${argument}: $values) { __typename
      ... on DocumentBatch { documents { id status attribute isLegacy } } ${REFUSED} } }`,
    { values },
    viewer,
  );
  return outcomeOf(answer);
}

function outcomeOf({ data, errors }: { data?: unknown; errors?: unknown }): Outcome {
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as { answer: Outcome }).answer;
}
