import type { Locale } from '../viewer.ts';

/** What major administrative decisions are refused for. */
export const DECISIONS_REFUSALS = {
  CATALOGUE_NOT_PUBLISHED: {
    zh: '年度决策事项目录尚未发布，请先发布目录。',
    en: 'The yearly catalogue of decisions is not published; publish it first.',
  },
  DECISION_MATERIAL_MISSING: {
    zh: '缺少可公开查阅的材料：{expected}。',
    en: 'Material that the public can read is missing: {expected}.',
  },
  CONSULTATION_TOO_SHORT: {
    zh: '公开征求意见一般不少于 {expected} 日，收到 {got} 日；缩短的须在征求时说明理由。',
    en: 'The public is heard for at least {expected} days, got {got}; a shorter time needs a reason, told when it opens.',
  },
  CONSULTATION_CHANNEL_MISSING: {
    zh: '征求意见渠道不全：缺少 {expected}。',
    en: 'A channel of the consultation is missing: {expected}.',
  },
  CONSULTATION_NOT_CLOSED: {
    zh: '征求意见尚未结束：应在 {expected} 之后，收到 {got}。',
    en: 'The consultation is not over: expected a day after {expected}, got {got}.',
  },
  DELIVERED_TOO_LATE: {
    zh: '听证材料送达过晚：应不晚于 {expected}，收到 {got}。',
    en: 'The materials of the hearing came too late: expected {expected} or earlier, got {got}.',
  },
  ASSESSMENT_MISSING: {
    zh: '缺少前置程序，也未说明无需开展的理由：{expected}。',
    en: 'A step is missing, and no reason says why it is not needed: {expected}.',
  },
  LEGALITY_REVIEW_MISSING: {
    zh: '未经合法性审查或者审查不合法的，不得提交讨论：应为 {expected}，实际为 {got}。',
    en: 'Nothing is discussed before its legality is reviewed and found: expected {expected}, got {got}.',
  },
  LEGALITY_REVIEW_TOO_SHORT: {
    zh: '合法性审查时间一般不少于 7 个工作日：意见应不早于 {expected}，收到 {got}；缩短的须说明理由。',
    en: 'The review of legality has at least 7 working days: expected an opinion on {expected} or later, got {got}; a shorter time needs a reason.',
  },
  NUMBER_OUT_OF_RANGE: {
    zh: '数值超出范围：应为 {expected}，收到 {got}。',
    en: 'The number is out of range: expected {expected}, got {got}.',
  },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;
