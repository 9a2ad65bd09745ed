import { isMarkup } from '../file-kind.ts';
import { SAMPLE_CHARACTERS } from '../delimiter.ts';
import { encodingsOf, TEXT_EXPECTED, type EncodingLabel } from '../decode-text.ts';
import { overLimit, type StreamLimits } from '../limits.ts';
import { unreadable } from '../unreadable.ts';
import { decoded, NotInEncoding } from './decoded.ts';
import { LineCount } from './line-count.ts';

/** Bytes that can be read from their beginning as often as wanted. */
export type Bytes = () => AsyncIterable<Uint8Array>;

/** What a text file was found to be. */
export interface TextFile extends EncodingLabel {
  readonly isJson: boolean;
  /** How it begins. */
  readonly sample: string;
}

/**
 * Finds out how a text is encoded by reading all of it once: one whose first megabytes are figures may have its first
 * Chinese at the end.
 *
 * @throws Refused when it is text in no encoding, a page, or has a NUL in it
 * @throws Fault LIMIT_EXCEEDED for a line that is too long, as soon as it is
 */
export async function surveyText(bytes: Bytes, head: Uint8Array, limits: StreamLimits): Promise<TextFile> {
  let tried: NotInEncoding | undefined;
  for (const encoding of encodingsOf(head)) {
    try {
      return { ...encoding, ...(await surveyed(decoded(bytes(), encoding.label), limits)) };
    } catch (error) {
      if (!(error instanceof NotInEncoding)) throw error;
      tried = error;
      if (error.isCutOff) break;
    }
  }
  throw unreadable(TEXT_EXPECTED, tried?.isCutOff === true ? '在一个字的中间断开的文件' : '其他编码或非文本文件');
}

async function surveyed(text: AsyncIterable<string>, limits: StreamLimits) {
  const lines = new LineCount();
  let sample = '';
  let isJson = false;
  for await (const piece of text) {
    if (sample.length < SAMPLE_CHARACTERS) {
      sample += piece;
      if (isMarkup(sample)) throw unreadable('.xlsx 或 .csv 文件', '网页或 XML 文件');
      isJson = /^\s*(?:\{\s*["}]|\[\s*[{\]])/.test(sample);
    }
    const nul = piece.indexOf('\u0000');
    lines.take(nul < 0 ? piece : piece.slice(0, nul));
    if (nul >= 0)
      throw unreadable(TEXT_EXPECTED, `第 ${String(lines.line)} 行第 ${String(lines.length + 1)} 个字符是 NUL`);
    if (!isJson && lines.longest > limits.recordCharacters) {
      throw overLimit('characters in a line', limits.recordCharacters, `more in line ${String(lines.longestLine)}`);
    }
  }
  return { isJson, sample: sample.slice(0, SAMPLE_CHARACTERS) };
}
