import type { Locale } from '../../core/viewer.ts';
import type { QuarantineCode } from '../../feed/lanes.ts';

type Words = Readonly<Record<Locale, string>>;

/** What people read of a quarantine (隔离), and what the operator has to do; `{expected}` and `{got}` are filled in. */
const QUARANTINES: Readonly<Record<QuarantineCode, Words>> = {
  HUB_CHANGED: {
    zh: '该地址现由另一个平台应答：应为 {expected}，实际为 {got}。已停止汇聚，原有数据照常提供；请核实后放行（npm run aggregator -- approve）。',
    en: 'Another hub answers at the address: expected {expected}, got {got}. Nothing more is taken, what is here is still served; find out why, then release it (npm run aggregator -- approve).',
  },
  LOG_REPLACED: {
    zh: '对方的变更日志已被替换或回退（例如从备份恢复）：应为 {expected}，实际为 {got}。已停止汇聚，原有数据照常提供；请核实后放行，放行后将逐条比对并更正。',
    en: 'The change log there was replaced or set back, as by a restore from a backup: expected {expected}, got {got}. Nothing more is taken, what is here is still served; find out why, then release it: everything is compared then, and put right.',
  },
  MANY_WITHDRAWN: {
    zh: '撤回数量超过设定比例：应为 {expected}，实际为 {got}。已停止汇聚，原有数据照常提供；请核实确属撤回后放行。',
    en: 'More would be withdrawn than the set share: expected {expected}, got {got}. Nothing more is taken, what is here is still served; find out whether it is meant, then release it.',
  },
};

/** Why a try failed, by the code of the fault. */
const FAULTS: Readonly<Record<string, Words>> = {
  NOT_ITS_OWN: {
    zh: '条目不属于该地区或其机构，拒绝接收。',
    en: 'An entry is not of its regions or institutions, and is not taken.',
  },
  ENTRY_ID_TAKEN: { zh: '条目编号已被其他条目使用。', en: 'The id of an entry is that of another.' },
  NOT_APPLICABLE: { zh: '条目内容不符合约定，无法接收。', en: 'An entry does not fit its form, and can not be taken.' },
  INTERNAL: {
    zh: '本枢纽内部出错，将自动重试；详情见日志。',
    en: 'Something went wrong in this hub; it is tried again, and its log says more.',
  },
  PROOF_FAILED: {
    zh: '比对后仍有差异，将再次尝试。',
    en: 'Both sides still differ after they were compared; it is tried again.',
  },
};

const UNREACHED: Words = {
  zh: '未能从对方平台取得数据，将自动重试；原有数据照常提供。',
  en: 'Nothing could be had from the hub there; it is tried again, and what is here is still served.',
};

/** The sentence on a quarantine. */
export function quarantineWords(
  { code, expected, got }: { readonly code: QuarantineCode; readonly expected: string; readonly got: string },
  locale: Locale,
): string {
  return QUARANTINES[code][locale].replace('{expected}', expected).replace('{got}', got);
}

/**
 * The sentence on a fault.
 *
 * @param isForStaff - whether its cause follows as it was told; that may name addresses of a network of one's own
 */
export function faultWords(
  { code, message }: { readonly code: string; readonly message: string },
  locale: Locale,
  isForStaff: boolean,
): string {
  const sentence = (FAULTS[code] ?? UNREACHED)[locale];
  return isForStaff ? `${sentence} ${message}` : sentence;
}
