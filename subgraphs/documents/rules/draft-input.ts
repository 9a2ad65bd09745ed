import type { CivilDate } from '../../../core/civil-date.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { DOCUMENT_NUMBER_EXAMPLE, parseDocumentNumber } from './document-number.ts';
import { indexNumberProblem } from './index-number.ts';
import type { DocumentAttribute } from './publication-readiness.ts';

/** The longest texts that are taken, in characters; a body of any characters fits into an entry of the log. */
export const LONGEST = { title: 300, body: 160_000, ground: 1_000, note: 1_000 } as const;
/** The most catalogue items that one document is disclosed under. */
const MOST_ITEMS = 50;
const LONGEST_ID = 100;

/** What a drafter writes, as far as rules look at it. */
export interface DraftInput {
  readonly title: string;
  readonly body: string;
  readonly documentNumber: string | null;
  readonly indexNumber: string | null;
  readonly issuedOn: CivilDate | null;
  readonly attribute: DocumentAttribute | null;
  readonly ground: string | null;
  readonly catalogueItems: readonly string[];
}

/** Every reason why a draft is not taken. */
export function draftRefusals(input: DraftInput, today: CivilDate): Refusal[] {
  const refusals = [
    ...textRefusals('title', input.title),
    ...textRefusals('body', input.body),
    ...numberRefusals(input),
  ];
  if (input.ground !== null) refusals.push(...textRefusals('ground', input.ground));
  if (input.attribute !== null && input.attribute !== 'PROACTIVE' && input.ground === null) {
    refusals.push({ code: 'GROUND_MISSING', path: ['input', 'ground'], rules: ['D2', 'D3'] });
  }
  if (input.issuedOn !== null && input.issuedOn > today) {
    refusals.push({ code: 'VALUE_IN_FUTURE', path: ['input', 'issuedOn'], expected: today, got: input.issuedOn });
  }
  if (input.catalogueItems.length > MOST_ITEMS) {
    const [expected, got] = [String(MOST_ITEMS), String(input.catalogueItems.length)];
    refusals.push({ code: 'TOO_MANY_VALUES', path: ['input', 'catalogueItems'], expected, got });
  }
  const odd = input.catalogueItems.find((id) => id === '' || id.length > LONGEST_ID);
  if (odd !== undefined) {
    const got = odd.slice(0, LONGEST_ID);
    refusals.push({ code: 'NOT_FOUND', path: ['input', 'catalogueItems'], expected: 'CatalogueItem', got });
  }
  return refusals;
}

/** Why a text is not taken: it is empty, or too long. */
export function textRefusals(
  field: keyof typeof LONGEST,
  text: string,
  path: readonly string[] = ['input', field],
): Refusal[] {
  if (text.trim() === '') return [{ code: 'VALUE_MISSING', path, expected: field }];
  const maximum = LONGEST[field];
  if (text.length <= maximum) return [];
  return [{ code: 'VALUE_TOO_LONG', path, expected: String(maximum), got: String(text.length) }];
}

function numberRefusals({ documentNumber, indexNumber }: DraftInput): Refusal[] {
  const refusals: Refusal[] = [];
  if (documentNumber !== null && parseDocumentNumber(documentNumber) === null) {
    const [expected, got] = [DOCUMENT_NUMBER_EXAMPLE, documentNumber.slice(0, 100)];
    refusals.push({
      code: 'DOCUMENT_NUMBER_MALFORMED',
      path: ['input', 'documentNumber'],
      expected,
      got,
      rules: ['D12'],
    });
  }
  if (indexNumber !== null && indexNumberProblem(indexNumber) !== null) {
    const [expected, got] = ['076478684Q/2021-00081', indexNumber.slice(0, 100)];
    refusals.push({
      code: 'INDEX_NUMBER_MALFORMED',
      path: ['input', 'indexNumber'],
      expected,
      got,
      rules: ['D14', 'D15'],
    });
  }
  return refusals;
}
