import { builder } from '../../builder.ts';

export const DecisionStage = builder.enumType('DecisionStage', {
  description: 'How far a major administrative decision has come.',
  values: {
    LISTED: { description: 'It stands in the yearly catalogue (rule M1).' },
    CONSULTATION: { description: 'The public is heard, or was, and the draft is assessed (rules M2–M4).' },
    DISCUSSED: { description: 'A meeting has discussed it (rule M6).' },
    DECIDED: { description: 'The decision document is out; the answer to the public is due (rule M5).' },
    FEEDBACK: { description: 'The answer to the public is published.' },
    ABANDONED: { description: 'It was given up, with a reason.' },
  },
});

export const DecisionStepKind = builder.enumType('DecisionStepKind', {
  description: 'A step of a decision.',
  values: {
    LISTED: { description: 'It was listed in the catalogue.' },
    CONSULTATION_OPENED: { description: 'The consultation of the public opened (公开征求意见).' },
    HEARING_HELD: { description: 'A hearing was held (听证会).' },
    EXPERTS_HEARD: { description: 'Experts assessed the draft (专家论证).' },
    EXPERTS_NOT_NEEDED: { description: 'A reason says why experts need not assess it.' },
    RISKS_ASSESSED: { description: 'Its risks were assessed (风险评估).' },
    RISKS_NOT_NEEDED: { description: 'A reason says why its risks need not be assessed.' },
    LEGALITY_HANDED_IN: { description: 'It was handed in for the review of its legality (合法性审查).' },
    LEGALITY_REVIEWED: { description: 'There is an opinion on its legality.' },
    DISCUSSED: { description: 'A meeting discussed it.' },
    DECIDED: { description: 'The decision was made.' },
    FEEDBACK_PUBLISHED: { description: 'The answer to the public was published.' },
    ABANDONED: { description: 'It was given up.' },
  },
});

export const DecisionLinkKind = builder.enumType('DecisionLinkKind', {
  description: 'What is gathered on the page of a decision, in the order of the page (rule M1).',
  values: {
    DRAFT: { description: 'The draft (决策草案).' },
    BACKGROUND: { description: 'Background material (背景资料).' },
    CONSULTATION: { description: 'The consultation (意见征集).' },
    ADOPTION: { description: 'What was adopted (意见采纳).' },
    MEETING: { description: 'The discussion at the meeting (会议审议).' },
    RESULT: { description: 'The result (决策结果).' },
  },
});

export const DecisionChannel = builder.enumType('DecisionChannel', {
  description: 'How the public is heard on a draft.',
  values: {
    GOVERNMENT_WEBSITE: { description: 'The portal of the government (门户网站); always among them (rule M7).' },
    SUGGESTION_MAILBOX: { description: 'A suggestion mailbox (建议信箱); this or new media is among them (rule M7).' },
    NEW_MEDIA: { description: 'Government accounts on new media (政务新媒体).' },
    MEETING: { description: 'A discussion meeting (座谈会).' },
    HEARING: { description: 'A hearing (听证会).' },
    SURVEY: { description: 'A survey (问卷、民意调查).' },
    WRITTEN: { description: 'Opinions asked for in writing (书面征求意见).' },
    OTHER: { description: 'Another way.' },
  },
});

export const DecisionAssessmentKind = builder.enumType('DecisionAssessmentKind', {
  description: 'What is assessed of a draft before it is discussed (rule M4).',
  values: {
    EXPERTS: { description: 'By experts (专家论证).' },
    RISKS: { description: 'What it risks (风险评估).' },
  },
});

export const LegalityOpinion = builder.enumType('LegalityOpinion', {
  description: 'What the review of legality (合法性审查) finds.',
  values: {
    LAWFUL: { description: 'It may be discussed.' },
    UNLAWFUL: { description: 'It is changed and handed in again, or abandoned.' },
  },
});

export const FeedbackStanding = builder.enumType('FeedbackStanding', {
  description: 'How the answer to the public stands (rule M5).',
  values: {
    ON_TIME: { description: 'Published by its last day.' },
    LATE: { description: 'Published after its last day.' },
    OUTSTANDING: { description: 'Not published; its last day is not past.' },
    OVERDUE: { description: 'Not published; its last day is past.' },
  },
});

export const DecisionMeasure = builder.enumType('DecisionMeasure', {
  description: 'What is counted of the decisions of a year.',
  values: {
    LISTED: { description: 'Those listed in published catalogues.' },
    CONSULTED: { description: 'Those that the public was or is heard on.' },
    SHORTENED: { description: 'Those whose consultation was shorter than 30 days (rule M2).' },
    DISCUSSED: { description: 'Those that a meeting has discussed.' },
    DECIDED: { description: 'Those that were made.' },
    FEEDBACK_ON_TIME: { description: 'Those answered to the public by the last day (rule M5).' },
    FEEDBACK_LATE: { description: 'Those answered to the public after the last day.' },
    FEEDBACK_OUTSTANDING: { description: 'Those not answered, whose last day is not past.' },
    FEEDBACK_OVERDUE: { description: 'Those not answered, whose last day is past.' },
    ABANDONED: { description: 'Those that were given up.' },
  },
});
