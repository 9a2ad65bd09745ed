import { queryFromInfo } from '@pothos/plugin-prisma';
import { civilDateOf } from '../../../../core/civil-date.ts';
import { connectionOf, pageArgs } from '../../../kit/connection.ts';
import { requireStaffOf } from '../../../kit/staff.ts';
import { builder } from '../../builder.ts';
import { isReadable } from '../../store/readable.ts';
import { cleanUpResults } from '../../store/validity/clean-up-results.ts';
import { cleanUpById, cleanUpsOf } from '../../store/validity/clean-ups.ts';
import { cleanUpsDue, type CleanUpDue as Due } from '../../store/validity/clean-ups-due.ts';
import { Document } from '../document.ts';
import { Institution } from '../document-links.ts';
import { CleanUpOutcome } from './enums.ts';

const CleanUpResult = builder.prismaObject('CleanUpResult', {
  description: 'What a clean-up found of one document.',
  fields: (t) => ({
    documentId: t.exposeID('documentId', { description: 'The id of the document.' }),
    outcome: t.expose('outcome', { type: CleanUpOutcome, description: 'What was found.' }),
    note: t.exposeString('note', { nullable: true, description: 'Why, in words.' }),
    document: t.field({
      type: Document,
      nullable: true,
      description: 'The document as it is now; null when it is no longer public.',
      select: (_args, _context, nested) => ({ document: nested(true) }),
      resolve: ({ document }, _args, { scope }) => (isReadable(document, scope.viewer) ? document : null),
    }),
  }),
});
const CleanUpResultConnection = connectionOf(builder, 'CleanUpResult', CleanUpResult);

export const CleanUp = builder.prismaObject('CleanUp', {
  description: "The published result of a clean-up (清理) of an issuer's normative documents (rule D17).",
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    title: t.exposeString('title', { description: 'The title in Chinese.' }),
    asOf: t.expose('asOf', { type: 'Date', description: 'The day as of which the documents were looked at.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When it was published.' }),
    issuer: t.field({
      type: Institution,
      nullable: true,
      description: 'Whose documents were looked at.',
      select: { issuerId: true },
      resolve: ({ issuerId }) => ({ id: issuerId }),
    }),
    results: t.field({
      type: CleanUpResultConnection,
      args: {
        outcome: t.arg({ type: CleanUpOutcome, description: 'Only those of this outcome; all when left out.' }),
        first: t.arg.int(pageArgs.first),
        after: t.arg.string(pageArgs.after),
      },
      description: 'What was found of each document, by their ids.',
      select: { id: true },
      resolve: ({ id }, { outcome, ...page }, context, info) =>
        cleanUpResults(
          context,
          { cleanUpId: id, outcome: outcome ?? null },
          page,
          queryFromInfo({ context, info, typeName: 'CleanUpResult', path: ['edges', 'node'] }),
        ),
    }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.asEntity(CleanUp, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => cleanUpById(id, context, info),
});

const CleanUpDue = builder.objectRef<Due>('CleanUpDue').implement({
  description: 'An issuer whose normative documents were not cleaned up for two years (rule D18, as advice).',
  fields: (t) => ({
    issuer: t.field({
      type: Institution,
      nullable: true,
      description: 'The issuer.',
      resolve: ({ issuerId }) => ({ id: issuerId }),
    }),
    documents: t.exposeInt('documents', { description: 'How many of its normative documents are in force.' }),
    lastAsOf: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day that the last clean-up looked at; null when there was none.',
      resolve: ({ lastAsOf }) => lastAsOf,
    }),
    dueOn: t.field({
      type: 'Date',
      description: 'Two years after that day, or after the oldest of the documents was published.',
      resolve: ({ dueOn }) => dueOn,
    }),
  }),
});

const CleanUpConnection = connectionOf(builder, 'CleanUp', CleanUp);
const CleanUpDueConnection = connectionOf(builder, 'CleanUpDue', CleanUpDue);
const region = { required: true, description: 'A GB/T 2260 code; includes the regions below it.' } as const;

builder.queryFields((t) => ({
  cleanUp: t.field({
    type: CleanUp,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'The id of a clean-up.' }) },
    description: 'One clean-up; null when there is none of that id.',
    resolve: (_root, { id }, context, info) => cleanUpById(id, context, info),
  }),
  cleanUps: t.field({
    type: CleanUpConnection,
    args: {
      region: t.arg.id(region),
      issuer: t.arg.id({ description: 'Only those of this institution.' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description: 'Published results of clean-ups, the newest first.',
    resolve: (_root, { region: code, issuer, ...page }, context, info) =>
      cleanUpsOf(
        context,
        { region: code, issuer },
        page,
        queryFromInfo({ context, info, typeName: 'CleanUp', path: ['edges', 'node'] }),
      ),
  }),
  cleanUpDue: t.field({
    type: CleanUpDueConnection,
    args: {
      region: t.arg.id(region),
      on: t.arg({ type: 'Date', description: 'The day asked about; today when left out.' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description: 'Issuers that are to clean up their normative documents, by region. For staff of the region.',
    resolve: (_root, { region: code, on, ...page }, context) => {
      requireStaffOf(context.scope.viewer, code);
      return cleanUpsDue(context, code, on ?? civilDateOf(context.clock.now()), page);
    },
  }),
}));
