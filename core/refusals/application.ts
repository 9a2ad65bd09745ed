import type { Locale } from '../viewer.ts';

/** What applications for disclosure on request (依申请公开), and what belongs to them, are refused for. */
export const APPLICATION_REFUSALS = {
  OFFICE_TAKES_NO_APPLICATIONS: {
    zh: '该机构不受理依申请公开：申请由卫生健康主管部门（{expected}）受理，当前为 {got}；对公共企事业单位不依法公开信息的，可向其主管部门申诉。',
    en: 'This institution takes no applications: expected a {expected}, got {got}. That it does not disclose can be complained of to the department above it.',
  },
  INSTITUTION_TAKES_APPLICATIONS: {
    zh: '申诉针对公共企事业单位：{got} 为行政机关，请向其提出公开申请。',
    en: 'Complaints concern public institutions: this one is a {got}, to which applications are made.',
  },
  OFFICE_NOT_OWN: {
    zh: '只有受理机构的工作人员可以办理：当前账号属于其他机构。',
    en: 'Only the office that handles it may do this; the account belongs to another institution.',
  },
  FUNCTION_NOT_HELD: {
    zh: '属性认定管理与依申请答复须由不同人员承担：此操作需要 {expected} 职能。',
    en: 'Managing attributes and answering applications are done by different accounts: this needs the function {expected}.',
  },
  OTHER_FUNCTION_HELD: {
    zh: '同一账号在同一机构只能承担一项职能：该账号已承担 {got}。',
    en: 'An account holds one function at an office: this one holds {got} already.',
  },
  ACCOUNT_MALFORMED: {
    zh: '账号格式不符：应为 {expected}，不得填写姓名。',
    en: 'The account does not fit its form: expected {expected}, never a name.',
  },
  STEP_TAKEN_ALREADY: {
    zh: '该步骤只能进行一次：{expected}。',
    en: 'This step is taken once only: {expected}.',
  },
  STEP_MISSING: {
    zh: '缺少前置步骤：须先 {expected}。',
    en: 'A step is missing before this one: {expected}.',
  },
  APPROVER_NOT_INDEPENDENT: {
    zh: '延长答复期限须经政府信息公开工作机构负责人同意，批准人不能是经办人本人。',
    en: 'An extension is approved by the head of the disclosure office, not by the one who asks for it.',
  },
  CONSULTATION_OPEN: {
    zh: '征求意见尚未结束，不能予以公开：须待答复或满 15 个工作日。',
    en: 'Nothing is granted while a consultation is open: expected an answer, or the end of its 15 working days.',
  },
  CONSULTATION_REFUSED: {
    zh: '第三方不同意公开且理由合理：不予公开，或因公共利益决定公开并书面告知第三方。',
    en: 'A third party refused with good reason: nothing is granted, unless it was told in writing that the public interest prevails.',
  },
  RESULT_NEEDS_REFUSED_CONSULTATION: {
    zh: '以第三方合法权益为由不予公开的，须已征求第三方意见，且其不同意并有合理理由，或逾期未答复。',
    en: 'To refuse for a third party, one must have been asked, and have refused with good reason or not answered in time.',
  },
  RESULT_NEEDS_CORRECTION: {
    zh: '以补正后申请内容仍不明确为由的，须已要求补正并收到补正。',
    en: 'Unclear after correction needs a correction that was asked for and came in.',
  },
  RESULT_NEEDS_LAPSED_CORRECTION: {
    zh: '以逾期不补正为由的，须已要求补正且期限（{expected}）届满仍未补正。',
    en: 'Not corrected needs a correction that was asked for and did not come by its day ({expected}).',
  },
  RESULT_NEEDS_UNPAID_FEE: {
    zh: '以逾期不缴费为由的，须已发出收费通知且期限（{expected}）届满仍未缴纳。',
    en: 'Unpaid needs a fee notice that was not paid by its day ({expected}).',
  },
  RESULT_NEEDS_UNREASONABLE_REASONS: {
    zh: '以大量、反复申请为由不予处理的，须已要求说明理由，且收到的理由不合理。',
    en: 'Excessive needs reasons that were asked for, came in and are not good ones.',
  },
  RESULT_TAKES_NO_DOCUMENT: {
    zh: '只有予以公开、部分公开或已主动公开的答复才指明文件：当前为 {got}。',
    en: 'Only an answer that grants, or points to what is public, names a document: this one is {got}.',
  },
  DOCUMENT_NOT_TO_BE_GIVEN: {
    zh: '该文件不得依申请提供：公开属性应为 {expected}，当前为 {got}。',
    en: 'This document is not given on request: expected one that is {expected}, got {got}.',
  },
  ANSWERED_BY_SAME_ACCOUNT: {
    zh: '依申请答复与属性认定须由不同人员承担：答复该申请的账号不得决定由此产生的属性审查。',
    en: 'Answering and managing attributes are done by different accounts: who answered the application does not decide the review that followed.',
  },
  FEE_OPEN: {
    zh: '已发出收费通知而尚未缴费，不能予以公开：缴费期限为 {expected}。',
    en: 'Nothing is granted while a fee that was asked for is not paid: it was to be paid by {expected}.',
  },
  RESULT_NEEDS_EARLIER_APPLICATION: {
    zh: '以重复申请为由的，须指明同一申请人此前已答复的申请。',
    en: 'Repeated names an earlier application of the same applicant at this office that was answered.',
  },
  RESULT_NEEDS_NO_EARLIER_APPLICATION: {
    zh: '只有以重复申请为由的答复才指明此前的申请。',
    en: 'Only an answer that finds a repetition names an earlier application.',
  },
  FEE_NOT_DUE: {
    zh: '不应收费：数量未超过免费范围（{expected}）。',
    en: 'No fee is due: the quantity is within what is free ({expected}).',
  },
  FEE_BY_PAGE_NOT_FITTING: {
    zh: '按量计收只适用于纸质、邮寄、复制等提供方式（{expected}）。',
    en: 'A fee by page is only for information given as {expected}.',
  },
  QUANTITY_OUT_OF_RANGE: {
    zh: '数量超出范围：应为 {expected}，收到 {got}。',
    en: 'The quantity is out of range: expected {expected}, got {got}.',
  },
  OUTCOME_NEEDS_DAY: {
    zh: '已有结果的须填写日期，尚未审结的不填写。',
    en: 'An outcome comes with its day, and what is pending has none.',
  },
  LITIGATION_NOT_FITTING: {
    zh: '复议后起诉须先登记复议，未经复议直接起诉的不得有复议：应为 {expected}。',
    en: 'A lawsuit after reconsideration needs one, and a direct lawsuit has none: expected {expected}.',
  },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;
