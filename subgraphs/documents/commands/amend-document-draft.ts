import { civilDateOf, fromUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import { refuseIfAny, Refused } from '../../../core/refusal.ts';
import { draftRefusals } from '../rules/draft-input.ts';
import { isUnderWay, notUnderWay } from '../rules/review-pass.ts';
import type { Document, DocumentsContext } from '../store/database.ts';
import { keepAttributeChanges, takeSteps } from '../store/document-steps.ts';
import { takenAsRefusal } from '../store/taken-numbers.ts';
import type { WholeDocument } from '../store/whole-document.ts';
import { columnsOf, draftOf, normalNumbers, type Draft, type DraftDetails } from './draft-columns.ts';
import { notFound, numberTaken, recordRefusals } from './draft-record.ts';
import { permittedDocument } from './permitted-document.ts';

/** What is changed of a draft: what is left out stays, null clears. */
export interface AmendDocumentDraftInput extends DraftDetails {
  readonly title?: string | null | undefined;
  readonly body?: string | null | undefined;
  readonly isPolicy?: boolean | null | undefined;
}

/**
 * Changes a document before its approval. The passes that were signed fall, since they were of another text, and a
 * filing does when the attribute or its ground changed.
 *
 * @throws Refused when not permitted, when there is no such document, when it is past its reviews, when nothing would
 *   change, or for input that rules refuse
 * @see rules D1–D4, D11
 */
export async function amendDocumentDraft(
  { id, input }: { readonly id: string; readonly input: AmendDocumentDraftInput },
  { db, scope, clock }: DocumentsContext,
): Promise<Document> {
  const doing = { by: scope.viewer?.subject ?? '', at: clock.now() };
  let numbers: ReturnType<typeof normalNumbers> | undefined;
  const writing = db.$transaction(async (tx) => {
    const document = await permittedDocument(tx, scope.viewer, { id, path: ['id'], roles: ['EDITOR', 'PUBLISHER'] });
    if (!isUnderWay(document.status)) throw new Refused([notUnderWay(document.status)]);
    const before = draftFrom(document);
    const draft = amended(before, input);
    numbers = normalNumbers(draft);
    refuseIfAny([
      ...(isSame(before, draft) ? [{ code: 'VALUE_NOT_CHANGED', path: ['input'] } as const] : []),
      ...draftRefusals(draft, civilDateOf(doing.at)),
      ...(draft.superior === id ? [notFound('Document', ['input', 'superior'], id)] : []),
      ...(await recordRefusals([{ draft, path: ['input'] }], { scope, db: tx }, id)),
    ]);
    const data = { ...columnsOf(draft), status: 'DRAFT' as const, ...(isSameProposal(before, draft) ? {} : NOT_FILED) };
    await tx.reviewPass.deleteMany({ where: { documentId: id } });
    await tx.documentItem.deleteMany({ where: { documentId: id } });
    await tx.documentItem.createMany({ data: draft.catalogueItems.map((itemId) => ({ documentId: id, itemId })) });
    await takeSteps(tx, [id], 'AMENDED', doing);
    if (draft.attribute !== null) {
      const change = { documentId: id, before: before.attribute, after: draft.attribute, ground: draft.ground };
      await keepAttributeChanges(tx, 'AMENDED', [change], doing);
    }
    return tx.document.update({ where: { id }, data });
  });
  return takenAsRefusal(writing, (index) => numberTaken(index, numbers?.[index] ?? null, ['input']));
}

const NOT_FILED = { filedAt: null };

/** A document as its drafter would hand it in now. */
function draftFrom(document: WholeDocument): Draft {
  const { issuerId, superiorId, leadIssuerId, issuedOn, effectiveOn, expiresOn, items, ...columns } = document;
  return draftOf({
    ...columns,
    ...{ issuer: issuerId, superior: superiorId, leadIssuer: leadIssuerId },
    documentNumber: document.documentNumberAsTyped,
    ...{ issuedOn: dayOf(issuedOn), effectiveOn: dayOf(effectiveOn), expiresOn: dayOf(expiresOn) },
    catalogueItems: items.map(({ itemId }) => itemId).sort(),
  });
}

/** The draft with what is given in place of what it had. */
function amended(before: Draft, input: AmendDocumentDraftInput): Draft {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const { title, body, isPolicy } = input;
  return draftOf({
    ...before,
    // What is set back to be disclosed proactively keeps no ground, unless one is given.
    ...(input.attribute === 'PROACTIVE' && { ground: null, superiorException: null }),
    ...given,
    title: title === undefined ? before.title : (title ?? ''),
    body: body === undefined ? before.body : (body ?? ''),
    isPolicy: isPolicy ?? before.isPolicy,
    catalogueItems: [
      ...(input.catalogueItems === undefined ? before.catalogueItems : (input.catalogueItems ?? [])),
    ].sort(),
  });
}

function isSame(before: Draft, after: Draft): boolean {
  return (
    JSON.stringify(columnsOf(before)) === JSON.stringify(columnsOf(after)) &&
    before.catalogueItems.join() === after.catalogueItems.join()
  );
}

function isSameProposal(before: Draft, after: Draft): boolean {
  return (
    before.attribute === after.attribute &&
    before.ground === after.ground &&
    before.superiorException === after.superiorException
  );
}

function dayOf(midnight: Date | null): CivilDate | null {
  return midnight === null ? null : fromUtcMidnight(midnight);
}
