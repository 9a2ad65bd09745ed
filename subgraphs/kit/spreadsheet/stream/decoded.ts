import type { EncodingLabel } from '../decode-text.ts';

/** A file is not in the encoding that was tried. */
export class NotInEncoding extends Error {
  /** Whether it is, all but a Chinese character at its end of which a part is missing. */
  readonly isCutOff: boolean;

  constructor(isCutOff: boolean) {
    super('The bytes are no text in this encoding.');
    this.isCutOff = isCutOff;
  }
}

/**
 * Decodes bytes as they come, without a byte order mark. A character whose bytes come in several pieces is put together.
 *
 * @throws NotInEncoding
 */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  label: EncodingLabel['label'],
): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder(label, { fatal: true });
  let hasChinese = false;
  for await (const piece of bytes) {
    const text = decode(() => decoder.decode(piece, { stream: true }), false);
    // Of a text in GB18030, three bytes in a row are next to never one Chinese character in UTF-8, and never all of them.
    hasChinese ||= label !== 'gb18030' && /[\u4e00-\u9fff]/.test(text);
    if (text !== '') yield text;
  }
  const end = decode(() => decoder.decode(), hasChinese);
  if (end !== '') yield end;
}

function decode(step: () => string, isCutOff: boolean): string {
  try {
    return step();
  } catch (error) {
    if (error instanceof TypeError) throw new NotInEncoding(isCutOff);
    throw error;
  }
}
