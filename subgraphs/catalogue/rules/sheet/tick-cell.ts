import { folded } from './cell-text.ts';

const TICKS = new Set(Array.from('√✓✔☑■●▣☒yr1v是有对').concat(['true', 'yes', 'rs', '[√]', '(√)', '☑是', '■是']));
const NO_TICKS = new Set(Array.from('□☐×✗✘xn0否无-—–/\\○').concat(['', 'false', 'no', '□否', '--', '——']));

/** Whether a cell is ticked; null when it holds words. */
export function isTicked(cell: string): boolean | null {
  const text = folded(cell);
  if (TICKS.has(text)) return true;
  return NO_TICKS.has(text) ? false : null;
}
