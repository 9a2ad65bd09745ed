import { builder } from '../../builder.ts';

export const ProactiveReviewDecision = builder.enumType('ProactiveReviewDecision', {
  description: 'Whether what was given on request goes to everyone (rule D9).',
  values: {
    PROACTIVE: { description: 'It is disclosed proactively from now on.' },
    REMAINS: { description: 'It stays as it is.' },
  },
});

export const ApplicationReviewKind = builder.enumType('ApplicationReviewKind', {
  description: 'How an applicant contests (rule A7).',
  values: {
    RECONSIDERATION: { description: 'Administrative reconsideration (行政复议).' },
    DIRECT_LITIGATION: { description: 'A lawsuit without reconsideration (未经复议直接起诉).' },
    LITIGATION_AFTER_RECONSIDERATION: { description: 'A lawsuit after reconsideration (复议后起诉).' },
  },
});

export const ApplicationReviewOutcome = builder.enumType('ApplicationReviewOutcome', {
  description: 'What came of a reconsideration or a lawsuit (rule A7).',
  values: {
    UPHELD: { description: 'The answer was upheld (结果维持).' },
    CORRECTED: { description: 'The answer was corrected (结果纠正).' },
    OTHER: { description: 'Another outcome (其他结果).' },
    PENDING: { description: 'Not decided yet (尚未审结).' },
  },
});

export const DisclosureFunction = builder.enumType('DisclosureFunction', {
  description: 'The two functions at an office that different accounts do (rule R17).',
  values: {
    ATTRIBUTE_MANAGEMENT: { description: 'Managing how documents are disclosed (公文属性认定管理).' },
    APPLICATION_ANSWERING: { description: 'Answering applications (依申请公开答复).' },
  },
});

export const ComplaintOutcome = builder.enumType('ComplaintOutcome', {
  description: 'What came of a complaint (rule C20).',
  values: {
    RECTIFICATION_ORDERED: { description: 'The institution was told to disclose (责令改正).' },
    NOT_UPHELD: { description: 'The complaint was not upheld.' },
    OTHER: { description: 'Another outcome.' },
  },
});

export const InformationCorrectionOutcome = builder.enumType('InformationCorrectionOutcome', {
  description: 'What came of a request to correct (rule R18).',
  values: {
    CORRECTED: { description: 'Corrected (予以更正).' },
    NOT_CORRECTED: { description: 'Not corrected, for a reason that was told.' },
    TRANSFERRED: { description: 'Passed on to whom it concerns, and told so (转送并告知).' },
  },
});
