import type { Locale } from './viewer.ts';

/**
 * Every refusal code in one list, with what people read. A refusal is expected and the caller can mend it: it comes
 * back as data, all reasons at once. Codes are public: never renamed, and the README lists them, both ways checked.
 * `{expected}` and `{got}` are filled in.
 */
export const REFUSALS = {
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
  TOO_MANY_VALUES: {
    zh: '数量过多：最多 {expected} 项，收到 {got} 项。',
    en: 'Too many values: at most {expected}, got {got}.',
  },
  AMOUNT_OUT_OF_RANGE: {
    zh: '金额超出范围：应为 {expected}，收到 {got}。',
    en: 'The amount is out of range: expected {expected}, got {got}.',
  },
  PRICE_REPEATED: {
    zh: '价目重复：同一编码、名称、规格、单位和等级的 {got} 已列出。',
    en: 'A price is repeated: {got} stands in the list already with the same code, specification, unit and tier.',
  },
  DAY_TOO_FAR: {
    zh: '日期过远：应不晚于 {expected}，收到 {got}。',
    en: 'The day is too far ahead: expected {expected} or earlier, got {got}.',
  },
  DAY_OUT_OF_RANGE: {
    zh: '日期超出范围：应在 {expected} 之内，收到 {got}。',
    en: 'The day is out of range: expected one within {expected}, got {got}.',
  },
  DAY_REPEATED: {
    zh: '日期重复：{got} 已列出。',
    en: 'The day is repeated: {got} stands in the list already.',
  },
  DAY_CONTRADICTORY: {
    zh: '日期矛盾：{got} 不能既放假又上班。',
    en: 'The day is contradictory: {got} can not be both a day off and a make-up day.',
  },
  MAKE_UP_DAY_NOT_WEEKEND: {
    zh: '调休上班日应为周六或周日，收到 {got}。',
    en: 'A make-up day is a Saturday or a Sunday; got {got}.',
  },
  YEAR_OUT_OF_RANGE: {
    zh: '年份超出范围：应为 {expected}，收到 {got}。',
    en: 'The year is out of range: expected {expected}, got {got}.',
  },
  PRICE_LIST_OUTDATED: {
    zh: '执行日期早于现行价目表：应不早于 {expected}，收到 {got}。',
    en: 'The list would take effect before the one in force: expected {expected} or later, got {got}.',
  },
  VALUE_IN_FUTURE: {
    zh: '时间不能晚于现在（{expected}），收到 {got}。',
    en: 'The time can not be later than now ({expected}), got {got}.',
  },
  DOCUMENT_NUMBER_MALFORMED: {
    zh: '文号格式不符：应形如 {expected}，收到 {got}。',
    en: 'The document number does not fit its form: expected one like {expected}, got {got}.',
  },
  DOCUMENT_NUMBER_TAKEN: {
    zh: '文号重复：同一发文机关已有 {got}。',
    en: 'The document number is taken: the issuer already has {got}.',
  },
  INDEX_NUMBER_MALFORMED: {
    zh: '索引号格式或校验位不符：应形如 {expected}，收到 {got}。',
    en: 'The index number does not fit its form or check digit: expected one like {expected}, got {got}.',
  },
  ATTRIBUTE_MISSING: {
    zh: '未认定公开属性，不予发文：应为 {expected} 之一。',
    en: 'The disclosure attribute is not recognised, so the document can not be issued: expected one of {expected}.',
  },
  GROUND_MISSING: {
    zh: '拟定为依申请公开或不予公开的，须写明法定理由。',
    en: 'A document that is not disclosed proactively needs its legal ground.',
  },
  NOT_FILED: {
    zh: '拟定为依申请公开或不予公开的，须在报批前送政务公开主管部门备案。',
    en: 'A document that is not disclosed proactively is filed with the disclosure office before approval.',
  },
  WITHHELD_BELOW_PROACTIVE: {
    zh: '上级文件为主动公开的，本级原则上不得定为不予公开。',
    en: 'A document can not be withheld when the superior document it carries out is disclosed proactively.',
  },
  REVIEW_INCOMPLETE: {
    zh: '三审三校未完成：应签 {expected} 遍，已签 {got} 遍。',
    en: 'The review passes are not all signed: expected {expected}, got {got}.',
  },
  REVIEWER_NOT_INDEPENDENT: {
    zh: '每一遍审校须由不同的人完成，且不能是起草人：{got} 已参与。',
    en: 'Each review pass is signed by another account, and not by the drafter: {got} took part already.',
  },
  INTERPRETATION_MISSING: {
    zh: '政策文件须与解读材料一同发布，尚未关联解读。',
    en: 'A policy document goes out together with an interpretation; none is bound to it.',
  },
  NOT_PUBLIC: {
    zh: '公开属性为 {got} 的文件不对外发布，应为 {expected}。',
    en: 'Only a {expected} document is published; this one is {got}.',
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
  ITEM_CODE_MALFORMED: {
    zh: '事项编号格式不符：应形如 {expected}，收到 {got}。',
    en: 'The item number does not fit its form: expected one like {expected}, got {got}.',
  },
  ITEM_CODE_TAKEN: {
    zh: '事项编号重复：目录中已有 {got}。',
    en: 'The item number is taken: the catalogue already has {got}.',
  },
  ITEM_MANDATORY: {
    zh: '上级目录的事项须完整保留，不得删除：{got}。',
    en: "An item of the superior's catalogue is kept and can not be removed: {got}.",
  },
  ITEM_WEAKENED: {
    zh: '不得低于上级目录的要求：上级为 {expected}，收到 {got}。',
    en: "An item may not ask for less than the superior's: expected {expected}, got {got}.",
  },
  ITEM_LACKING: {
    zh: '缺少上级目录现行版本的事项：{expected}。',
    en: "An item of the superior's edition in force is lacking: {expected}.",
  },
  EDITION_TAKEN: {
    zh: '版本名称重复：本地区目录已有版本 {got}。',
    en: 'The edition is taken: the region already has an edition {got}.',
  },
  EDITION_OPEN: {
    zh: '本地区已有未办结的目录版本：{got}，请先办结或撤销。',
    en: 'The region has an edition under way already: {got}; finish or discard it first.',
  },
  SUPERIOR_LACKING: {
    zh: '上级地区没有可用的现行目录：{expected}。',
    en: "There is no superior's catalogue in force to go by: {expected}.",
  },
  FILER_CAN_NOT_DECIDE: {
    zh: '备案人不得自行审核：{got}，须由上级的审核人办理。',
    en: 'Who filed an edition does not decide on it: {got}; a reviewer of the superior does.',
  },
  DIGEST_MALFORMED: {
    zh: '摘要格式不符：应为 {expected}，收到 {got}。',
    en: 'The digest does not fit its form: expected {expected}, got {got}.',
  },
  ADDRESS_MALFORMED: {
    zh: '网址格式不符：应形如 {expected}，收到 {got}。',
    en: 'The address does not fit its form: expected one like {expected}, got {got}.',
  },
  ITEM_NOT_IN_FORCE: {
    zh: '事项不在本地区现行目录中：{got}。',
    en: "The item does not stand in the region's catalogue in force: {got}.",
  },
  ONE_OF_NEEDED: {
    zh: '须且只能填写其中一项：{expected}。',
    en: 'Exactly one of these is given: {expected}.',
  },
  DAY_TOO_EARLY: {
    zh: '日期过早：应不早于 {expected}，收到 {got}。',
    en: 'The day is too early: expected {expected} or later, got {got}.',
  },
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
  FILE_UNREADABLE: {
    zh: '文件无法读取：应为 {expected}，收到 {got}。',
    en: 'The file can not be read: expected {expected}, got {got}.',
  },
  SHEET_WITHOUT_HEADER: {
    zh: '工作表没有可识别的表头：应有 {expected} 等列，实际为 {got}。',
    en: 'The sheet has no header that fits: expected the columns {expected}, got {got}.',
  },
  COLUMN_MISSING: {
    zh: '缺少列：应有 {expected}。',
    en: 'A column is missing: expected {expected}.',
  },
  COLUMN_REPEATED: {
    zh: '列重复：{expected} 只应有一列，实际在 {got}。',
    en: 'A column stands twice: expected {expected} once, got it in {got}.',
  },
  CELL_NOT_UNDERSTOOD: {
    zh: '单元格内容无法识别：应为 {expected}，实际为 {got}。',
    en: 'The cell can not be understood: expected {expected}, got {got}.',
  },
  CATEGORY_UNKNOWN: {
    zh: '一级事项不在目录类别之中：应为 {expected} 之一，实际为 {got}。',
    en: 'The first-level heading is none of the catalogue: expected one of {expected}, got {got}.',
  },
  ITEM_REPEATED: {
    zh: '事项重复：{got} 已在 {expected} 列出。',
    en: 'The item is repeated: {got} stands in {expected} already.',
  },
  ITEMS_MISSING: {
    zh: '文件中没有事项：表头之下应至少有一行。',
    en: 'The file holds no items: expected at least one row below the header.',
  },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;

/** The code of a {@link Refusal}. */
export type RefusalCode = keyof typeof REFUSALS;

/** One reason why something was refused. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Where in the input the reason lies: `['input', 'title']`; empty when it lies in no single place. */
  readonly path: readonly string[];
  readonly expected?: string;
  readonly got?: string;
  /** Ids of the rules that the refusal rests on, such as `D3`. */
  readonly rules?: readonly string[];
}

/** Thrown by a command when rules refuse; holds every reason at once. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.code).join(', '));
    this.refusals = refusals;
  }
}

/** Throws {@link Refused} when there is any reason to. */
export function refuseIfAny(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new Refused(refusals);
}

/** What people read of a refusal. */
export function refusalMessage(refusal: Refusal, locale: Locale): string {
  return REFUSALS[refusal.code][locale]
    .replace('{expected}', refusal.expected ?? '—')
    .replace('{got}', refusal.got ?? '—');
}
