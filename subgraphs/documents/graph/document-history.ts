import { builder } from '../builder.ts';
import { forStaff } from '../store/readable.ts';
import { Document } from './document.ts';
import { AttributeChangeCause, DocumentAttribute, DocumentStepKind, ReviewGate } from './enums.ts';

const DocumentStep = builder.prismaObject('DocumentStep', {
  description: 'One step in the life of a document: who did what, and when.',
  fields: (t) => ({
    kind: t.expose('kind', { type: DocumentStepKind, description: 'What was done.' }),
    takenBy: t.exposeString('takenBy', { description: 'The account that did it.' }),
    takenAt: t.expose('takenAt', { type: 'DateTime', description: 'When.' }),
    note: t.exposeString('note', { nullable: true, description: 'What was said with it; null for nothing.' }),
  }),
});

const AttributeChange = builder.prismaObject('AttributeChange', {
  description: 'One change of how a document is disclosed (rule D5).',
  fields: (t) => ({
    before: t.expose('before', {
      type: DocumentAttribute,
      nullable: true,
      description: 'The attribute that it had; null when there was none.',
    }),
    after: t.expose('after', { type: DocumentAttribute, description: 'The attribute that it has since.' }),
    ground: t.exposeString('ground', { nullable: true, description: 'The legal ground; null for PROACTIVE.' }),
    cause: t.expose('cause', { type: AttributeChangeCause, description: 'What it was changed by.' }),
    note: t.exposeString('note', { nullable: true, description: 'What was said with it; null for nothing.' }),
    changedBy: t.exposeString('changedBy', { description: 'The account that changed it.' }),
    changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When.' }),
  }),
});

const ReviewPass = builder.prismaObject('ReviewPass', {
  description: 'One signed review pass of the three (三审三校, rule D11).',
  fields: (t) => ({
    pass: t.exposeInt('pass', { description: 'Which: 1, 2 or 3.' }),
    gates: t.expose('gates', { type: [ReviewGate], description: 'What the document was looked at for.' }),
    signedBy: t.exposeString('signedBy', { description: 'The account that signed.' }),
    signedAt: t.expose('signedAt', { type: 'DateTime', description: 'When.' }),
  }),
});

builder.prismaObject('DocumentConsultation', {
  description: 'How the public was heard before a document was decided (公开征求意见, rules D21, M2).',
  fields: (t) => ({
    opensOn: t.expose('opensOn', { type: 'Date', description: 'The first day.' }),
    closesOn: t.expose('closesOn', { type: 'Date', description: 'The last day.' }),
    shorteningReason: t.exposeString('shorteningReason', {
      nullable: true,
      description: 'Why it was shorter than 30 days; null when it was not.',
    }),
    heardFrom: t.exposeString('heardFrom', {
      nullable: true,
      description: 'Which enterprises and associations were heard; null when none had to be.',
    }),
  }),
});

builder.prismaObjectFields(Document, (t) => ({
  steps: t.field({
    type: [DocumentStep],
    nullable: true,
    description: 'Every step of its life, the first one first; only for staff of the region.',
    select: (_args, _context, nested) => ({
      steps: nested({ orderBy: { id: 'asc' } }),
      regionCode: true,
    }),
    resolve: (document, _args, { scope }) => forStaff(document, scope.viewer)?.steps ?? null,
  }),
  attributeChanges: t.field({
    type: [AttributeChange],
    nullable: true,
    description: 'How its attribute changed, the first change first (rule D5); only for staff of the region.',
    select: (_args, _context, nested) => ({
      attributeChanges: nested({ orderBy: { id: 'asc' } }),
      regionCode: true,
    }),
    resolve: (document, _args, { scope }) => forStaff(document, scope.viewer)?.attributeChanges ?? null,
  }),
  reviews: t.field({
    type: [ReviewPass],
    nullable: true,
    description: 'The review passes that are signed, in their order; only for staff of the region.',
    select: (_args, _context, nested) => ({
      reviewPasses: nested({ orderBy: { pass: 'asc' } }),
      regionCode: true,
    }),
    resolve: (document, _args, { scope }) => forStaff(document, scope.viewer)?.reviewPasses ?? null,
  }),
  consultation: t.relation('consultation', {
    nullable: true,
    description: 'How the public was heard before it was decided; null when that is not recorded.',
  }),
}));
