import type { Locale } from '../viewer.ts';

/** What editions, items, disclosures and the working calendar are refused for. */
export const CATALOGUE_REFUSALS = {
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
  ITEM_NOT_IN_FORCE: {
    zh: '事项不在本地区现行目录中：{got}。',
    en: "The item does not stand in the region's catalogue in force: {got}.",
  },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;
