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

export const DocumentOrigin = builder.enumType('DocumentOrigin', {
  description: 'Who made a document or where it came from, which decides who discloses it (公开主体, rule D8).',
  values: {
    MADE: { description: 'The issuer made it, and discloses it.' },
    OBTAINED_FROM_CITIZEN: { description: 'It came from a citizen or a legal person; who keeps it discloses it.' },
    OBTAINED_FROM_AGENCY: { description: 'It came from another agency, which discloses it.' },
    MADE_JOINTLY: { description: 'Several made it; the one in the lead (牵头机关) discloses it.' },
  },
});

export const ReviewGate = builder.enumType('ReviewGate', {
  description: 'What a review pass looks at (把关, rule D11); every pass goes through all of them.',
  values: {
    POLITICAL: { description: 'The political gate (政治关).' },
    POLICY: { description: 'The policy gate (政策关).' },
    LEGAL: { description: 'The legal gate (法律关).' },
    SECRECY: { description: 'The secrecy gate (保密关).' },
    WORDING: { description: 'The wording gate (文字关).' },
  },
});

export const DocumentStepKind = builder.enumType('DocumentStepKind', {
  description: 'What was done with a document.',
  values: {
    DRAFTED: { description: 'It was drafted.' },
    AMENDED: { description: 'Its draft was changed.' },
    FILED: { description: 'The proposal not to disclose it was filed with the disclosure office (备案).' },
    PASS_SIGNED: { description: 'A review pass was signed; the note says which.' },
    RETURNED: { description: 'A reviewer sent it back; the note says why.' },
    APPROVED: { description: 'The last pass was signed: it is issued (签发).' },
    INTERPRETATION_BOUND: { description: 'An interpretation was bound to it, changed or taken off.' },
    PUBLISHED: { description: 'It was published.' },
    ATTRIBUTE_REVIEWED: { description: 'Its attribute was looked at again (定期审查).' },
    ATTRIBUTE_RECOGNISED: { description: 'Its attribute was recognised long after it was issued (补认定).' },
    VALIDITY_CHANGED: { description: 'It was amended, repealed, or its time ended.' },
    WITHDRAWN: { description: 'It was withdrawn; the note says why.' },
  },
});

export const AttributeChangeCause = builder.enumType('AttributeChangeCause', {
  description: 'What an attribute was changed by.',
  values: {
    DRAFTED: { description: 'The drafter proposed it.' },
    AMENDED: { description: 'The drafter changed the proposal.' },
    PERIODIC_REVIEW: { description: 'A periodic review (定期审查, rules D5, D6).' },
    APPLICATION: { description: 'A review that an application opened (依申请转主动, rule D9).' },
    BACKFILL: { description: 'It was recognised for the first time, long after the document was issued (rule D10).' },
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
