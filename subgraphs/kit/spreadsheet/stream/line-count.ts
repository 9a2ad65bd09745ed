/** Counts the lines of a text as it comes, however they end. */
export class LineCount {
  /** The line in which the text ends so far, from 1. */
  line = 1;
  /** Characters of that line so far. */
  length = 0;
  /** Characters of the longest line. */
  longest = 0;
  /** Which one that is. */
  longestLine = 1;
  #endedInReturn = false;

  take(text: string): void {
    let from = this.#endedInReturn && text.startsWith('\n') ? 1 : 0;
    const hasReturns = text.includes('\r');
    for (;;) {
      const at = hasReturns ? nextBreak(text, from) : text.indexOf('\n', from);
      this.#lengthen((at < 0 ? text.length : at) - from);
      if (at < 0) break;
      from = at + (text.startsWith('\r\n', at) ? 2 : 1);
      this.line += 1;
      this.length = 0;
    }
    if (text !== '') this.#endedInReturn = text.endsWith('\r');
  }

  #lengthen(characters: number): void {
    this.length += characters;
    if (this.length <= this.longest) return;
    this.longest = this.length;
    this.longestLine = this.line;
  }
}

const BREAK = /[\r\n]/g;

function nextBreak(text: string, from: number): number {
  BREAK.lastIndex = from;
  return BREAK.exec(text)?.index ?? -1;
}
