import { answerOf, orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { handInForLegalityReview } from '../../commands/decision/hand-in-for-legality-review.ts';
import { openDecisionConsultation } from '../../commands/decision/open-decision-consultation.ts';
import { publishDecisionFeedback } from '../../commands/decision/publish-decision-feedback.ts';
import { recordDecisionAssessment } from '../../commands/decision/record-decision-assessment.ts';
import { recordDecisionDocument } from '../../commands/decision/record-decision-document.ts';
import { recordDecisionHearing } from '../../commands/decision/record-decision-hearing.ts';
import { recordDecisionMeeting } from '../../commands/decision/record-decision-meeting.ts';
import { recordLegalityOpinion } from '../../commands/decision/record-legality-opinion.ts';
import * as inputs from './inputs.ts';
import { MajorDecision } from './major-decision.ts';

const result = (name: string) => answerOf(builder, name, 'MajorDecision', MajorDecision);
const id = { required: true, description: 'The decision.' } as const;

builder.mutationFields((t) => ({
  openDecisionConsultation: t.field({
    type: result('OpenDecisionConsultationResult'),
    args: {
      id: t.arg.id(id),
      input: t.arg({
        type: inputs.OpenDecisionConsultationInput,
        required: true,
        description: 'The consultation.',
      }),
    },
    description:
      'Opens the consultation of the public on the draft (rules M2, M7); draft and background stand on its page by then. Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(openDecisionConsultation(args, context)),
  }),
  recordDecisionHearing: t.field({
    type: result('RecordDecisionHearingResult'),
    args: {
      id: t.arg.id(id),
      input: t.arg({ type: inputs.DecisionHearingInput, required: true, description: 'The hearing.' }),
    },
    description: 'Records a hearing on the draft (rule M3). Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(recordDecisionHearing(args, context)),
  }),
}));

builder.mutationFields((t) => ({
  recordDecisionAssessment: t.field({
    type: result('RecordDecisionAssessmentResult'),
    args: {
      id: t.arg.id(id),
      input: t.arg({ type: inputs.DecisionAssessmentInput, required: true, description: 'The assessment.' }),
    },
    description:
      'Records what experts or the assessment of risks found, or why it is not needed (rule M4); the newer one counts. Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(recordDecisionAssessment(args, context)),
  }),
  handInForLegalityReview: t.field({
    type: result('HandInForLegalityReviewResult'),
    args: {
      id: t.arg.id(id),
      on: t.arg({ type: 'Date', required: true, description: 'The day: after the consultation, not in the future.' }),
    },
    description:
      'Notes that the draft was handed in for the review of its legality (合法性审查, rule M3). Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(handInForLegalityReview(args, context)),
  }),
}));

builder.mutationFields((t) => ({
  recordLegalityOpinion: t.field({
    type: result('RecordLegalityOpinionResult'),
    args: {
      id: t.arg.id(id),
      input: t.arg({ type: inputs.LegalityOpinionInput, required: true, description: 'The opinion.' }),
    },
    description:
      'Records the opinion on the legality of the draft, 7 working days or more after it was handed in (rule M3). Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(recordLegalityOpinion(args, context)),
  }),
  recordDecisionMeeting: t.field({
    type: result('RecordDecisionMeetingResult'),
    args: {
      id: t.arg.id(id),
      input: t.arg({ type: inputs.DecisionMeetingInput, required: true, description: 'The meeting.' }),
    },
    description:
      'Records the meeting that discussed the decision and who of the public attended (rule M6); refused with everything that should have come before (rules M2–M4). Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(recordDecisionMeeting(args, context)),
  }),
}));

builder.mutationFields((t) => ({
  recordDecisionDocument: t.field({
    type: result('RecordDecisionDocumentResult'),
    args: {
      id: t.arg.id(id),
      document: t.arg.id({ required: true, description: 'The decision document: published, and with its day.' }),
    },
    description:
      'Records that the decision was made, with its document; the answer to the public is due 10 working days after the day that this bears (rule M5). Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(recordDecisionDocument(args, context)),
  }),
  publishDecisionFeedback: t.field({
    type: result('PublishDecisionFeedbackResult'),
    args: {
      id: t.arg.id(id),
      input: t.arg({ type: inputs.DecisionFeedbackInput, required: true, description: 'The answer.' }),
    },
    description:
      'Publishes the answer to the public: what was collected, what was adopted, and why the rest was not (rule M5). Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(publishDecisionFeedback(args, context)),
  }),
}));
