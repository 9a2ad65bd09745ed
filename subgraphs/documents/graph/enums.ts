import { channelEnum, withdrawalReasonEnum } from '../../kit/builder.ts';
import { builder } from '../builder.ts';

export const Channel = channelEnum(builder);

export const DocumentAttribute = builder.enumType('DocumentAttribute', {
  description: 'How a document is disclosed (公开属性), proposed by its drafter (rule D1).',
  values: {
    PROACTIVE: { description: "On the authority's own initiative (主动公开)." },
    ON_REQUEST: { description: 'When someone applies for it (依申请公开).' },
    WITHHELD: { description: 'Not at all (不予公开).' },
  },
});

export const DocumentStatus = builder.enumType('DocumentStatus', {
  description: 'How far a document has come.',
  values: {
    DRAFT: { description: 'Being written.' },
    IN_REVIEW: { description: 'Some of the three review passes are signed.' },
    APPROVED: { description: 'All review passes are signed.' },
    PUBLISHED: { description: 'Public.' },
    WITHDRAWN: { description: 'Was public, and was taken back with a reason.' },
  },
});

export const Validity = builder.enumType('Validity', {
  description: 'Whether a document still holds (有效性).',
  values: {
    IN_FORCE: { description: 'It holds (有效).' },
    AMENDED: { description: 'It was amended (已修改).' },
    REPEALED: { description: 'It was repealed (废止).' },
    EXPIRED: { description: 'Its time is over (失效).' },
  },
});

export const WithdrawalReason = withdrawalReasonEnum(builder);

export const InterpretationForm = builder.enumType('InterpretationForm', {
  description: 'The form of an interpretation; every form but TEXT counts as diversified (rule I3).',
  values: {
    TEXT: { description: 'Text only.' },
    CHART: { description: 'Charts or diagrams (图解).' },
    IMAGE: { description: 'Pictures.' },
    ANIMATION: { description: 'Animation (动漫).' },
    AUDIO_VIDEO: { description: 'Sound or film (音视频).' },
    PRESS_CONFERENCE: { description: 'A press conference (发布会).' },
    EXPERT_INTERVIEW: { description: 'An interview with experts (专家访谈).' },
    SCENE: { description: 'A scene that is played (场景演示).' },
  },
});
