import { answerOf, orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { declareValidity } from '../../commands/validity/declare-validity.ts';
import { publishCleanUp } from '../../commands/validity/publish-clean-up.ts';
import { relateDocument } from '../../commands/validity/relate-document.ts';
import { Document } from '../document.ts';
import { Validity } from '../enums.ts';
import { CleanUp } from './clean-up.ts';
import { CleanUpOutcome, RelationKind } from './enums.ts';

const RelatedDocumentInput = builder.inputType('RelatedDocumentInput', {
  description: 'A document that another amends or repeals.',
  fields: (t) => ({
    document: t.id({ required: true, description: 'Published, and in force or amended.' }),
    kind: t.field({ type: RelationKind, required: true, description: 'What is done to it.' }),
  }),
});

const ValidityBasisInput = builder.inputType('ValidityBasisInput', {
  description: 'On what a declaration rests: exactly one of these.',
  fields: (t) => ({
    text: t.string({ description: 'In words, such as the decision of another authority; at most 1,000 characters.' }),
    document: t.id({ description: 'A document of this hub.' }),
  }),
});

const CleanUpResultInput = builder.inputType('CleanUpResultInput', {
  description: 'What a clean-up found of one document.',
  fields: (t) => ({
    document: t.id({ required: true, description: "A published document of the issuer's." }),
    outcome: t.field({ type: CleanUpOutcome, required: true, description: 'What was found.' }),
    note: t.string({ description: 'Why, in words for the public; at most 150 characters.' }),
  }),
});

const PublishCleanUpInput = builder.inputType('PublishCleanUpInput', {
  description: 'The result of a clean-up (清理).',
  fields: (t) => ({
    issuer: t.id({ required: true, description: 'The institution whose documents were looked at.' }),
    title: t.string({ required: true, description: 'The title; at most 300 characters.' }),
    asOf: t.field({ type: 'Date', required: true, description: 'The day as of which; not in the future.' }),
    results: t.field({
      type: [CleanUpResultInput],
      required: true,
      description: "At most 1,000, and all of the issuer's normative documents in force among them.",
    }),
  }),
});

const RelateDocumentResult = answerOf(builder, 'RelateDocumentResult', 'Document', Document);
const DeclareValidityResult = answerOf(builder, 'DeclareValidityResult', 'Document', Document);
const PublishCleanUpResult = answerOf(builder, 'PublishCleanUpResult', 'CleanUp', CleanUp);

builder.mutationFields((t) => ({
  relateDocument: t.field({
    type: RelateDocumentResult,
    args: {
      id: t.arg.id({ required: true, description: 'A draft.' }),
      relates: t.arg({
        type: [RelatedDocumentInput],
        required: true,
        description: 'All that it amends or repeals, at most 100; what was stated before is replaced.',
      }),
    },
    description:
      "States what a draft amends or repeals: documents of its issuer, or of the caller's regions. They are amended or repealed when it is published, or on its `effectiveOn` if that comes later. Roles: EDITOR, PUBLISHER of the region.",
    resolve: (_root, args, context) => orRefused(relateDocument(args, context)),
  }),
  declareValidity: t.field({
    type: DeclareValidityResult,
    args: {
      id: t.arg.id({ required: true, description: 'A published document.' }),
      validity: t.arg({ type: Validity, required: true, description: 'What it is from now on.' }),
      basis: t.arg({ type: ValidityBasisInput, required: true, description: 'On what this rests.' }),
      note: t.arg.string({ required: true, description: 'Why, for the record; at most 1,000 characters.' }),
      isCorrection: t.arg.boolean({
        description:
          'Whether it puts right what was recorded wrongly: only so does what is repealed or expired come back.',
      }),
      expiresOn: t.arg({
        type: 'Date',
        description: 'The last day on which it holds from now on; null for none, left out when it stays.',
      }),
    },
    description:
      'Declares whether a published document holds, where no document of its own says so (rule D17). Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(declareValidity(args, context)),
  }),
}));

builder.mutationField('publishCleanUp', (t) =>
  t.field({
    type: PublishCleanUpResult,
    args: { input: t.arg({ type: PublishCleanUpInput, required: true, description: 'The result.' }) },
    description:
      "Publishes the result of a clean-up of an issuer's documents; what was found repealed or expired is so from then on. Role: PUBLISHER of the issuer's region.",
    resolve: (_root, { input }, context) => orRefused(publishCleanUp(input, context)),
  }),
);
