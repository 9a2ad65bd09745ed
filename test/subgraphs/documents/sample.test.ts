import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../feed/entry.ts';
import { documentsSampleData } from '../../../prisma/sample/sample.ts';
import { parseDocumentNumber } from '../../../subgraphs/documents/rules/document-number.ts';
import { indexNumberProblem } from '../../../subgraphs/documents/rules/index-number.ts';
import { loadSample } from '../../../subgraphs/documents/sample.ts';
import type { Transaction } from '../../../subgraphs/documents/store/database.ts';
import { transact } from '../../../subgraphs/kit/transact.ts';
import { openMigratedMemory } from '../../support/databases.ts';
import { published } from './documents.ts';
import { serveDocuments, staff, type ServedDocuments } from './serve-documents.ts';

const { documents, targets } = documentsSampleData();

describe('the sample of documents', () => {
  let served: ServedDocuments;
  let entries: readonly LogEntry[];
  beforeAll(async () => {
    served = await serveDocuments(await openMigratedMemory());
    await transact({ db: served.db, log: served.log }, (tx: Transaction, record) => loadSample(tx, record));
    entries = (await served.entries()).filter(({ subject }) => subject !== 'INSTITUTION');
  });
  afterAll(() => served.close());

  it('holds to the rules on document numbers and index numbers', () => {
    expect(documents.length).toBeGreaterThan(0);
    for (const { documentNumber, indexNumber } of documents) {
      if (documentNumber !== null) expect(parseDocumentNumber(documentNumber)?.text).toBe(documentNumber);
      if (indexNumber !== null) expect(indexNumberProblem(indexNumber)).toBeNull();
    }
  });

  it('stands in the lists as far as it is public', async () => {
    const text = `query ($after: String) { documents(first: 100, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { id interpretations { id } catalogueItems { id } } } } }`;
    const found = new Map<string, object>();
    for (let after: string | null = null, hasNext = true; hasNext;) {
      const { data, errors } = await served.ask(text, { after });
      expect(errors).toBeUndefined();
      const page = (
        data as {
          documents: { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { id: string } }[] };
        }
      ).documents;
      for (const { node } of page.edges) found.set(node.id, node);
      [after, hasNext] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    const sorted = (ids: readonly string[]) => [...ids].sort().map((id) => ({ id }));
    const expected = documents.filter(({ status }) => status === 'PUBLISHED');
    expect(found.size).toBe(expected.length);
    for (const { id, interpretations, catalogueItemIds } of expected) {
      const bound = interpretations.map((one) => one.id);
      expect(found.get(id)).toEqual({ id, interpretations: sorted(bound), catalogueItems: sorted(catalogueItemIds) });
    }
  });

  it('is told to the log as it happened: what went out with its interpretations, and what was withdrawn', () => {
    for (const { id, publishedAt, withdrawnAt, interpretations } of documents) {
      const kinds = [...(publishedAt === null ? [] : ['PUBLISHED']), ...(withdrawnAt === null ? [] : ['WITHDRAWN'])];
      for (const subjectId of [id, ...interpretations.map((one) => one.id)]) {
        expect(entries.filter((entry) => entry.subjectId === subjectId).map(({ kind }) => kind)).toEqual(kinds);
      }
    }
    const instants = entries.map(({ occurredAt }) => occurredAt.getTime());
    expect(instants).toEqual([...instants].sort((first, second) => first - second));
  });

  it('keeps drafts and accounts out of the log', () => {
    const told = JSON.stringify(entries);
    expect(documents.filter(({ status, id }) => status === 'APPROVED' && told.includes(id))).toEqual([]);
    expect(documents.filter(({ draftedBy }) => told.includes(draftedBy))).toEqual([]);
  });

  it('has documents that wait for one step to be published', async () => {
    const waiting = documents.filter(({ status }) => status === 'APPROVED');
    expect(waiting.length).toBeGreaterThan(0);
    for (const { id, regionCode } of waiting) {
      expect(await published(served, id, staff('PUBLISHER', regionCode))).toMatchObject({ status: 'PUBLISHED' });
    }
  });

  it('sets targets by issuer and year', async () => {
    expect(await served.db.issuerTarget.count()).toBe(targets.length);
  });
});
