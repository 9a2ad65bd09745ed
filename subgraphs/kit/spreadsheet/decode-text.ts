import { unreadable } from './unreadable.ts';

/** How a text file is encoded: as programs in China save them. */
export type TextEncoding = 'UTF-8' | 'UTF-16' | 'GB18030';

/**
 * Reads the text of a file: by its byte order mark, else as UTF-8, else as GB18030 (which holds GBK and GB2312).
 *
 * @throws Refused when it is text in none of them
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le', 'UTF-16');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be', 'UTF-16');
  const text = textOf(bytes, 'utf-8');
  // Chinese in GB18030 is next to never well-formed UTF-8, so whatever is not the one is the other.
  return text === null ? decoded(bytes, 'gb18030', 'GB18030') : { text: plain(text), encoding: 'UTF-8' };
}

function decoded(bytes: Uint8Array, label: string, encoding: TextEncoding) {
  return { text: plain(textOf(bytes, label)), encoding };
}

function plain(text: string | null): string {
  if (text !== null && !text.includes('\u0000')) return text;
  throw unreadable('UTF-8 或 GB18030 编码的 .csv 文件，或 .xlsx 文件', '其他编码或非文本文件');
}

function textOf(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
