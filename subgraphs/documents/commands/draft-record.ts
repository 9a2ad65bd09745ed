import type { Refusal } from '../../../core/refusal.ts';
import type { Reading } from '../store/database.ts';
import { superiorRefusals, type DocumentAttribute } from '../rules/document-attribute.ts';
import { superiorsById } from '../store/documents.ts';
import { institutionsById } from '../store/issuers.ts';
import { documentsOfNumbers, type Numbered } from '../store/taken-numbers.ts';
import { normalNumbers, type Draft } from './draft-columns.ts';

/** A draft, and where it stands in the input. */
export interface PlacedDraft {
  readonly draft: Draft;
  readonly path: readonly string[];
}

/**
 * Why drafts do not fit what is there: a superior's document, an institution in the lead, numbers that another document
 * has, or another of the same drafts. Three statements, however many drafts.
 *
 * @param exceptId - a document that keeps its own numbers
 */
export async function recordRefusals(
  placed: readonly PlacedDraft[],
  reading: Reading,
  exceptId: string | null,
): Promise<Refusal[]> {
  const superiors = await superiorsById(
    reading,
    namesOf(placed, ({ superior }) => superior),
  );
  const leaders = await institutionsById(
    reading,
    namesOf(placed, ({ leadIssuer }) => leadIssuer),
  );
  const taken = await documentsOfNumbers(
    reading,
    placed.map(({ draft }) => normalNumbers(draft)),
    exceptId,
  );
  return placed.flatMap(({ draft, path }, index) => {
    const before = placed.slice(0, index).map((one) => normalNumbers(one.draft));
    return [
      ...superiorProblems(draft, superiors, path),
      ...(draft.leadIssuer === null || leaders.has(draft.leadIssuer)
        ? []
        : [notFound('Institution', [...path, 'leadIssuer'], draft.leadIssuer)]),
      ...numberProblems(normalNumbers(draft), [...taken, ...before], path),
    ];
  });
}

/** Says that an id names nothing. */
export function notFound(expected: string, path: readonly string[], got: string): Refusal {
  return { code: 'NOT_FOUND', path, expected, got: got.slice(0, 100) };
}

/** Says that another document of the issuer has a number. */
export function numberTaken(
  index: 'documentNumber' | 'indexNumber',
  got: string | null,
  path: readonly string[],
): Refusal {
  return index === 'documentNumber'
    ? { code: 'DOCUMENT_NUMBER_TAKEN', path: [...path, index], got: got ?? '', rules: ['D12'] }
    : { code: 'INDEX_NUMBER_TAKEN', path: [...path, index], got: got ?? '', rules: ['D14'] };
}

function namesOf(placed: readonly PlacedDraft[], nameOf: (draft: Draft) => string | null): string[] {
  return placed.flatMap(({ draft }) => nameOf(draft) ?? []);
}

function superiorProblems(
  draft: Draft,
  superiors: ReadonlyMap<string, { readonly attribute: DocumentAttribute | null }>,
  path: readonly string[],
): Refusal[] {
  if (draft.superior === null) return [];
  const superior = superiors.get(draft.superior);
  if (superior === undefined) return [notFound('Document', [...path, 'superior'], draft.superior)];
  return superiorRefusals(draft, superior.attribute, [...path, 'attribute']);
}

function numberProblems(own: Numbered, others: readonly Numbered[], path: readonly string[]): Refusal[] {
  return (['documentNumber', 'indexNumber'] as const).flatMap((index) => {
    const number = own[index];
    const isTaken = others.some((other) => other.issuerId === own.issuerId && other[index] === number);
    return number !== null && isTaken ? [numberTaken(index, number, path)] : [];
  });
}
