import { randomUUID } from 'node:crypto';
import { civilDateOf, toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { parseDocumentNumber } from '../rules/document-number.ts';
import { draftRefusals } from '../rules/draft-input.ts';
import { superiorRefusals, type DocumentAttribute } from '../rules/publication-readiness.ts';
import type { Document, DocumentsContext } from '../store/database.ts';
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
  const { scope, clock, db } = context;
  const { documentNumber = null, indexNumber = null, issuedOn = null, attribute = null, ground = null } = input;
  const catalogueItems = [...new Set(input.catalogueItems ?? [])];
  const issuer = await issuerById(context, input.issuer);
  const superior = input.superior == null ? null : await db.document.findUnique({ where: { id: input.superior } });
  const regionCode = issuer?.regionCode ?? null;
  const number = documentNumber === null ? null : parseDocumentNumber(documentNumber);
  const draft = { ...input, documentNumber, indexNumber, issuedOn, attribute, ground, catalogueItems };
  refuseIfAny([
    ...permissionRefusals(scope.viewer, ['EDITOR', 'PUBLISHER'], regionCode),
    ...draftRefusals(draft, civilDateOf(clock.now())),
    ...missingRefusals(input, { hasIssuer: issuer !== null, hasSuperior: superior !== null }),
    ...superiorRefusals(attribute, superior?.attribute ?? null, ['input', 'attribute']),
    ...(number !== null && (await isNumberTaken(context, input.issuer, number.text)) ? [numberTaken(number.text)] : []),
  ]);
  const data = {
    id: randomUUID(),
    title: input.title.trim(),
    body: input.body,
    isPolicy: input.isPolicy,
    documentNumber: number?.text ?? null,
    documentNumberAsTyped: documentNumber,
    indexNumber,
    issuedOn: issuedOn === null ? null : toUtcMidnight(issuedOn),
    issuerId: input.issuer,
    regionCode: regionCode ?? '',
    attribute,
    ground,
    superiorId: input.superior ?? null,
    status: 'DRAFT' as const,
    draftedBy: scope.viewer?.subject ?? '',
    draftedAt: clock.now(),
    items: { create: catalogueItems.map((itemId) => ({ itemId })) },
  };
  return numberTakenAsRefusal(db.document.create({ data }), numberTaken(number?.text ?? ''));
}

function numberTaken(got: string): Refusal {
  return { code: 'DOCUMENT_NUMBER_TAKEN', path: ['input', 'documentNumber'], got, rules: ['D12'] };
}

function missingRefusals(
  { issuer, superior }: DraftDocumentInput,
  { hasIssuer, hasSuperior }: { readonly hasIssuer: boolean; readonly hasSuperior: boolean },
): Refusal[] {
  const refusals: Refusal[] = [];
  if (!hasIssuer) {
    refusals.push({ code: 'NOT_FOUND', path: ['input', 'issuer'], expected: 'Institution', got: issuer.slice(0, 100) });
  }
  if (superior != null && !hasSuperior) {
    refusals.push({
      code: 'NOT_FOUND',
      path: ['input', 'superior'],
      expected: 'Document',
      got: superior.slice(0, 100),
    });
  }
  return refusals;
}
