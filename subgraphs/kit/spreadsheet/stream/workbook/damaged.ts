import type { Refused } from '../../../../../core/refusal.ts';
import { unreadable } from '../../unreadable.ts';

/** The refusal of a workbook that is not whole, or not one. */
export function damaged(why: string): Refused {
  return unreadable('完整的 .xlsx 文件', `无法打开的工作簿（${why.slice(0, 200)}）`);
}
