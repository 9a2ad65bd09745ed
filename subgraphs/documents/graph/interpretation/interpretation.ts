import { builder } from '../../builder.ts';
import { interpretationById } from '../../store/interpretation/interpretations.ts';
import { Channel, InterpretationForm } from '../enums.ts';
import { InterpretationStage, InterpreterKind } from './enums.ts';

export const Interpretation = builder.prismaObject('Interpretation', {
  description: 'What explains a document (解读); it goes out together with it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    title: t.exposeString('title', { description: 'The title in Chinese.' }),
    body: t.exposeString('body', { description: 'The text, or what the other forms say.' }),
    forms: t.expose('forms', { type: [InterpretationForm], description: 'The forms it takes.' }),
    channels: t.expose('channels', { type: [Channel], description: 'The channels it goes out on.' }),
    stage: t.expose('stage', { type: InterpretationStage, description: 'Which of its document it is (rule I5).' }),
    interpreter: t.expose('interpreter', { type: InterpreterKind, description: 'Who interprets (rules I1, I6).' }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it went out; null before.',
    }),
    document: t.relation('document', { description: 'The document that it explains.' }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.asEntity(Interpretation, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => interpretationById(id, context, info),
});
