import { builder } from '../builder.ts';
import { forStaff } from '../store/readable.ts';
import { Document } from './document.ts';
import { DocumentStatus, WithdrawalReason } from './enums.ts';

builder.prismaObjectFields(Document, (t) => ({
  status: t.expose('status', { type: DocumentStatus, description: 'How far it has come.' }),
  publishedAt: t.expose('publishedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When it was published; null before.',
  }),
  withdrawnAt: t.expose('withdrawnAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When it was withdrawn; null unless it was.',
  }),
  withdrawalReason: t.expose('withdrawalReason', {
    type: WithdrawalReason,
    nullable: true,
    description: 'Why it was withdrawn; null unless it was.',
  }),
  reviewPasses: t.int({
    description: 'How many of the three review passes are signed.',
    select: { reviewPasses: { select: { pass: true } } },
    resolve: ({ reviewPasses }) => reviewPasses.length,
  }),
}));

builder.prismaObjectFields(Document, (t) => ({
  ground: t.string({
    nullable: true,
    description: 'The legal ground for not disclosing proactively; only for staff of the region.',
    select: { ground: true, regionCode: true },
    resolve: (document, _args, { scope }) => forStaff(document, scope.viewer)?.ground ?? null,
  }),
  filedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When the ground was filed with the disclosure office (rule D2); only for staff of the region.',
    select: { filedAt: true, regionCode: true },
    resolve: (document, _args, { scope }) => forStaff(document, scope.viewer)?.filedAt ?? null,
  }),
  draftedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When it was drafted; only for staff of the region.',
    select: { draftedAt: true, regionCode: true },
    resolve: (document, _args, { scope }) => forStaff(document, scope.viewer)?.draftedAt ?? null,
  }),
}));
