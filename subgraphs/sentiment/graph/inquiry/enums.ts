import { builder } from '../../builder.ts';

export const InquiryRoute = builder.enumType('InquiryRoute', {
  description: 'By which route an inquiry came.',
  values: {
    LEADER_MAILBOX: { description: "The leaders' mailbox (领导信箱)." },
    WEBSITE_MESSAGE: { description: 'A message on the website (网站留言).' },
    ONLINE_CONSULTATION: { description: 'An online consultation (网上咨询).' },
    HOTLINE_12345: { description: 'The service line 12345.' },
    SUGGESTION_BOX: { description: 'A suggestion box (意见箱、建议信箱).' },
    LETTER_OR_VISIT: { description: 'A letter or a visit (来信来访).' },
  },
});

export const InquiryKind = builder.enumType('InquiryKind', {
  description: 'What an inquiry is.',
  values: {
    CONSULTATION: { description: 'A question (咨询).' },
    COMPLAINT: { description: 'A complaint (投诉).' },
    SUGGESTION: { description: 'A suggestion (建议).' },
    WEBSITE_FAULT: { description: 'A fault of the website (网站找错).' },
    PETITION: { description: 'A petition (信访事项).' },
  },
});
