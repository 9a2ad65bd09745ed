import type { Locale } from '../viewer.ts';

/** What inquiries (留言、咨询、12345、信访), and what is done with them, are refused for. */
export const INQUIRY_REFUSALS = {
  KIND_NOT_SIMPLE: {
    zh: '该类事项不适用简单问题时限：应为 {expected}，当前为 {got}。',
    en: 'What has a time limit of its own is never a simple question: expected {expected}, got {got}.',
  },
  ONLY_FOR_PETITIONS: {
    zh: '该步骤只适用于信访事项：当前为 {got}。',
    en: 'Only petitions go through this step: this is a {got}.',
  },
  NOT_FOR_PETITIONS: {
    zh: '信访事项不退回重办：对处理意见不服的，可申请复查、复核。',
    en: 'A petition is not done again: who does not agree with the decision asks for a review.',
  },
  OBJECTION_TOO_LATE: {
    zh: '转送异议期限已过：应不晚于 {expected}，现为 {got}。',
    en: 'The time to object is over: expected {expected} or earlier, it is {got}.',
  },
  NOTHING_TO_EXTEND: {
    zh: '没有可以延长的时限：应有运行中的 {expected}。',
    en: 'No time limit runs that can be extended: expected one of {expected}.',
  },
  EXTENSION_TOO_LATE: {
    zh: '期限届满后不能延长：应不晚于 {expected}，现为 {got}。',
    en: 'A time limit is extended before it is over: expected {expected} or earlier, it is {got}.',
  },
  DAY_NOT_WORKED: {
    zh: '该日不是工作日：{got}，请改为工作日。',
    en: 'The day is not a working day: got {got}, expected one that is worked.',
  },
  REVIEW_ASKED_TOO_LATE: {
    zh: '申请复查、复核期限已过：应不晚于 {expected}，收到 {got}。',
    en: 'The time to ask for a review is over: expected {expected} or earlier, got {got}.',
  },
  REVIEW_STILL_POSSIBLE: {
    zh: '仍可申请复查、复核，暂不能办结：期限至 {expected}，今日为 {got}；信访人表示满意的除外。',
    en: 'A review can still be asked for until {expected}, today is {got}: the petition stays open, unless the petitioner is satisfied.',
  },
  REWORK_AWAITED: {
    zh: '反馈不满意，须先退回重办，不能办结。',
    en: 'Whoever asked is not satisfied: the matter is done again before it is closed.',
  },
  ANSWERED_BEFORE: {
    zh: '该事项已答复过，不能作为重复事项办结。',
    en: 'The matter was answered itself and is not closed as a repetition.',
  },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;
