import { queryFromInfo } from '@pothos/plugin-prisma';
import { connectionOf, pageArgs } from '../../kit/connection.ts';
import { entityStub } from '../../kit/stubs.ts';
import { builder } from '../builder.ts';
import { documentById } from '../store/documents.ts';
import { regionDocuments } from '../store/region-documents.ts';
import { publishedDocuments } from '../store/search/published-documents.ts';
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
    theme: t.string({ description: 'Classed under this theme (主题分类).' }),
    genre: t.string({ description: 'Of this genre (体裁分类).' }),
    isNormative: t.boolean({ description: 'Whether it is a normative document (行政规范性文件).' }),
    documentNumber: t.string({ description: 'Of this document number (文号), with whichever brackets.' }),
    indexNumber: t.string({ description: 'Of this index number (索引号), in capitals or not.' }),
    text: t.string({
      description:
        'Words between spaces, which all stand in the title, the body or a number; or one document number. Letters in either case and width are the same; punctuation and spaces of the documents count for nothing, so that a word is found across them. One character is enough. The first 200 characters and 10 words count.',
    }),
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
