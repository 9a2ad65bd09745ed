import { channelEnum, withdrawalReasonEnum } from '../../kit/builder.ts';
import { builder } from '../builder.ts';

export const Channel = channelEnum(builder);
export const WithdrawalReason = withdrawalReasonEnum(builder);

export const Severity = builder.enumType('Severity', {
  description: 'How grave a matter of public concern is; decides its deadlines.',
  values: {
    EMERGENCY: {
      description: 'A grave or major sudden event (特别重大、重大突发事件): first word in 5 hours, briefing in 24.',
    },
    MAJOR: { description: 'Of great influence (影响重大): answered in 24 hours.' },
    ORDINARY: { description: 'Any other: answered in 48 hours.' },
  },
});

export const OpinionEventStatus = builder.enumType('OpinionEventStatus', {
  description: 'How far the handling has come.',
  values: {
    OPEN: { description: 'Not answered yet.' },
    RESPONDED: { description: 'Answered in public.' },
    CLOSED: { description: 'Answered and closed.' },
  },
});

export const OpinionSource = builder.enumType('OpinionSource', {
  description: 'Where a matter of public concern came up.',
  values: {
    HOTLINE_12345: { description: 'The service line 12345.' },
    LEADER_MAILBOX: { description: "The leaders' mailbox (领导信箱)." },
    WEBSITE_MESSAGE: { description: 'A message on a government website (网站留言).' },
    WEIBO: { description: 'Weibo (微博).' },
    WECHAT: { description: 'WeChat (微信).' },
    NEWS_MEDIA: { description: 'News media.' },
    OTHER: { description: 'Somewhere else.' },
  },
});

export const DeadlineKind = builder.enumType('ResponseDeadlineKind', {
  description: 'What is owed by a deadline.',
  values: {
    FIRST_WORD: { description: 'A first authoritative statement.' },
    BRIEFING: { description: 'A press briefing.' },
    RESPONSE: { description: 'An answer to the public.' },
    VERIFICATION: { description: 'A report on what was to be verified.' },
  },
});
