import type { ChangeSubject } from '../../../core/change.ts';
import type { LogEntry } from '../../../feed/entry.ts';
import { builder } from '../builder.ts';
import { ChangeKind, ChangeSubject as ChangeSubjectEnum } from './change-enums.ts';
import { Hub } from './hub.ts';
import * as ref from './references.ts';

/** The subject of an entry as a reference, when it is of the kind asked for. */
const subjectAs = (entry: LogEntry, subject: ChangeSubject) =>
  entry.subject === subject ? { id: entry.subjectId } : null;
const NOW = 'as it is now; null when the change is of something else, and once it is withdrawn.';

export const Change = builder.objectRef<LogEntry>('Change').implement({
  description: 'One committed change of public state: an entry of the change log (schema/FEED.md).',
  fields: (t) => ({
    cursor: t.field({
      type: 'Cursor',
      description: 'Its place in the log of this hub.',
      resolve: (entry) => entry.cursor,
    }),
    id: t.exposeID('id', { description: 'Names the entry in every hub that ever holds it.' }),
    kind: t.field({ type: ChangeKind, description: 'What happened.', resolve: (entry) => entry.kind }),
    subject: t.field({
      type: ChangeSubjectEnum,
      description: 'What kind of thing it happened to.',
      resolve: (entry) => entry.subject,
    }),
    subjectId: t.exposeID('subjectId', { description: 'Which one: its id, or the code of a region.' }),
    occurredAt: t.field({
      type: 'DateTime',
      description: 'When, by the clock of the hub where it happened. It orders nothing.',
      resolve: (entry) => entry.occurredAt,
    }),
    origin: t.field({ type: Hub, description: 'The hub where it happened.', resolve: hubOf }),
  }),
});

builder.objectFields(Change, (t) => ({
  region: t.field({
    type: ref.Region,
    nullable: true,
    description: 'The region that it concerns.',
    resolve: ({ regionCode }) => (regionCode === null ? null : { code: regionCode }),
  }),
  publisher: t.field({
    type: ref.Institution,
    nullable: true,
    description: 'The institution that published it.',
    resolve: ({ publisherId }) => (publisherId === null ? null : { id: publisherId }),
  }),
  payload: t.field({
    type: 'JSON',
    description:
      'The full public state of the subject after the change (schema/FEED.md, 9); of a withdrawal its reason.',
    resolve: (entry) => entry.payload,
  }),
  catalogueItems: t.field({
    type: [ref.CatalogueItem],
    nullable: { list: false, items: true },
    description: 'The catalogue items that it falls under.',
    resolve: (entry) => entry.catalogueItemIds.map((id) => ({ id })),
  }),
}));

builder.objectFields(Change, (t) => ({
  institution: t.field({
    type: ref.Institution,
    nullable: true,
    description: `The institution ${NOW}`,
    resolve: (entry) => subjectAs(entry, 'INSTITUTION'),
  }),
  catalogue: t.field({
    type: ref.Catalogue,
    nullable: true,
    description: `The catalogue ${NOW}`,
    resolve: (entry) => subjectAs(entry, 'CATALOGUE'),
  }),
  document: t.field({
    type: ref.Document,
    nullable: true,
    description: `The document ${NOW}`,
    resolve: (entry) => subjectAs(entry, 'DOCUMENT'),
  }),
  interpretation: t.field({
    type: ref.Interpretation,
    nullable: true,
    description: `The interpretation ${NOW}`,
    resolve: (entry) => subjectAs(entry, 'INTERPRETATION'),
  }),
}));

builder.objectFields(Change, (t) => ({
  priceList: t.field({
    type: ref.PriceList,
    nullable: true,
    description: `The price list ${NOW}`,
    resolve: (entry) => subjectAs(entry, 'PRICE_LIST'),
  }),
  opinionEvent: t.field({
    type: ref.OpinionEvent,
    nullable: true,
    description: `The opinion event ${NOW}`,
    resolve: (entry) => subjectAs(entry, 'OPINION_EVENT'),
  }),
  disclosure: t.field({
    type: ref.Disclosure,
    nullable: true,
    description: `The link, or what reads so on its channels, ${NOW}`,
    resolve: (entry) => subjectAs(entry, 'DISCLOSURE'),
  }),
  opinionResponse: t.field({
    type: ref.OpinionResponse,
    nullable: true,
    description: `The answer to public concern ${NOW}`,
    resolve: (entry) => subjectAs(entry, 'OPINION_RESPONSE'),
  }),
}));

builder.objectFields(Change, (t) => ({
  failureNotice: t.field({
    type: ref.FailureNotice,
    nullable: true,
    description: `The notice of failure to disclose ${NOW}`,
    resolve: (entry) => subjectAs(entry, 'FAILURE_NOTICE'),
  }),
  decisionCatalogue: t.field({
    type: ref.DecisionCatalogue,
    nullable: true,
    description: `The yearly catalogue of decisions ${NOW}`,
    resolve: (entry) => subjectAs(entry, 'DECISION_CATALOGUE'),
  }),
  majorDecision: t.field({
    type: ref.MajorDecision,
    nullable: true,
    description: `The decision ${NOW}`,
    resolve: (entry) => subjectAs(entry, 'MAJOR_DECISION'),
  }),
  annualReport: t.field({
    type: ref.AnnualReport,
    nullable: true,
    description: `The annual report ${NOW}`,
    resolve: (entry) => subjectAs(entry, 'ANNUAL_REPORT'),
  }),
}));

builder.objectField(Change, 'cleanUp', (t) =>
  t.field({
    type: ref.CleanUp,
    nullable: true,
    description: `The clean-up of normative documents ${NOW}`,
    resolve: (entry) => subjectAs(entry, 'CLEAN_UP'),
  }),
);

builder.objectFields(Change, (t) => ({
  knowledgeAnswer: t.field({
    type: ref.KnowledgeAnswer,
    nullable: true,
    description: `The answer of the knowledge base ${NOW}`,
    resolve: (entry) => subjectAs(entry, 'KNOWLEDGE_ANSWER'),
  }),
  monthlyFigures: t.field({
    type: ref.MonthlyFigures,
    nullable: true,
    description: `The figures of a month ${NOW}`,
    resolve: (entry) => subjectAs(entry, 'MONTHLY_FIGURES'),
  }),
}));

function hubOf(entry: LogEntry, _args: object, { log }: { log: { hub: { id: string } } }) {
  return entry.originId === log.hub.id ? { ...NO_NAME, ...log.hub } : { ...NO_NAME, id: entry.originId };
}

/** Of a hub elsewhere only its id is known here. */
const NO_NAME = { name: null, regionCode: null };
