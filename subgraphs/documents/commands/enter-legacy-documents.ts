import { randomUUID } from 'node:crypto';
import { civilDateOf } from '../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { draftRefusals } from '../rules/draft-input.ts';
import { batchRefusals, legacyRefusals } from '../rules/legacy-document.ts';
import type { Document, DocumentsContext, Transaction } from '../store/database.ts';
import { takeSteps, type Doing } from '../store/document-steps.ts';
import { institutionsById } from '../store/issuers.ts';
import { takenAsRefusal } from '../store/taken-numbers.ts';
import { columnsOf, draftOf, type DraftDocumentInput } from './draft-columns.ts';
import { notFound, numberTaken, recordRefusals, type PlacedDraft } from './draft-record.ts';

/**
 * Enters documents that were issued before attributes were recognised at the source, all of them or none; they wait for
 * their attributes.
 *
 * @returns them in the order given
 * @throws Refused with every reason of every document, each under its place in the list
 * @see rule D10
 */
export async function enterLegacyDocuments(
  { inputs }: { readonly inputs: readonly DraftDocumentInput[] },
  context: DocumentsContext,
): Promise<readonly Document[]> {
  const { db, scope, clock } = context;
  const doing = { by: scope.viewer?.subject ?? '', at: clock.now() };
  refuseIfAny(permissionRefusals(scope.viewer, ['EDITOR', 'PUBLISHER'], null));
  refuseIfAny(batchRefusals(inputs.length, ['inputs'], 'DraftDocumentInput'));
  const placed = inputs.map((input, index) => ({ draft: draftOf(input), path: ['inputs', String(index)] }));
  const regions = await regionsOf(placed, context);
  refuseIfAny(await batchProblems(placed, regions, context));
  const writing = db.$transaction((tx) => written(tx, placed, regions, doing));
  return takenAsRefusal(writing, (index) => numberTaken(index, null, ['inputs']));
}

type Regions = ReadonlyMap<string, string>;

async function regionsOf(placed: readonly PlacedDraft[], context: DocumentsContext): Promise<Regions> {
  const issuers = await institutionsById(
    context,
    placed.map(({ draft }) => draft.issuer),
  );
  return new Map([...issuers].map(([id, { regionCode }]) => [id, regionCode]));
}

async function batchProblems(
  placed: readonly PlacedDraft[],
  regions: Regions,
  context: DocumentsContext,
): Promise<Refusal[]> {
  const { scope, clock } = context;
  const today = civilDateOf(clock.now());
  const codes = [...new Set(regions.values())];
  const permission = codes.flatMap((code) => permissionRefusals(scope.viewer, ['EDITOR', 'PUBLISHER'], code));
  const each = placed.flatMap(({ draft, path }) => [
    ...draftRefusals(draft, today, path),
    ...legacyRefusals(draft, path),
    ...(regions.has(draft.issuer) ? [] : [notFound('Institution', [...path, 'issuer'], draft.issuer)]),
  ]);
  return [...permission, ...each, ...(permission.length === 0 ? await recordRefusals(placed, context, null) : [])];
}

async function written(
  tx: Transaction,
  placed: readonly PlacedDraft[],
  regions: Regions,
  { by, at }: Doing,
): Promise<Document[]> {
  const rows = placed.map(({ draft }) => ({
    ...columnsOf(draft),
    ...{ id: randomUUID(), issuerId: draft.issuer, regionCode: regions.get(draft.issuer) ?? '' },
    ...{ status: 'DRAFT' as const, isLegacy: true, draftedBy: by, draftedAt: at },
  }));
  const documents = await tx.document.createManyAndReturn({ data: rows });
  await tx.documentItem.createMany({
    data: placed.flatMap(({ draft }, index) =>
      draft.catalogueItems.map((itemId) => ({ documentId: rows[index]?.id ?? '', itemId })),
    ),
  });
  await takeSteps(
    tx,
    rows.map(({ id }) => id),
    'DRAFTED',
    { by, at },
  );
  const byId = new Map(documents.map((document) => [document.id, document]));
  return rows.flatMap(({ id }) => byId.get(id) ?? []);
}
