import type { County } from '../county.ts';

/** What a message shows of a text of the other side: the first 80 characters that print, and nothing of the token. */
export function shownText(text: string, county: County): string {
  const printable = county
    .redacted(text)
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim();
  const first = printable.slice(0, 80).toWellFormed();
  return first === '' ? 'nothing' : JSON.stringify(first);
}
