import { civilDateOf, fromUtcMidnight } from '../../../../core/civil-date.ts';
import { isStaffOf } from '../../../kit/staff.ts';
import { builder } from '../../builder.ts';
import { feedbackStanding } from '../../rules/decision/outcome.ts';
import type { MajorDecision as Decision } from '../../store/database.ts';
import { forStaff } from '../../store/readable.ts';
import { DecisionAssessmentKind, DecisionStepKind, FeedbackStanding, LegalityOpinion } from './enums.ts';
import { MajorDecision } from './major-decision.ts';

builder.prismaObject('DecisionStep', {
  description: 'One step of a decision: what happened, and when.',
  fields: (t) => ({
    kind: t.expose('kind', { type: DecisionStepKind, description: 'What happened.' }),
    on: t.expose('on', { type: 'Date', description: 'The day on which it happened.' }),
    takenAt: t.expose('takenAt', { type: 'DateTime', description: 'When it was recorded.' }),
    takenBy: t.string({
      nullable: true,
      description: 'The account that recorded it; only for staff of the region.',
      select: { takenBy: true, decision: { select: { regionCode: true } } },
      resolve: ({ takenBy, decision }, _args, { scope }) =>
        isStaffOf(scope.viewer, decision.regionCode) ? takenBy : null,
    }),
  }),
});

const DecisionAssessment = builder.prismaObject('DecisionAssessment', {
  description: 'What experts or the assessment of risks found, or why it is not needed. For staff.',
  fields: (t) => ({
    kind: t.expose('kind', { type: DecisionAssessmentKind, description: 'What was assessed.' }),
    on: t.expose('on', { type: 'Date', description: 'The day.' }),
    conclusion: t.exposeString('conclusion', { nullable: true, description: 'What was found; null when not needed.' }),
    notNeededBecause: t.exposeString('notNeededBecause', {
      nullable: true,
      description: 'Why it is not needed; null when it was done.',
    }),
  }),
});

const DecisionLegalityReview = builder.prismaObject('DecisionLegalityReview', {
  description: 'One review of the legality of a draft (合法性审查, rule M3). For staff.',
  fields: (t) => ({
    handedInOn: t.expose('handedInOn', { type: 'Date', description: 'The day on which it was handed in.' }),
    opinionOn: t.expose('opinionOn', { type: 'Date', nullable: true, description: 'The day of the opinion.' }),
    opinion: t.expose('opinion', { type: LegalityOpinion, nullable: true, description: 'What was found.' }),
    note: t.exposeString('note', { nullable: true, description: 'What the reviewers say.' }),
    shorteningReason: t.exposeString('shorteningReason', {
      nullable: true,
      description: 'Why it took less than 7 working days; null when it did not.',
    }),
  }),
});

builder.prismaObject('DecisionHearing', {
  description: 'A hearing (听证会) on a draft (rule M3).',
  fields: (t) => ({
    heldOn: t.expose('heldOn', { type: 'Date', description: 'The day.' }),
    materialsDeliveredOn: t.expose('materialsDeliveredOn', {
      type: 'Date',
      description: 'When those who attended had the materials; 7 days before or earlier.',
    }),
    participants: t.exposeInt('participants', { description: 'How many attended.' }),
  }),
});

builder.prismaObject('DecisionMeeting', {
  description: 'The meeting that discussed a decision, and how many of the public attended (列席, rule M6).',
  fields: (t) => ({
    heldOn: t.expose('heldOn', { type: 'Date', description: 'The day.' }),
    publicRepresentatives: t.exposeInt('publicRepresentatives', {
      description: 'How many representatives of the public attended (列席人数).',
    }),
    opinionsVoiced: t.exposeInt('opinionsVoiced', { description: 'How many opinions they voiced.' }),
    opinionsAdopted: t.exposeInt('opinionsAdopted', { description: 'How many of these were adopted.' }),
  }),
});

type Answered = Pick<
  Decision,
  | 'feedbackDueOn'
  | 'isFeedbackDueProvisional'
  | 'feedbackPublishedAt'
  | 'opinionsCollected'
  | 'opinionsAdopted'
  | 'notAdoptedReasons'
>;

const DecisionFeedback = builder.objectRef<Answered>('DecisionFeedback').implement({
  description: 'The answer to the public: what was collected, what was adopted, and why the rest was not (rule M5).',
  fields: (t) => ({
    dueOn: t.expose('feedbackDueOn', {
      type: 'Date',
      nullable: true,
      description: 'The last day on time: 10 working days after the day of the decision document.',
    }),
    provisional: t.exposeBoolean('isFeedbackDueProvisional', {
      description: 'True when that day leans on a year whose holidays are not published; it may move once they are.',
    }),
    publishedAt: t.expose('feedbackPublishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was published; null when it is still owed.',
    }),
    opinionsCollected: t.exposeInt('opinionsCollected', { nullable: true, description: 'How many were collected.' }),
    opinionsAdopted: t.exposeInt('opinionsAdopted', { nullable: true, description: 'How many were adopted.' }),
    notAdoptedReasons: t.exposeString('notAdoptedReasons', {
      nullable: true,
      description: 'Why what many asked for was not adopted.',
    }),
    standing: t.field({
      type: FeedbackStanding,
      nullable: true,
      args: { on: t.arg({ type: 'Date', description: 'The day asked about; today when left out.' }) },
      description: 'How it stands on a day.',
      resolve: ({ feedbackDueOn, feedbackPublishedAt }, { on }, { clock }) =>
        feedbackStanding(
          {
            dueOn: feedbackDueOn && fromUtcMidnight(feedbackDueOn),
            publishedOn: feedbackPublishedAt && civilDateOf(feedbackPublishedAt),
          },
          on ?? civilDateOf(clock.now()),
        ),
    }),
  }),
});

builder.prismaObjectFields(MajorDecision, (t) => ({
  steps: t.relation('steps', {
    query: { orderBy: { sequence: 'asc' } },
    description: 'What happened so far, as it was recorded.',
  }),
  hearings: t.relation('hearings', { query: { orderBy: { heldOn: 'asc' } }, description: 'Hearings on the draft.' }),
  meeting: t.relation('meeting', { nullable: true, description: 'The meeting; null before it.' }),
  feedback: t.field({
    type: DecisionFeedback,
    nullable: true,
    description: 'The answer to the public, published or still owed; null before the decision.',
    select: {
      feedbackDueOn: true,
      isFeedbackDueProvisional: true,
      feedbackPublishedAt: true,
      opinionsCollected: true,
      opinionsAdopted: true,
      notAdoptedReasons: true,
    },
    resolve: (decision) => (decision.feedbackDueOn === null ? null : decision),
  }),
  assessments: t.field({
    type: [DecisionAssessment],
    nullable: true,
    description: 'What experts and the assessment of risks found; only for staff of the region.',
    select: { regionCode: true, assessments: { orderBy: { kind: 'asc' } } },
    resolve: (decision, _args, { scope }) => forStaff(decision, scope.viewer)?.assessments ?? null,
  }),
  legalityReviews: t.field({
    type: [DecisionLegalityReview],
    nullable: true,
    description: 'The reviews of its legality, the first one first; only for staff of the region.',
    select: { regionCode: true, legalityReviews: { orderBy: { round: 'asc' } } },
    resolve: (decision, _args, { scope }) => forStaff(decision, scope.viewer)?.legalityReviews ?? null,
  }),
}));
