import { builder } from '../builder.ts';

export const ChangeKind = builder.enumType('ChangeKind', {
  description: 'What an entry of the change log tells about its subject.',
  values: {
    PUBLISHED: { description: 'It appeared.' },
    REVISED: { description: 'It changed.' },
    WITHDRAWN: { description: 'It is no longer public; the entry stays as its tombstone.' },
  },
});

export const ChangeSubject = builder.enumType('ChangeSubject', {
  description: 'What an entry of the change log can be about.',
  values: {
    REGION: { description: 'A region.' },
    INSTITUTION: { description: 'An institution.' },
    WORKING_CALENDAR: { description: "A year's holidays and make-up days." },
    CATALOGUE: { description: 'An edition of a standard catalogue.' },
    DOCUMENT: { description: 'An official document.' },
    INTERPRETATION: { description: 'An interpretation of a document.' },
    PRICE_LIST: { description: "An institution's price list." },
    PRICE: { description: 'One price that changed.' },
    OPINION_EVENT: { description: 'A matter of public concern.' },
    OPINION_RESPONSE: { description: 'An answer to public concern.' },
    DEADLINE_ALARM: { description: 'A deadline that comes near or has passed.' },
    DISCLOSURE: { description: 'A link under a catalogue item, or how a disclosure stands on its channels.' },
    DISCLOSURE_DUTY: { description: 'Something that came about and must be disclosed in time.' },
    FAILURE_NOTICE: { description: 'A notice that a region failed to disclose (通报).' },
    CLEAN_UP: { description: 'The published result of a clean-up of normative documents (清理).' },
    ISSUER_TARGET: { description: 'What an issuer is measured by in a year.' },
    DECISION_CATALOGUE: { description: 'A yearly catalogue of major administrative decisions.' },
    MAJOR_DECISION: { description: 'A major administrative decision on its way.' },
    ANNUAL_REPORT: { description: 'The annual report on openness of an office.' },
    KNOWLEDGE_ANSWER: { description: 'An answer of the knowledge base.' },
    MONTHLY_FIGURES: { description: 'The figures of a month on how a region answers its public.' },
  },
});
