import { builder } from '../../builder.ts';
import { changedAs, relatedAs } from '../../store/validity/related-documents.ts';
import { Document } from '../document.ts';

builder.prismaObjectFields(Document, (t) => ({
  effectiveOn: t.expose('effectiveOn', {
    type: 'Date',
    nullable: true,
    description: 'The first day on which it holds (施行日期); null when it does not say.',
  }),
  expiresOn: t.expose('expiresOn', {
    type: 'Date',
    nullable: true,
    description: 'The last day on which it holds; it expires at the midnight that ends it. Null when it does not say.',
  }),
  validityChangedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When its validity changed last; null when it never did.',
    select: {
      steps: {
        select: { takenAt: true },
        where: { kind: 'VALIDITY_CHANGED' },
        orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
        take: 1,
      },
    },
    resolve: ({ steps }) => steps[0]?.takenAt ?? null,
  }),
}));

builder.prismaObjectField(Document, 'amends', (t) =>
  t.field({
    type: [Document],
    description: 'What it amends once it is published and holds, as far as the caller may read it.',
    select: (_args, _context, nested) => ({ changes: { select: { kind: true, related: nested(true) } } }),
    resolve: ({ changes }, _args, { scope }) => relatedAs('AMENDS', changes, scope.viewer),
  }),
);

builder.prismaObjectField(Document, 'repeals', (t) =>
  t.field({
    type: [Document],
    description: 'What it repeals once it is published and holds, as far as the caller may read it.',
    select: (_args, _context, nested) => ({ changes: { select: { kind: true, related: nested(true) } } }),
    resolve: ({ changes }, _args, { scope }) => relatedAs('REPEALS', changes, scope.viewer),
  }),
);

builder.prismaObjectField(Document, 'amendedBy', (t) =>
  t.field({
    type: [Document],
    description: 'What amended it, as far as the caller may read it.',
    select: (_args, _context, nested) => ({ changedBy: { select: { kind: true, document: nested(true) } } }),
    resolve: ({ changedBy }, _args, { scope }) => changedAs('AMENDS', changedBy, scope.viewer),
  }),
);

builder.prismaObjectField(Document, 'repealedBy', (t) =>
  t.field({
    type: [Document],
    description: 'What repealed it, as far as the caller may read it.',
    select: (_args, _context, nested) => ({ changedBy: { select: { kind: true, document: nested(true) } } }),
    resolve: ({ changedBy }, _args, { scope }) => changedAs('REPEALS', changedBy, scope.viewer),
  }),
);
