import type { Locale } from '../viewer.ts';

/** What work plans, reports and notices of failure are refused for. */
export const SUPERVISION_REFUSALS = {
  DAY_CONTRADICTS_TEXT: {
    zh: '日期与文字表述不符：按文字应为 {expected}，收到 {got}。',
    en: 'The day contradicts its wording: the words say {expected}, got {got}.',
  },
  METRIC_NOT_MET: {
    zh: '指标未达到，不能办结：应为 {expected}，已报 {got}。',
    en: 'The metric is not met, so the task is not complete: expected {expected}, got {got}.',
  },
  PREREQUISITE_NOT_MET: {
    zh: '前置条件尚未具备，不能办结：{expected}。',
    en: 'What the task waits for has not come, so it is not complete: {expected}.',
  },
  FILING_MISSING: {
    zh: '结果须报送备案，尚未填写备案日期。',
    en: 'The result is filed first; the day of the filing is missing.',
  },
  NEW_DUE_DAY_NEEDED: {
    zh: '前置条件在原完成时限之后才具备，须给出新的时限，不早于 {expected}。',
    en: 'What the task waited for came after it was due, so a new due day is needed: {expected} or later.',
  },
  PERIOD_NOT_REPORTED: {
    zh: '该半年无需报送：应为 {expected} 或以后，收到 {got}。',
    en: 'No report is owed for this half-year: expected {expected} or later, got {got}.',
  },
  ITEM_NOT_FAILING: {
    zh: '只能通报应公开未公开的事项：应为 {expected}，实际为 {got}。',
    en: 'Only what was not disclosed is named in a notice: expected {expected}, got {got}.',
  },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;
