import type { Locale } from '../viewer.ts';

/** What any input can be refused for: who asks, what is missing, too long, past or out of range. */
export const COMMON_REFUSALS = {
  SIGN_IN_NEEDED: {
    zh: '需要登录：请在请求中附上令牌。',
    en: 'Sign in first: send a token with the request.',
  },
  ROLE_NOT_ALLOWED: {
    zh: '角色无权执行此操作：需要 {expected}，当前为 {got}。',
    en: 'The role may not do this: expected {expected}, got {got}.',
  },
  REGION_NOT_ALLOWED: {
    zh: '超出授权地区：授权范围为 {expected}，所涉地区为 {got}。',
    en: 'Outside the regions that were granted: expected one within {expected}, got {got}.',
  },
  NOT_FOUND: {
    zh: '未找到：应为已存在的{expected}，收到 {got}。',
    en: 'Not found: expected an existing {expected}, got {got}.',
  },
  VALUE_MISSING: {
    zh: '缺少必填内容：{expected}。',
    en: 'A value is missing: {expected}.',
  },
  VALUE_TOO_LONG: {
    zh: '内容过长：最多 {expected} 个字符，收到 {got} 个。',
    en: 'The text is too long: at most {expected} characters, got {got}.',
  },
  CHARACTER_NOT_PRINTABLE: {
    zh: '含有不可见的控制字符：{got}（括号内为位置）。',
    en: 'The text holds a character that can not be printed: {got} (its place in brackets).',
  },
  TOO_MANY_VALUES: {
    zh: '数量过多：最多 {expected} 项，收到 {got} 项。',
    en: 'Too many values: at most {expected}, got {got}.',
  },
  DAY_TOO_FAR: {
    zh: '日期过远：应不晚于 {expected}，收到 {got}。',
    en: 'The day is too far ahead: expected {expected} or earlier, got {got}.',
  },
  DAY_OUT_OF_RANGE: {
    zh: '日期超出范围：应在 {expected} 之内，收到 {got}。',
    en: 'The day is out of range: expected one within {expected}, got {got}.',
  },
  YEAR_OUT_OF_RANGE: {
    zh: '年份超出范围：应为 {expected}，收到 {got}。',
    en: 'The year is out of range: expected {expected}, got {got}.',
  },
  VALUE_IN_FUTURE: {
    zh: '时间不能晚于现在（{expected}），收到 {got}。',
    en: 'The time can not be later than now ({expected}), got {got}.',
  },
  STATUS_NOT_FITTING: {
    zh: '当前状态不允许此操作：应为 {expected}，实际为 {got}。',
    en: 'The present status does not allow this: expected {expected}, got {got}.',
  },
  DAY_IN_PAST: {
    zh: '日期已过：应不早于 {expected}，收到 {got}。',
    en: 'The day is past: expected {expected} or later, got {got}.',
  },
  DAYS_OUT_OF_RANGE: {
    zh: '时限天数超出范围：应为 {expected}，收到 {got}。',
    en: 'The number of days is out of range: expected {expected}, got {got}.',
  },
  VALUE_REPEATED: {
    zh: '内容重复：{got} 只能出现一次。',
    en: 'A value is repeated: {got} may stand only once.',
  },
  DIGEST_MALFORMED: {
    zh: '摘要格式不符：应为 {expected}，收到 {got}。',
    en: 'The digest does not fit its form: expected {expected}, got {got}.',
  },
  ADDRESS_MALFORMED: {
    zh: '网址格式不符：应形如 {expected}，收到 {got}。',
    en: 'The address does not fit its form: expected one like {expected}, got {got}.',
  },
  ONE_OF_NEEDED: {
    zh: '须且只能填写其中一项：{expected}。',
    en: 'Exactly one of these is given: {expected}.',
  },
  DAY_TOO_EARLY: {
    zh: '日期过早：应不早于 {expected}，收到 {got}。',
    en: 'The day is too early: expected {expected} or later, got {got}.',
  },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;
