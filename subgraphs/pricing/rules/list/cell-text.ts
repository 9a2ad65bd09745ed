/** Control characters but tab and line ends, those that are unseen or turn the direction of writing. */
const UNSEEN = /[^\P{Cc}\t\n\r]|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const BETWEEN_HAN = /(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u3000-\u9fff\uff00-\uffef])/g;
const ENDS = /[\t\r\n]/;
/** What takes the place of characters that a conversion could not read. */
const LOST = '\ufffd';

/** Whether all of a text is ordinary: seen, of one line, and so that nothing needs a closer look. */
export function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x1f && code < 0x7f) continue;
    if (code > 0x3000 && code < 0xfe00) continue;
    if (code < 0xff00 || code > 0xffef) return false;
  }
  return true;
}

/** A cell's text without blanks around it, in one line: breaks between Chinese characters only wrap it and go. */
export function cellText(raw: string): string {
  const text = raw.trim();
  return ENDS.test(text) ? text.replaceAll(BETWEEN_HAN, '').replaceAll(/\s*[\t\r\n]\s*/g, ' ') : text;
}

/** The first character of a text that nobody sees, as `U+200B (3)`, its place counted from 1; null when there is none. */
export function unseenCharacter(text: string): string | null {
  const found = UNSEEN.exec(text);
  if (found === null) return null;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code} (${String(found.index + 1)})`;
}

/** Whether a text lost characters when it was converted. */
export function hasLostCharacter(text: string): boolean {
  return text.includes(LOST);
}

/** As much of what came as a message can hold. */
export function clipped(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
