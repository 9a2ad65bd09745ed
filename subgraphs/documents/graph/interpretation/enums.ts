import { builder } from '../../builder.ts';

export const InterpretationStage = builder.enumType('InterpretationStage', {
  description: 'Which interpretation of its document it is (rule I5).',
  values: {
    FIRST: { description: 'The one that goes out with the document.' },
    SECOND: { description: 'A second one after the document came into force (二次解读).' },
    FOLLOW_UP: { description: 'One that follows up how the document works (跟踪解读).' },
  },
});

export const InterpreterKind = builder.enumType('InterpreterKind', {
  description: 'Who interprets (rules I1, I6).',
  values: {
    DRAFTING_UNIT: { description: 'The unit that drafted the document.' },
    LEADER: { description: 'The principal leader (主要负责人), who is the first interpreter.' },
    EXPERT: { description: 'Experts.' },
    MEDIA: { description: 'The media.' },
    OTHER: { description: 'Someone else.' },
  },
});
