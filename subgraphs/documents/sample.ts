import type { NewEntry } from '../../core/change.ts';
import { civilDate, startOfDay, toUtcMidnight } from '../../core/civil-date.ts';
import { documentsSampleData } from '../../prisma/sample/sample.ts';
import type { SampleDocument } from '../../prisma/sample/shapes.ts';
import { documentPublished, documentWithdrawn } from './events/document.ts';
import { interpretationPublished, interpretationWithdrawn } from './events/interpretation.ts';
import { issuerTargetSet } from './events/issuer-target.ts';
import { REVIEW_GATES } from './rules/review-gates.ts';
import type { DocumentStepKind, Transaction } from './store/database.ts';
import { PUBLIC } from './store/public-document.ts';
import { makeSearchable } from './store/search/search-writes.ts';

const PUBLISHER = 'publisher-1';

/** Fills an empty database with the sample's documents; what went public is told to the log in its order. */
export async function loadSample(tx: Transaction, record: (...entries: readonly NewEntry[]) => void): Promise<void> {
  const { documents, targets } = documentsSampleData();
  await tx.document.createMany({ data: documents.map(documentRow) });
  await tx.documentItem.createMany({
    data: documents.flatMap(({ id, catalogueItemIds }) =>
      catalogueItemIds.map((itemId) => ({ documentId: id, itemId })),
    ),
  });
  await tx.reviewPass.createMany({
    data: documents.flatMap(({ id, reviewPasses }) =>
      reviewPasses.map((pass) => ({ documentId: id, gates: [...REVIEW_GATES], ...pass })),
    ),
  });
  await tx.documentStep.createMany({ data: documents.flatMap(stepRows) });
  await tx.attributeChange.createMany({ data: documents.map(attributeRow) });
  await tx.interpretation.createMany({
    data: documents.flatMap(({ id, interpretations }) =>
      interpretations.map((one) => ({ ...one, documentId: id, forms: [...one.forms], channels: [...one.channels] })),
    ),
  });
  await tx.issuerTarget.createMany({ data: [...targets] });
  await makeSearchable(tx, await tx.document.findMany({ where: { status: 'PUBLISHED' } }));
  record(...(await entriesOf(tx)));
}

function documentRow(sample: SampleDocument) {
  const elsewhere = { catalogueItemIds: undefined, reviewPasses: undefined, interpretations: undefined };
  const issuedOn = toUtcMidnight(sample.issuedOn);
  const approvedAt = sample.reviewPasses.at(-1)?.signedAt ?? sample.draftedAt;
  return { ...sample, ...elsewhere, documentNumberAsTyped: sample.documentNumber, issuedOn, approvedAt };
}

/** What was done with a document, as far as the sample tells of it. */
function stepRows(sample: SampleDocument) {
  const { id: documentId, draftedBy, draftedAt, reviewPasses, publishedAt, withdrawnAt } = sample;
  const steps: { kind: DocumentStepKind; takenBy: string; takenAt: Date | null; note: string | null }[] = [
    { kind: 'DRAFTED', takenBy: draftedBy, takenAt: draftedAt, note: null },
    ...reviewPasses.map(({ pass, signedBy, signedAt }) => ({
      ...{ kind: 'PASS_SIGNED' as const, takenBy: signedBy, takenAt: signedAt, note: String(pass) },
    })),
    ...reviewPasses.slice(-1).map(({ signedBy, signedAt }) => ({
      ...{ kind: 'APPROVED' as const, takenBy: signedBy, takenAt: signedAt, note: null },
    })),
    { kind: 'PUBLISHED', takenBy: PUBLISHER, takenAt: publishedAt, note: null },
    { kind: 'WITHDRAWN', takenBy: PUBLISHER, takenAt: withdrawnAt, note: sample.withdrawalNote },
  ];
  return steps.flatMap(({ takenAt, ...step }) => (takenAt === null ? [] : [{ ...step, documentId, takenAt }]));
}

function attributeRow({ id, attribute, draftedBy, draftedAt }: SampleDocument) {
  const who = { changedBy: draftedBy, changedAt: draftedAt };
  return { ...who, documentId: id, after: attribute, cause: 'DRAFTED' as const };
}

/** What the log would hold had all this happened here, in the order in which it did. */
async function entriesOf(tx: Transaction): Promise<NewEntry[]> {
  const documents = await tx.document.findMany({
    where: { publishedAt: { not: null } },
    include: { ...PUBLIC, interpretations: { where: { publishedAt: { not: null } }, orderBy: { id: 'asc' } } },
    orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
  });
  const entries = documents.flatMap((document) => {
    const { publishedAt, withdrawnAt, withdrawalReason: reason, withdrawalNote: note, interpretations } = document;
    const went = publishedAt ?? document.draftedAt;
    const out = [
      documentPublished(document, went),
      ...interpretations.map((one) => interpretationPublished(one, document, one.publishedAt ?? went)),
    ];
    if (withdrawnAt === null || reason === null) return out;
    const withdrawal = { reason, note: note ?? '', occurredAt: withdrawnAt };
    const back = interpretations.map((one) => interpretationWithdrawn(one, document, withdrawal));
    return [...out, documentWithdrawn(document, withdrawal), ...back];
  });
  const targets = (await tx.issuerTarget.findMany({ orderBy: [{ year: 'asc' }, { issuerId: 'asc' }] })).map((target) =>
    issuerTargetSet('PUBLISHED', target, startOfDay(civilDate(`${String(target.year)}-01-01`))),
  );
  return [...targets, ...entries].sort((first, second) => first.occurredAt.getTime() - second.occurredAt.getTime());
}
