import type { CivilDate } from '../../../core/civil-date.ts';
import type { Refusal } from '../../../core/refusal.ts';
import * as core from '../../../core/text-input.ts';
import { leadRefusals, type DocumentOrigin } from './discloser.ts';
import { groundRefusals, type AttributeProposal } from './document-attribute.ts';
import { DOCUMENT_NUMBER_EXAMPLE, parseDocumentNumber } from './document-number.ts';
import { indexNumberProblem } from './index-number.ts';

/** The longest texts that are taken, in characters; a body of any characters fits into an entry of the log. */
export const LONGEST = {
  title: 300,
  body: 160_000,
  ground: 1_000,
  note: 1_000,
  superiorException: 1_000,
  disclosureClause: 2_000,
  theme: 100,
  genre: 100,
} as const;
/** The most catalogue items that one document is disclosed under. */
const MOST_ITEMS = 50;
const LONGEST_ID = 100;

/** What a drafter writes, as far as rules look at it. */
export interface DraftInput extends AttributeProposal {
  readonly title: string;
  readonly body: string;
  readonly documentNumber: string | null;
  readonly indexNumber: string | null;
  readonly issuedOn: CivilDate | null;
  /** The first day on which it holds, and the last. */
  readonly effectiveOn: CivilDate | null;
  readonly expiresOn: CivilDate | null;
  readonly theme: string | null;
  readonly genre: string | null;
  readonly disclosureClause: string | null;
  readonly origin: DocumentOrigin;
  readonly leadIssuer: string | null;
  readonly catalogueItems: readonly string[];
}

const OPTIONAL_TEXTS = ['ground', 'superiorException', 'disclosureClause', 'theme', 'genre'] as const;

/**
 * Every reason why a draft is not taken.
 *
 * @param path - where the draft stands in the input
 */
export function draftRefusals(draft: DraftInput, today: CivilDate, path: readonly string[] = ['input']): Refusal[] {
  const at = (name: string) => [...path, name];
  return [
    ...textRefusals('title', draft.title, at('title')),
    ...textRefusals('body', draft.body, at('body')),
    ...OPTIONAL_TEXTS.flatMap((name) => {
      const text = draft[name];
      return text === null ? [] : textRefusals(name, text, at(name));
    }),
    ...numberRefusals(draft, path),
    ...(draft.ground === null ? groundRefusals(draft, at('ground')) : []),
    ...dayRefusals(draft, today, path),
    ...leadRefusals(draft.origin, draft.leadIssuer, at('leadIssuer')),
    ...itemRefusals(draft.catalogueItems, at('catalogueItems')),
  ];
}

/** Why a text is not taken: it is blank, too long, or holds what can not be printed. */
export function textRefusals(
  field: keyof typeof LONGEST,
  text: string,
  path: readonly string[] = ['input', field],
): Refusal[] {
  return core.textRefusals(text, { path, name: field, maximum: LONGEST[field] });
}

/** Why the numbers of a document do not fit their forms (rules D12, D14, D15). */
function numberRefusals({ documentNumber, indexNumber }: DraftInput, path: readonly string[]): Refusal[] {
  const refusals: Refusal[] = [];
  if (documentNumber !== null && parseDocumentNumber(documentNumber) === null) {
    const [expected, got] = [DOCUMENT_NUMBER_EXAMPLE, documentNumber.slice(0, 100)];
    const at = [...path, 'documentNumber'];
    refusals.push({ code: 'DOCUMENT_NUMBER_MALFORMED', path: at, expected, got, rules: ['D12'] });
  }
  if (indexNumber !== null && indexNumberProblem(indexNumber) !== null) {
    const [expected, got] = ['076478684Q/2021-00081', indexNumber.slice(0, 100)];
    const at = [...path, 'indexNumber'];
    refusals.push({ code: 'INDEX_NUMBER_MALFORMED', path: at, expected, got, rules: ['D14', 'D15'] });
  }
  return refusals;
}

/** A document bears no day to come, holds from that day at the earliest, and does not end before it begins. */
function dayRefusals(draft: DraftInput, today: CivilDate, path: readonly string[]): Refusal[] {
  const { issuedOn, effectiveOn, expiresOn } = draft;
  const refusals: Refusal[] = [];
  if (issuedOn !== null && issuedOn > today) {
    refusals.push({ code: 'VALUE_IN_FUTURE', path: [...path, 'issuedOn'], expected: today, got: issuedOn });
  }
  if (issuedOn !== null && effectiveOn !== null && effectiveOn < issuedOn) {
    const at = [...path, 'effectiveOn'];
    refusals.push({ code: 'DAY_TOO_EARLY', path: at, expected: issuedOn, got: effectiveOn, rules: ['D17'] });
  }
  const begins = effectiveOn ?? issuedOn;
  if (begins !== null && expiresOn !== null && expiresOn < begins) {
    const at = [...path, 'expiresOn'];
    refusals.push({ code: 'DAY_TOO_EARLY', path: at, expected: begins, got: expiresOn, rules: ['D17'] });
  }
  return refusals;
}

function itemRefusals(items: readonly string[], path: readonly string[]): Refusal[] {
  const refusals: Refusal[] = [];
  if (items.length > MOST_ITEMS) {
    refusals.push({ code: 'TOO_MANY_VALUES', path, expected: String(MOST_ITEMS), got: String(items.length) });
  }
  const odd = items.find((id) => id === '' || id.length > LONGEST_ID);
  if (odd !== undefined) {
    refusals.push({ code: 'NOT_FOUND', path, expected: 'CatalogueItem', got: odd.slice(0, LONGEST_ID) });
  }
  return refusals;
}
