import type { Channel } from '../../../core/channel.ts';
import type { InterpretationForm } from '../../../subgraphs/documents/store/database.ts';
import { makeSearchable } from '../../../subgraphs/documents/store/search/search-writes.ts';
import { AUTHORITY, COUNTY, type ServedDocuments } from './serve-documents.ts';

/** A document as a test wants it to stand in the database; what is left out is as in any public policy document. */
export interface StoredDocument {
  readonly id: string;
  readonly publishedAt: Date;
  readonly regionCode?: string;
  readonly title?: string;
  readonly body?: string;
  readonly documentNumber?: string | null;
  readonly indexNumber?: string | null;
  readonly theme?: string;
  readonly genre?: string;
  readonly isNormative?: boolean;
  readonly expiresOn?: Date;
  readonly status?: 'APPROVED' | 'PUBLISHED' | 'WITHDRAWN';
  readonly attribute?: 'PROACTIVE' | 'ON_REQUEST';
  readonly isPolicy?: boolean;
  readonly validity?: 'IN_FORCE' | 'AMENDED' | 'REPEALED' | 'EXPIRED';
  readonly issuerId?: string;
  readonly superiorId?: string | null;
  readonly items?: readonly string[];
  readonly interpretations?: readonly {
    readonly forms: readonly InterpretationForm[];
    readonly channels: readonly Channel[];
    readonly interpreter?: 'DRAFTING_UNIT' | 'LEADER';
    readonly publishedAt?: Date;
  }[];
}

/** Puts documents into the database in place of all that is there. */
export async function store({ db }: ServedDocuments, documents: readonly StoredDocument[]): Promise<void> {
  await db.document.deleteMany();
  await db.document.createMany({ data: documents.map(rowOf) });
  await makeSearchable(db, await db.document.findMany({ where: { status: 'PUBLISHED' } }));
  await db.documentItem.createMany({
    data: documents.flatMap(({ id, items = [] }) => items.map((itemId) => ({ documentId: id, itemId }))),
  });
  await db.interpretation.createMany({
    data: documents.flatMap(({ id, publishedAt, interpretations = [] }) =>
      interpretations.map(({ forms, channels, interpreter, publishedAt: at }, index) => ({
        id: `${id} ${String(index)}`,
        documentId: id,
        title: '解读',
        body: '解读',
        forms: [...forms],
        channels: [...channels],
        publishedAt: at ?? publishedAt,
        interpreter: interpreter ?? 'DRAFTING_UNIT',
      })),
    ),
  });
}

function rowOf(document: StoredDocument) {
  const { id, publishedAt, status = 'PUBLISHED' } = document;
  return {
    id,
    title: document.title ?? `文件 ${id}`,
    body: document.body ?? '正文',
    documentNumber: document.documentNumber ?? null,
    indexNumber: document.indexNumber ?? null,
    theme: document.theme ?? null,
    genre: document.genre ?? null,
    isNormative: document.isNormative ?? false,
    expiresOn: document.expiresOn ?? null,
    issuerId: document.issuerId ?? AUTHORITY,
    regionCode: document.regionCode ?? COUNTY,
    attribute: document.attribute ?? 'PROACTIVE',
    isPolicy: document.isPolicy ?? true,
    status,
    validity: document.validity ?? 'IN_FORCE',
    publishedAt: status === 'APPROVED' ? null : publishedAt,
    superiorId: document.superiorId ?? null,
    draftedBy: 'test',
    draftedAt: publishedAt,
  };
}
