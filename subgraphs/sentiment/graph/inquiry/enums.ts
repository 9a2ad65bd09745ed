import { builder } from '../../builder.ts';

export const InquiryRoute = builder.enumType('InquiryRoute', {
  description: 'How an inquiry came in.',
  values: {
    LEADER_MAILBOX: { description: "The leaders' mailbox (领导信箱)." },
    WEBSITE_MESSAGE: { description: 'A message on a government website (网站留言).' },
    ONLINE_CONSULTATION: { description: 'Online consultation (网上咨询).' },
    HOTLINE_12345: { description: 'The service line 12345.' },
    SUGGESTION_BOX: { description: 'A suggestion box (意见箱).' },
    LETTER_OR_VISIT: { description: 'A letter or a visit (来信来访).' },
  },
});

export const InquiryKind = builder.enumType('InquiryKind', {
  description: 'What an inquiry is; decides its time limit.',
  values: {
    CONSULTATION: { description: 'A question (咨询): 5 working days, a simple one 1 (rule P8).' },
    COMPLAINT: { description: 'A complaint (投诉): 5 working days (rules P8, P9).' },
    SUGGESTION: { description: 'A suggestion (建议): 5 working days (rules P8, P9).' },
    WEBSITE_FAULT: { description: 'A fault of a government website (网站找错): 3 working days (rule P11).' },
    PETITION: { description: 'A petition (信访事项), with its statutory calendar days (rule P10).' },
  },
});

export const InquiryStage = builder.enumType('InquiryStage', {
  description: 'How far an inquiry has come.',
  values: {
    RECEIVED: { description: 'Recorded; no office has it in hand.' },
    IN_HAND: { description: 'An office has it in hand (承办).' },
    ANSWERED: { description: 'Answered, or told that it is not accepted; may be done again or reviewed.' },
    CLOSED: { description: 'Closed (办结): answered, or found to repeat another.' },
  },
});

export const InquiryStepKind = builder.enumType('InquiryStepKind', {
  description: 'A step of the loop (闭环) that an inquiry goes through.',
  values: {
    RECEIVED: { description: 'It came in.' },
    ASSIGNED: { description: 'The first office took it in hand (领办).' },
    FORWARDED: { description: 'It was passed on to another office (转办).' },
    OBJECTED: { description: 'The office that a petition was passed on to sent it back (转送异议).' },
    ACCEPTED: { description: 'The petitioner was told that it is accepted (受理).' },
    NOT_ACCEPTED: { description: 'The petitioner was told that it is not accepted (不予受理).' },
    EXTENDED: { description: 'Its time limit was extended (延期).' },
    SUPERVISED: { description: 'The office was urged on (督办).' },
    ANSWERED: { description: 'It was answered (答复).' },
    RATED: { description: 'Whoever asked said whether they are satisfied (满意度).' },
    REWORK: { description: 'It was sent back to be done again (退回重办).' },
    REPEATED: { description: 'It was found to repeat an earlier one (重复事项).' },
    REVIEW_ASKED: { description: 'A review (复查) or re-review (复核) was asked for.' },
    REVIEW_DECIDED: { description: 'The outcome of a review or re-review was told.' },
    CLOSED: { description: 'It was closed (办结).' },
  },
});
