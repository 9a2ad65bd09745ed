/** Why another hub could not be pulled from. */
export const REACH_CODES = {
  UNREACHABLE: 'It could not be connected to, or the connection broke.',
  ADDRESS_NOT_ALLOWED: 'Its name leads to an address that is not public, and `allowPrivate` is not set.',
  STALLED: 'It did not go on in time.',
  NOT_A_HUB: 'What answers is no hub, such as a page for people.',
  REFUSED: 'It does not let this hub read: a token is missing or not taken.',
  BUSY: 'It asks to be left alone for a while.',
  ANSWERED_ERROR: 'It answered with an error of its own.',
  TOO_LARGE: 'It answered more than one answer may hold.',
  FORGED: 'An answer does not fit schema/FEED.md, so nothing of it is taken.',
  CUT_OFF: 'A file ended before its last line.',
  CURSOR_INVALID: 'It does not take a cursor that it gave out.',
  CURSOR_FOREIGN: 'The cursor is of another log, of one before a restore, or ahead of it.',
  CURSOR_TRIMMED: 'Its history no longer reaches back to the cursor.',
} as const;
export type ReachCode = keyof typeof REACH_CODES;

/** Another hub could not be pulled from. The message never holds a token. */
export class ReachProblem extends Error {
  override readonly name = 'ReachProblem';
  readonly code: ReachCode;

  constructor(code: ReachCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The start of what came, fit for a message: printable, and short. */
export function shown(text: string): string {
  // Control and bidirectional characters would let a foreign page write into our logs.
  const printable = text
    .slice(0, 400)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return JSON.stringify(printable.length > 80 ? `${printable.slice(0, 80)}…` : printable);
}
