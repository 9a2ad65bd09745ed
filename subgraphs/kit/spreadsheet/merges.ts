import type { MergedCells } from '../../../core/table.ts';
import { unreadable } from './unreadable.ts';

/**
 * Merged cells never overlap in a sheet that a program wrote; ones that do could cover it a million times over.
 *
 * @throws Refused for those that do
 */
export function notOverlapping(merges: readonly MergedCells[], height: number, width: number): readonly MergedCells[] {
  const covered = merges.reduce((sum, { top, left, bottom, right }) => {
    const rows = Math.min(bottom, height - 1) - top + 1;
    const columns = Math.min(right, width - 1) - left + 1;
    return sum + Math.max(0, rows) * Math.max(0, columns);
  }, 0);
  if (covered > height * width) throw unreadable('完整的 .xlsx 文件', '合并单元格互相重叠的工作簿');
  return merges;
}
