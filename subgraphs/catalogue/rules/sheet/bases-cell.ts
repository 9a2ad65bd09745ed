import type { LegalBasis } from '../item-columns.ts';
import { oneLine, type CellReading } from './cell-text.ts';
import { listedCell, listedParts } from './listed-parts.ts';

const EXPECTED = '每行一项依据，如《中华人民共和国母婴保健法》第32条';
const ARTICLE = /第\s*[\d〇零一二两三四五六七八九十百千]+\s*条/;
/** Between two titles side by side. */
const BETWEEN_TITLES = /(?<=[》条款项目号）)])[ \t]*[、，,]?[ \t]*(?=《)/;

/**
 * Reads what an item rests on (公开依据): laws and notices, each with its article, on lines of their own, divided by
 * semicolons, or one after another.
 *
 * @see rule C5
 */
export function readBases(cell: string): CellReading<LegalBasis[]> {
  const bases = listedParts(cell).flatMap(apart).map(basisOf);
  if (bases.length === 0 || bases.some(({ title }) => title === '')) return { expected: EXPECTED };
  return { value: bases };
}

/** Writes them so that {@link readBases} gives them back. */
export function writeBases(bases: readonly LegalBasis[]): string {
  return listedCell(bases.map(({ title, article }) => `${title}${article ?? ''}`));
}

/** Divides titles that stand side by side, not those within another's title. */
function apart(part: string): string[] {
  const outside = masked(part);
  const [first = '', ...rest] = outside.split(BETWEEN_TITLES);
  let at = first.length;
  const texts = [part.slice(0, at)];
  for (const piece of rest) {
    const from = outside.indexOf(piece, at);
    texts[texts.length - 1] = (texts.at(-1) ?? '').replace(/[、，,\s]+$/, '');
    texts.push(part.slice(from, from + piece.length));
    at = from + piece.length;
  }
  return texts.map((text) => text.replace(/[、，,\s]+$/, ''));
}

/** The same text with everything between 《 and its 》 hidden, so that what stands inside a title is not read. */
function masked(text: string): string {
  let depth = 0;
  return Array.from(text, (sign) => {
    if (sign === '《') depth += 1;
    const isInside = depth > 1 || (depth === 1 && sign !== '《' && sign !== '》');
    if (sign === '》') depth = Math.max(0, depth - 1);
    return isInside ? '·'.repeat(sign.length) : sign;
  }).join('');
}

function basisOf(text: string): LegalBasis {
  const match = ARTICLE.exec(masked(text));
  if (match === null) return { title: oneLine(text), article: null };
  const title = oneLine(text.slice(0, match.index)).replace(/[、，,（(]+$/, '');
  const article = oneLine(text.slice(match.index));
  return { title, article: /[（(]/.test(article) ? article : article.replace(/[）)]$/, '') };
}
