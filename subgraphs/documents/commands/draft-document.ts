import { randomUUID } from 'node:crypto';
import { civilDateOf, toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { parseDocumentNumber } from '../rules/document-number.ts';
import { draftRefusals } from '../rules/draft-input.ts';
import { superiorRefusals, type DocumentAttribute } from '../rules/publication-readiness.ts';
import type { Document, DocumentsContext } from '../store/database.ts';
import { superiorById } from '../store/documents.ts';
import { isNumberTaken, issuerById } from '../store/issuers.ts';
import { numberTakenAsRefusal } from '../store/number-taken.ts';

export interface DraftDocumentInput {
  readonly issuer: string;
  readonly title: string;
  readonly body: string;
  readonly isPolicy: boolean;
  readonly documentNumber?: string | null | undefined;
  readonly indexNumber?: string | null | undefined;
  readonly issuedOn?: CivilDate | null | undefined;
  readonly attribute?: DocumentAttribute | null | undefined;
  readonly ground?: string | null | undefined;
  readonly superior?: string | null | undefined;
  readonly catalogueItems?: readonly string[] | null | undefined;
}

/**
 * Drafts a document; nothing of it is public. The drafter proposes how it is disclosed (D1).
 *
 * @throws Refused when not permitted, or for input that rules refuse
 * @see rules D1–D4, D12–D15
 */
export async function draftDocument(input: DraftDocumentInput, context: DocumentsContext): Promise<Document> {
  const { db, scope, clock } = context;
  const issuer = await issuerById(context, input.issuer);
  const draft = draftOf(input);
  const permission = permissionRefusals(scope.viewer, ['EDITOR', 'PUBLISHER'], issuer?.regionCode ?? null);
  refuseIfAny([
    ...permission,
    ...draftRefusals(draft, civilDateOf(clock.now())),
    ...(issuer === null ? [notFound('Institution', 'issuer', input.issuer)] : []),
    // What others hold is not told to those who may not draft.
    ...(permission.length === 0 ? await recordRefusals(draft, context) : []),
  ]);
  const documentNumber = normalNumber(draft);
  const {
    catalogueItems,
    documentNumber: documentNumberAsTyped,
    issuedOn,
    issuer: issuerId,
    superior,
    ...columns
  } = draft;
  const data = {
    ...columns,
    id: randomUUID(),
    title: draft.title.trim(),
    documentNumber,
    documentNumberAsTyped,
    issuedOn: issuedOn === null ? null : toUtcMidnight(issuedOn),
    issuerId,
    regionCode: issuer?.regionCode ?? '',
    superiorId: superior,
    status: 'DRAFT' as const,
    draftedBy: scope.viewer?.subject ?? '',
    draftedAt: clock.now(),
    items: { create: catalogueItems.map((itemId) => ({ itemId })) },
  };
  return numberTakenAsRefusal(db.document.create({ data }), numberTaken(documentNumber ?? ''));
}

type Draft = ReturnType<typeof draftOf>;

function draftOf(input: DraftDocumentInput) {
  const { issuer, title, body, isPolicy, catalogueItems, ...rest } = input;
  const { documentNumber = null, indexNumber = null, issuedOn = null } = rest;
  const { attribute = null, ground = null, superior = null } = rest;
  return {
    ...{ issuer, title, body, isPolicy, documentNumber, indexNumber, issuedOn, attribute, ground, superior },
    catalogueItems: [...new Set(catalogueItems ?? [])],
  };
}

function normalNumber({ documentNumber }: Draft): string | null {
  return documentNumber === null ? null : (parseDocumentNumber(documentNumber)?.text ?? null);
}

/** Why the draft does not fit the documents that there are. */
async function recordRefusals(draft: Draft, context: DocumentsContext): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  if (draft.superior !== null) {
    const superior = await superiorById(context, draft.superior);
    if (superior === null) refusals.push(notFound('Document', 'superior', draft.superior));
    refusals.push(...superiorRefusals(draft.attribute, superior?.attribute ?? null, ['input', 'attribute']));
  }
  const number = normalNumber(draft);
  if (number !== null && (await isNumberTaken(context, draft.issuer, number))) refusals.push(numberTaken(number));
  return refusals;
}

function numberTaken(got: string): Refusal {
  return { code: 'DOCUMENT_NUMBER_TAKEN', path: ['input', 'documentNumber'], got, rules: ['D12'] };
}

function notFound(expected: string, field: string, got: string): Refusal {
  return { code: 'NOT_FOUND', path: ['input', field], expected, got: got.slice(0, 100) };
}
