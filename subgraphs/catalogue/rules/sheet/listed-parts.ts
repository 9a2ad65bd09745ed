import { wholeNumber } from './chinese-number.ts';

const NUMBER =
  /(?:[（(]\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[）)]|(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[）)．、.](?!\d)|([①-⑳]))[ \t]*/;
const AT_LINE_START = new RegExp(`(?<=^|\\n)[ \\t]*${NUMBER.source}`, 'g');
const ANYWHERE = new RegExp(`(?<=^|[\\s；;。，,])${NUMBER.source}`, 'g');
const BULLET = /^[●•·■◆▪►○\-–—*]+\s*/;
const OPENING = '（(《【[〔';
const CLOSING = '）)》】]〕';

/**
 * The parts of a cell that lists several: numbered from 1 on (1. 2. / （一）（二） / ①②), or divided by line breaks or
 * semicolons that stand in no brackets; bullets go. What is numbered line by line is divided nowhere else.
 */
export function listedParts(cell: string): string[] {
  const text = cell.replaceAll(/\r\n?/g, '\n').trim();
  const parts = numbered(text, AT_LINE_START, 2) ?? numbered(text, ANYWHERE, 2) ?? numbered(text, AT_LINE_START, 1);
  return (parts ?? divided(text).map(withoutBullet)).map(withoutEnds).filter((part) => part !== '');
}

/** Writes parts so that {@link listedParts} gives them back: one a line, numbered where there are several. */
export function listedCell(parts: readonly string[]): string {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && listedParts(only).join() === only) return only;
  return parts.map((part, index) => `${String(index + 1)}.${/^\d/.test(part) ? ' ' : ''}${part}`).join('\n');
}

/** The parts between numbers that count from 1 without a gap; null when there are fewer than `least` of them. */
function numbered(text: string, marks: RegExp, least: number): string[] | null {
  const found: { readonly from: number; readonly to: number }[] = [];
  for (const match of text.matchAll(marks)) {
    if (ordinalOf(match) !== found.length + 1) continue;
    found.push({ from: match.index, to: match.index + match[0].length });
  }
  if (found.length < least) return null;
  const before = text.slice(0, found[0]?.from ?? 0);
  const parts = found.map(({ to }, index) => text.slice(to, found[index + 1]?.from));
  return [before, ...parts];
}

function ordinalOf([, inBrackets, before, circled]: RegExpExecArray): number | null {
  if (circled !== undefined) return (circled.codePointAt(0) ?? 0) - 0x245f;
  return wholeNumber(inBrackets ?? before ?? '');
}

function divided(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (OPENING.includes(sign)) depth += 1;
    if (CLOSING.includes(sign)) depth = Math.max(0, depth - 1);
    if (sign === '\n' || (depth === 0 && (sign === '；' || sign === ';'))) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${sign}`);
  }
  return parts;
}

function withoutBullet(part: string): string {
  return part.trim().replace(BULLET, '');
}

function withoutEnds(part: string): string {
  return part.trim().replace(/[；;。，,、\s]+$/, '');
}
