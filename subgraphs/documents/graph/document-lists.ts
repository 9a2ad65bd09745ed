import { queryFromInfo } from '@pothos/plugin-prisma';
import { connectionOf, pageArgs } from '../../kit/connection.ts';
import { entityStub } from '../../kit/stubs.ts';
import { builder } from '../builder.ts';
import { documentById, publishedDocuments } from '../store/documents.ts';
import { regionDocuments } from '../store/region-documents.ts';
import { Document } from './document.ts';
import { Validity } from './enums.ts';

export const Region = entityStub(builder, 'Region', 'code', 'contribution');
export const DocumentConnection = connectionOf(builder, 'Document', Document);

const DocumentFilter = builder.inputType('DocumentFilter', {
  description: 'Which documents. A document must fit everything that is given.',
  fields: (t) => ({
    region: t.id({ description: 'Issued in this region or below it, by GB/T 2260 code.' }),
    issuer: t.id({ description: 'Issued by this institution.' }),
    item: t.id({ description: 'Disclosed under this catalogue item.' }),
    validity: t.field({ type: Validity, description: 'Of this validity.' }),
    publishedFrom: t.field({ type: 'Date', description: 'Published on this day or later.' }),
    publishedTo: t.field({ type: 'Date', description: 'Published on this day or earlier.' }),
    text: t.string({ description: 'Stands in the title, the body or the number; the first 200 characters count.' }),
  }),
});

builder.queryFields((t) => ({
  document: t.field({
    type: Document,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'The id of a document.' }) },
    description: 'One document; null when there is none of that id that the caller may read.',
    resolve: (_root, { id }, context, info) => documentById(id, context, info),
  }),
  documents: t.field({
    type: DocumentConnection,
    args: {
      filter: t.arg({ type: DocumentFilter, description: 'Which documents; all when left out.' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description: 'Published documents, the newest first.',
    resolve: (_root, { filter, ...page }, context, info) =>
      publishedDocuments(
        context,
        filter ?? {},
        page,
        queryFromInfo({ context, info, typeName: 'Document', path: ['edges', 'node'] }),
      ),
  }),
}));

builder.objectField(Region, 'documents', (t) =>
  t.field({
    type: DocumentConnection,
    nullable: true,
    args: { first: t.arg.int(pageArgs.first), after: t.arg.string(pageArgs.after) },
    description: 'What was published in this region and those below it, the newest first.',
    resolve: ({ code }, page, context, info) =>
      regionDocuments(
        context,
        code,
        page,
        queryFromInfo({ context, info, typeName: 'Document', path: ['edges', 'node'] }),
      ),
  }),
);
