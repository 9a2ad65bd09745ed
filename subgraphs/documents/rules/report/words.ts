import type { Locale } from '../../../../core/viewer.ts';
import type { ApplicationLine } from './application-lines.ts';
import type { ReportColumn, ReportLine } from './cell.ts';
import type { ReportHeading } from './content.ts';
import type { ReviewLine } from './review-lines.ts';

/** What people read, in both languages. */
export type Words = Readonly<Record<Locale, string>>;

const APPLICATION_WORDS: Readonly<Record<ApplicationLine, Words>> = {
  RECEIVED: { zh: '本年新收政府信息公开申请数量', en: 'Applications received in the year' },
  CARRIED_OVER: { zh: '上年结转政府信息公开申请数量', en: 'Applications carried over from the year before' },
  GRANTED: { zh: '予以公开', en: 'Granted' },
  PARTLY_GRANTED: { zh: '部分公开（区分处理的，只计这一情形，不计其他情形）', en: 'Partly granted' },
  REFUSED_STATE_SECRET: { zh: '属于国家秘密', en: 'State secret' },
  REFUSED_OTHER_LAW: { zh: '其他法律行政法规禁止公开', en: 'Forbidden by another law or regulation' },
  REFUSED_SAFETY_AND_STABILITY: { zh: '危及“三安全一稳定”', en: 'Endangers safety or stability' },
  REFUSED_THIRD_PARTY: { zh: '保护第三方合法权益', en: 'Protects a third party' },
  REFUSED_INTERNAL: { zh: '属于三类内部事务信息', en: 'Internal affairs' },
  REFUSED_PROCESS: { zh: '属于四类过程性信息', en: 'Of a process under way' },
  REFUSED_ENFORCEMENT_FILE: { zh: '属于行政执法案卷', en: 'File of an enforcement case' },
  REFUSED_ADMINISTRATIVE_ENQUIRY: { zh: '属于行政查询事项', en: 'Matter of an administrative enquiry' },
  UNABLE_NOT_HELD: { zh: '本机关不掌握相关政府信息', en: 'Not held by this agency' },
  UNABLE_NEEDS_MAKING: { zh: '没有现成信息需要另行制作', en: 'Would have to be made' },
  UNABLE_UNCLEAR_AFTER_CORRECTION: { zh: '补正后申请内容仍不明确', en: 'Unclear even after a correction' },
  NOT_HANDLED_PETITION: { zh: '信访举报投诉类申请', en: 'Petition, report or complaint' },
  NOT_HANDLED_REPEATED: { zh: '重复申请', en: 'Repeated application' },
  NOT_HANDLED_PUBLICATION: { zh: '要求提供公开出版物', en: 'Asks for a publication' },
  NOT_HANDLED_EXCESSIVE: { zh: '无正当理由大量反复申请', en: 'Excessive without good reason' },
  NOT_HANDLED_CONFIRMATION: {
    zh: '要求行政机关确认或重新出具已获取信息',
    en: 'Asks to confirm or issue anew what was obtained',
  },
  OTHER_NOT_CORRECTED: {
    zh: '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    en: 'Not corrected in time without good reason',
  },
  OTHER_FEE_UNPAID: {
    zh: '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    en: 'Fee not paid in time',
  },
  OTHER: { zh: '其他', en: 'Other' },
  HANDLED: { zh: '总计', en: 'Handled in the year, in all' },
  CARRIED_FORWARD: { zh: '结转下年度继续办理', en: 'Carried forward to the next year' },
};

const REVIEW_WORDS: Readonly<Record<ReviewLine, Words>> = {
  RECONSIDERATION: { zh: '行政复议', en: 'Reconsideration' },
  DIRECT_LITIGATION: { zh: '未经复议直接起诉', en: 'Lawsuit without reconsideration' },
  LITIGATION_AFTER_RECONSIDERATION: { zh: '复议后起诉', en: 'Lawsuit after reconsideration' },
};

const COLUMN_WORDS: Readonly<Record<ReportColumn, Words>> = {
  NATURAL_PERSON: { zh: '自然人', en: 'Natural persons' },
  ENTERPRISE: { zh: '商业企业', en: 'Firms' },
  RESEARCH: { zh: '科研机构', en: 'Research' },
  PUBLIC_WELFARE: { zh: '社会公益组织', en: 'Public welfare bodies' },
  LEGAL_SERVICE: { zh: '法律服务机构', en: 'Legal services' },
  OTHER: { zh: '其他', en: 'Others' },
  TOTAL: { zh: '总计', en: 'Total' },
  UPHELD: { zh: '结果维持', en: 'Upheld' },
  CORRECTED: { zh: '结果纠正', en: 'Corrected' },
  OTHER_OUTCOME: { zh: '其他结果', en: 'Other' },
  PENDING: { zh: '尚未审结', en: 'Pending' },
};

const HEADING_WORDS: Readonly<Record<ReportHeading, Words>> = {
  OVERVIEW: { zh: '总体情况', en: 'The year as a whole' },
  KEY_AREAS: { zh: '重点领域信息公开情况', en: 'Disclosure in key areas' },
  PROBLEMS: { zh: '存在的主要问题及改进情况', en: 'Main problems and what improved' },
  PROPOSALS: { zh: '建议提案办理结果公开情况', en: 'Answers to motions and proposals' },
  MAIN_POINTS: { zh: '政务公开工作要点落实情况', en: "How the main points of the year's work were carried out" },
  OTHER_MATTERS: { zh: '其他需要报告的事项', en: 'Other matters to report' },
};

/** The parts of a report (A2), from 1. */
export const PART_WORDS: readonly Words[] = [
  { zh: '一、总体情况', en: '1 The year as a whole' },
  { zh: '二、主动公开政府信息情况', en: "2 Disclosure on one's own initiative" },
  { zh: '三、收到和处理政府信息公开申请情况', en: '3 Applications for disclosure' },
  { zh: '四、政府信息公开行政复议、行政诉讼情况', en: '4 Reconsiderations and lawsuits' },
  { zh: '五、存在的主要问题及改进情况', en: '5 Main problems and what improved' },
  { zh: '六、其他需要报告的事项', en: '6 Other matters to report' },
];

/** What a line is called. */
export function lineWords(line: ReportLine): Words {
  return { ...APPLICATION_WORDS, ...REVIEW_WORDS }[line];
}

/** What a column is called. */
export function columnWords(column: ReportColumn): Words {
  return COLUMN_WORDS[column];
}

/** What a heading is called. */
export function headingWords(heading: ReportHeading): Words {
  return HEADING_WORDS[heading];
}
