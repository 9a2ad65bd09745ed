import type { InquiryStep as InquiryStepRow } from '../../store/inquiry/rows.ts';
import { builder } from '../../builder.ts';
import { evidenceOf, extensionOf } from '../../store/inquiry/step-details.ts';
import { stepNote } from '../../store/inquiry/personal.ts';
import { Evidence } from '../evidence.ts';
import { KnowledgeAnswer } from '../knowledge/knowledge-answer.ts';
import { knowledgeOf } from '../../store/inquiry/knowledge.ts';
import { Institution } from '../references.ts';
import { InquiryStepKind } from './enums.ts';

/** Only ever reached through an inquiry, by staff of its region. */
export const InquiryStep = builder.objectRef<InquiryStepRow>('InquiryStep').implement({
  description: 'One step of the loop (闭环) that an inquiry goes through.',
  fields: (t) => ({
    kind: t.expose('kind', { type: InquiryStepKind, description: 'What was done.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    by: t.exposeString('by', { description: 'The account that noted it.' }),
    office: t.field({
      type: Institution,
      nullable: true,
      description: 'The office that it went to, or whose step it was.',
      resolve: ({ officeId }) => (officeId === null ? null : { id: officeId }),
    }),
    note: t.string({
      nullable: true,
      description: 'The answer, the reason or the note; null when there was none, and once it was erased.',
      resolve: (step, _args, context) => stepNote(context, step),
    }),
    evidence: t.field({
      type: [Evidence],
      description: 'What proves it.',
      resolve: (step) => [...evidenceOf(step)],
    }),
    knowledge: t.field({
      type: KnowledgeAnswer,
      nullable: true,
      description: 'The answer of the knowledge base that was given.',
      resolve: ({ knowledgeId }, _args, context) => (knowledgeId === null ? null : knowledgeOf(context, knowledgeId)),
    }),
    days: t.int({
      nullable: true,
      description: 'Of an extension, by how many days of its clock.',
      resolve: (step) => extensionOf(step).days,
    }),
    toldOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Of an extension, the day on which whoever asked was told.',
      resolve: (step) => extensionOf(step).toldOn,
    }),
  }),
});
