/** Why a county hub did not give what it was asked for. */
export const REACH_CODES = {
  FORBIDDEN_ADDRESS:
    'The name of the hub leads to an address that is not of the public internet, and allowPrivate is not set.',
  UNREACHABLE:
    'No connection: no such name, nothing listens, a certificate that does not hold, a proxy without a hub behind it.',
  STALLED: 'The hub was reached, but did not answer in time, or its answer stopped coming or only trickled.',
  BROKEN: 'The connection or the file ended before its end.',
  TOO_LARGE: 'The answer, or a line of it, is longer than any that a hub gives.',
  NOT_A_HUB: 'What answers is no hub: a login page, a redirect, something that is not JSON.',
  REFUSED: 'The hub does not take the token, or wants one.',
  BUSY: 'The hub has no time now; details.retryAfterSeconds tells when it wants to be asked again, where it says.',
  CURSOR_INVALID: 'The hub does not take the text for a cursor.',
  CURSOR_FOREIGN: 'The cursor is of another log, of this one before a restore, or ahead of it.',
  CURSOR_TRIMMED: 'The history behind the cursor is no longer kept; details.oldest is the earliest cursor that is.',
  HUB_FAULT: 'The hub answers with a fault of its own; details.hubCode names it.',
  INCOMPATIBLE: 'The hub does not know what it is asked: it is of another version.',
  FORGED_PAGE: 'A page of the log contradicts itself or what was asked for; nothing of it was given out.',
  FORGED_FILE: 'A file contradicts itself, its digest or what was asked for.',
  FORGED_ANSWER: 'A manifest or digest contradicts itself or what was asked for.',
  CLOSED: 'This side has ended the conversation.',
} as const;
export type ReachCode = keyof typeof REACH_CODES;

/** What is told beside the code: plain values only. */
export type ReachDetails = Readonly<Record<string, string | number | null>>;

/** A county hub did not give what it was asked for. Messages hold no token. */
export class ReachProblem extends Error {
  override readonly name = 'ReachProblem';
  readonly code: ReachCode;
  readonly details: ReachDetails;

  constructor(code: ReachCode, message: string, details: ReachDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
