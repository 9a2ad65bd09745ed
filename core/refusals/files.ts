import type { Locale } from '../viewer.ts';

/** What files are refused for. */
export const FILES_REFUSALS = {
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
