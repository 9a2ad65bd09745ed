import type { Locale } from '../viewer.ts';

/** What the handling of matters of public concern is refused for. */
export const OPINION_REFUSALS = {
  JUDGEMENT_UNCHANGED: {
    zh: '与现行研判相同，无需重新研判：{got}。',
    en: 'The judgement changes nothing: it stands as {got} already.',
  },
  OFFICE_UNCHANGED: {
    zh: '事项已在该单位办理：{got}。',
    en: 'The matter lies with this office already: {got}.',
  },
  FORWARDED_TOO_OFTEN: {
    zh: '转办次数过多：最多 {expected} 次，此次为第 {got} 次。',
    en: 'Forwarded too often: at most {expected} times, this would be the time {got}.',
  },
  VERIFICATION_NOT_ASKED: {
    zh: '未要求核实处置，无需反馈。',
    en: 'No verification was asked for, so there is nothing to report.',
  },
  RUMOUR_ALREADY_REFUTED: {
    zh: '该不实传言已有回应澄清：{got}。',
    en: 'The rumour was refuted already: {got}.',
  },
  OUTCOME_NOT_VERIFIED: {
    zh: '最近一次回应尚未核查为满意，不能办结：应为 {expected}，实际为 {got}。',
    en: 'The last answer was not checked and found satisfactory: expected {expected}, got {got}.',
  },
  CLOCK_STILL_RUNNING: {
    zh: '尚有事项未完成，不能办结：{got}。',
    en: 'Something is still owed: {got}.',
  },
  ACCOUNTABILITY_UNFOUNDED: {
    zh: '不具备问责条件：应为 {expected}，实际为 {got}。',
    en: 'There is no ground to hold anyone to account: expected {expected}, got {got}.',
  },
  EVALUATION_RELIED_ON: {
    zh: '已据此评估问责（{got} 项），不能再改。',
    en: 'The evaluation can not be changed: measures rest on it ({got}).',
  },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;
