import { queryFromInfo } from '@pothos/plugin-prisma';
import { pageArgs } from '../../kit/connection.ts';
import { requireStaffOf } from '../../kit/staff.ts';
import { builder } from '../builder.ts';
import { comparedCounts, type ComparedCounts } from '../rules/attribute-counts.ts';
import { attributeCounts } from '../store/attribute-counts.ts';
import { attributeReviewsDue, staffDocuments } from '../store/staff-documents.ts';
import { DocumentConnection } from './document-lists.ts';
import { DocumentAttribute, DocumentStatus } from './enums.ts';

const StaffDocumentFilter = builder.inputType('StaffDocumentFilter', {
  description: 'Which documents that are not public. A document must fit everything that is given.',
  fields: (t) => ({
    status: t.field({ type: DocumentStatus, description: 'As far as this; PUBLISHED fits none.' }),
    attribute: t.field({ type: DocumentAttribute, description: 'Of this attribute.' }),
    isAttributeMissing: t.boolean({ description: 'Whether it waits for its attribute (rules D3, D10).' }),
    isLegacy: t.boolean({ description: 'Whether it was issued before attributes were recognised (rule D10).' }),
    issuer: t.id({ description: 'Issued by this institution.' }),
  }),
});

const region = {
  required: true,
  description: 'A GB/T 2260 code; includes the regions below it. Staff of it or of one above may ask.',
} as const;
const query = (context: object, info: Parameters<typeof queryFromInfo>[0]['info']) =>
  queryFromInfo({ context, info, typeName: 'Document', path: ['edges', 'node'] });

builder.queryFields((t) => ({
  staffDocuments: t.field({
    type: DocumentConnection,
    args: {
      region: t.arg.id(region),
      filter: t.arg({ type: StaffDocumentFilter, description: 'Which; all when left out.' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description: 'Documents that are not public, the latest draft first. For staff; faults UNAUTHENTICATED, FORBIDDEN.',
    resolve: (_root, { region: code, filter, ...page }, context, info) => {
      requireStaffOf(context.scope.viewer, code);
      return staffDocuments(context, code, filter ?? {}, { ...page, query: query(context, info) });
    },
  }),
  attributeReviewsDue: t.field({
    type: DocumentConnection,
    args: {
      region: t.arg.id(region),
      on: t.arg({ type: 'Date', required: true, description: 'Due on this day or before.' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description:
      'Documents that are not public and whose attribute is to be looked at again (定期审查, rules D5, D6), the longest overdue first. For staff; faults UNAUTHENTICATED, FORBIDDEN.',
    resolve: (_root, { region: code, on, ...page }, context, info) => {
      requireStaffOf(context.scope.viewer, code);
      return attributeReviewsDue(context, code, on, { ...page, query: query(context, info) });
    },
  }),
}));

const AttributeCounts = builder.objectRef<ComparedCounts>('AttributeCounts').implement({
  description: 'How many issued documents stood in each class at the end of a year (rule D5).',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The year, in Asia/Shanghai.' }),
    proactive: t.exposeInt('proactive', { description: 'To be disclosed proactively.' }),
    onRequest: t.exposeInt('onRequest', { description: 'Disclosed on request only.' }),
    withheld: t.exposeInt('withheld', { description: 'Withheld.' }),
    issued: t.exposeInt('issued', { description: 'Issued in the year, of any class.' }),
    issuedHidden: t.exposeInt('issuedHidden', {
      description: 'Issued in the year and not to be disclosed proactively.',
    }),
    onRequestChange: t.int({
      nullable: true,
      description: 'How many more are on request only than a year before; null in the first year that was asked for.',
      resolve: ({ change }) => change?.onRequest ?? null,
    }),
    withheldChange: t.int({
      nullable: true,
      description: 'How many more are withheld than a year before; null in the first year that was asked for.',
      resolve: ({ change }) => change?.withheld ?? null,
    }),
    isShrinking: t.exposeBoolean('isShrinking', {
      nullable: true,
      description: 'Whether neither hidden class grew (逐年压缩); null in the first year that was asked for.',
    }),
  }),
});

builder.queryField('attributeCounts', (t) =>
  t.field({
    type: [AttributeCounts],
    args: {
      region: t.arg.id(region),
      from: t.arg.int({ required: true, description: 'The first year.' }),
      to: t.arg.int({ required: true, description: 'The last year; at most 30 years after the first.' }),
    },
    description:
      'How the two hidden classes grow or shrink from year to year. For staff; faults UNAUTHENTICATED, FORBIDDEN, and BAD_USER_INPUT for years out of range.',
    resolve: async (_root, { region: code, ...years }, context) => {
      requireStaffOf(context.scope.viewer, code);
      return comparedCounts(await attributeCounts(context, code, years));
    },
  }),
);
