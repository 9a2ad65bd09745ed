import { civilDateOf, toUtcMidnight } from '../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../core/refusal.ts';
import type { Viewer } from '../../../core/viewer.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { reviewDueOn } from '../rules/attribute-review.ts';
import { isHidden, type DocumentAttribute } from '../rules/document-attribute.ts';
import { batchRefusals, recognitionRefusals } from '../rules/legacy-document.ts';
import { functionRefusals } from '../rules/function-separation.ts';
import { appointmentsOf } from '../store/application/function-holders.ts';
import type { Document, DocumentsContext, Transaction } from '../store/database.ts';
import { keepAttributeChanges, takeSteps, type Doing } from '../store/document-steps.ts';
import { reviewMonthsOf } from '../store/issuers.ts';
import { lockDocuments, type WholeDocument } from '../store/whole-document.ts';
import { notFound } from './draft-record.ts';

/** The attribute of one document that waits for it. */
export interface RecognisedAttribute {
  readonly document: string;
  readonly attribute: DocumentAttribute;
  readonly ground?: string | null | undefined;
  readonly superiorException?: string | null | undefined;
}

const ROLES = ['REVIEWER', 'PUBLISHER'] as const;

/**
 * Recognises the attributes of documents from before attribution, all of them or none. What is not to be public counts
 * as filed and approved, since it was issued long ago; what is to be public goes through the review passes before it is
 * published.
 *
 * @returns the documents in the order given
 * @throws Refused with every reason of every document, each under its place in the list
 * @see rules D2–D4, D10, R17
 */
export async function recogniseAttributes(
  { decisions }: { readonly decisions: readonly RecognisedAttribute[] },
  { db, scope, clock }: DocumentsContext,
): Promise<readonly Document[]> {
  const doing = { by: scope.viewer?.subject ?? '', at: clock.now() };
  refuseIfAny(permissionRefusals(scope.viewer, ROLES, null));
  refuseIfAny(batchRefusals(decisions.length, ['decisions'], 'RecognisedAttributeInput'));
  return db.$transaction(async (tx) => {
    const locked = await lockDocuments(
      tx,
      decisions.map(({ document }) => document),
    );
    const documents = new Map(locked.map((document) => [document.id, document]));
    refuseIfAny(regionProblems(locked, scope.viewer));
    refuseIfAny(await functionProblems(tx, locked, doing.by));
    refuseIfAny(decisions.flatMap((decision, index) => problemsOf(decision, index, decisions, documents)));
    return recognised(tx, decisions, documents, doing);
  });
}

function regionProblems(documents: readonly WholeDocument[], viewer: Viewer | null): Refusal[] {
  const codes = [...new Set(documents.map(({ regionCode }) => regionCode))].sort();
  return codes.flatMap((code) => permissionRefusals(viewer, ROLES, code));
}

/** Whether the account manages attributes at every issuer (rule R17). */
async function functionProblems(
  tx: Transaction,
  documents: readonly WholeDocument[],
  account: string,
): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  for (const issuer of new Set(documents.map(({ issuerId }) => issuerId))) {
    refusals.push(...functionRefusals(account, 'ATTRIBUTE_MANAGEMENT', await appointmentsOf(tx, issuer)));
  }
  return refusals.slice(0, 1);
}

function problemsOf(
  decision: RecognisedAttribute,
  index: number,
  decisions: readonly RecognisedAttribute[],
  documents: ReadonlyMap<string, WholeDocument>,
): Refusal[] {
  const path = ['decisions', String(index)];
  const at = [...path, 'document'];
  const document = documents.get(decision.document);
  if (document === undefined) return [notFound('Document', at, decision.document)];
  const isRepeated = decisions.findIndex((one) => one.document === decision.document) < index;
  const { attribute, ground = null, superiorException = null } = decision;
  return [
    ...(isRepeated ? [{ code: 'VALUE_REPEATED', path: at, got: decision.document } as const] : []),
    ...recognitionRefusals(
      { ...document, superiorAttribute: document.superior?.attribute ?? null },
      { attribute, ground, superiorException },
      path,
    ),
  ];
}

async function recognised(
  tx: Transaction,
  decisions: readonly RecognisedAttribute[],
  documents: ReadonlyMap<string, WholeDocument>,
  doing: Doing,
): Promise<Document[]> {
  const today = civilDateOf(doing.at);
  const issuers = [...documents.values()].map(({ issuerId }) => issuerId);
  const months = await reviewMonthsOf(tx, issuers, today);
  const ids = decisions.map(({ document }) => document);
  await takeSteps(tx, ids, 'ATTRIBUTE_RECOGNISED', doing);
  const changes = decisions.map(({ document, attribute, ground = null }) => ({
    ...{ documentId: document, before: null, after: attribute, ground },
  }));
  await keepAttributeChanges(tx, 'BACKFILL', changes, doing);
  const written: Document[] = [];
  for (const { document: id, attribute, ground = null, superiorException = null } of decisions) {
    const due = reviewDueOn(attribute, today, months.get(documents.get(id)?.issuerId ?? '') ?? null);
    const issued = { status: 'APPROVED' as const, filedAt: doing.at, approvedAt: doing.at };
    const attributeReviewDueOn = due === null ? null : toUtcMidnight(due);
    const data = { attribute, ground, superiorException, attributeReviewDueOn, ...(isHidden(attribute) && issued) };
    written.push(await tx.document.update({ where: { id }, data }));
  }
  return written;
}
