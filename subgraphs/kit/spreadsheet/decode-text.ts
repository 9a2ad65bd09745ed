import { unreadable } from './unreadable.ts';

/** How a text file is encoded: as programs in China save them. */
export type TextEncoding = 'UTF-8' | 'UTF-16' | 'GB18030';

/** One way in which a file may be text: what people call it, and what decoders do. */
export interface EncodingLabel {
  readonly encoding: TextEncoding;
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
}

/** What is expected of a file that is no text. */
export const TEXT_EXPECTED = 'UTF-8 或 GB18030 编码的 .csv 文件，或 .xlsx 文件';

/**
 * The encodings that a file may be in by its first bytes, the one to be tried first in front. Chinese in GB18030 (which
 * holds GBK and GB2312) is next to never well-formed UTF-8, so whatever is not the one is the other.
 */
export function encodingsOf(bytes: Uint8Array): readonly EncodingLabel[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return [{ encoding: 'UTF-16', label: 'utf-16le' }];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return [{ encoding: 'UTF-16', label: 'utf-16be' }];
  const utf8 = { encoding: 'UTF-8', label: 'utf-8' } as const;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return [utf8];
  return [utf8, { encoding: 'GB18030', label: 'gb18030' }];
}

/**
 * Reads the text of a file: by its byte order mark, else as UTF-8, else as GB18030.
 *
 * @throws Refused when it is text in none of them
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } {
  for (const { encoding, label } of encodingsOf(bytes)) {
    const text = textOf(bytes, label);
    if (text?.includes('\u0000') === false) return { text, encoding };
  }
  throw unreadable(TEXT_EXPECTED, '其他编码或非文本文件');
}

function textOf(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
