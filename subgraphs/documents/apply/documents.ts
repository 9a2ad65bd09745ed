import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { removeFromSearch } from '../store/search/search-writes.ts';
import { writeDocumentParts } from './document-parts.ts';
import { documentsHere, freeNumbers } from './documents-here.ts';
import { writtenOf, type HeldTable } from '../../kit/held-table.ts';
import { searchAnew } from './searchable.ts';
import {
  standingDocument,
  withdrawnDocument,
  type DocumentRow,
  type Issued,
  type ToldDocument,
} from './told-document.ts';

const TABLE: HeldTable = {
  name: 'documents.document',
  key: { id: 'text' },
  columns: {
    ...{ title: 'text', body: 'text', document_number: 'text', index_number: 'text', issuer_id: 'text' },
    ...{ region_code: 'text', attribute: 'documents.document_attribute', is_policy: 'boolean' },
    ...{ is_normative: 'boolean', is_enterprise_related: 'boolean', theme: 'text', genre: 'text' },
    ...{ origin: 'documents.document_origin', lead_issuer_id: 'text', disclosure_clause: 'text' },
    ...{ status: 'documents.document_status', validity: 'documents.validity', issued_on: 'date' },
    ...{ effective_on: 'date', expires_on: 'date', published_at: 'timestamptz', withdrawn_at: 'timestamptz' },
    ...{ withdrawal_reason: 'documents.withdrawal_reason', withdrawal_note: 'text', superior_id: 'text' },
    ...{ drafted_by: 'text', drafted_at: 'timestamptz', is_sample: 'boolean', held_from: 'text' },
  },
};

/**
 * Takes over documents (公文) with all that the public sees of them, and what they are found by. Of one that is withdrawn
 * nothing stays but whose it was and why it went, whether it was here before or not.
 */
export async function applyDocuments(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const standing = entries.filter(({ kind }) => kind !== 'WITHDRAWN').map(standingDocument);
  const gone = entries.filter(({ kind }) => kind === 'WITHDRAWN');
  const here = await documentsHere(tx, [...standing.flatMap(namedBy), ...gone.map(({ subjectId }) => subjectId)]);
  const withdrawn = gone.flatMap((entry) => {
    const issued = issuedBy(entry, here.get(entry.subjectId));
    return issued === null ? [] : [withdrawnDocument(entry, issued)];
  });
  const told = [...standing, ...withdrawn];
  const known = new Set([...here.keys(), ...told.map(({ row }) => row.id)]);
  const rows = told.map(({ row }) => withKnownSuperior(row, known));
  await freeNumbers(tx, rows);
  const written = await writtenOf(tx, TABLE, rows);
  await removeFromSearch(
    tx,
    withdrawn.map(({ row }) => row.id),
  );
  await searchAnew(
    tx,
    standing.flatMap(({ row }) => (written.has(row.id) ? [row] : [])),
  );
  await writeDocumentParts(tx, told, known);
}

function namedBy({ row, relations }: ToldDocument): string[] {
  return [...(row.superior_id === null ? [] : [row.superior_id]), ...relations.map((one) => one.related_id)];
}

function withKnownSuperior(row: DocumentRow, known: ReadonlySet<string>): DocumentRow {
  return row.superior_id === null || known.has(row.superior_id) ? row : { ...row, superior_id: null };
}

/** Whose a withdrawn document is, as its tombstone says or as is known here; null when neither is so. */
function issuedBy({ publisherId, regionCode }: HeldEntry, here: Issued | undefined): Issued | null {
  if (publisherId === null || regionCode === null) return here ?? null;
  return { issuerId: publisherId, regionCode };
}
