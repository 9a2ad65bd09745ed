/**
 * Every fault code in one list. A fault is a condition that the caller can not mend by changing the input's meaning
 * (a cursor of another hub, an upstream that does not answer, a limit passed); it reaches clients in
 * `errors[].extensions.code`. Codes are public: never renamed, and the README lists them, both ways checked.
 */
export const FAULT_CODES = {
  BAD_REQUEST: 'The request is not a well-formed GraphQL-over-HTTP request.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  BAD_USER_INPUT: 'A variable or argument does not fit its type.',
  LIMIT_EXCEEDED: 'A limit is passed; the message names the limit, its value and what came.',
  UNAUTHENTICATED: 'The token is missing, malformed, forged or expired.',
  FORBIDDEN: 'The signed-in person may not do this.',
  CURSOR_INVALID: 'The text is not a cursor of this interface.',
  CURSOR_FOREIGN: 'The cursor belongs to another log, to a log before a restore, or is ahead of the log.',
  CURSOR_TRIMMED: 'The history behind the cursor is no longer kept; start from the export that is named.',
  SUBSCRIPTION_OVERRUN: 'The subscriber read too slowly, and the stream can not be replayed.',
  TIMEOUT: 'The time allowed for the request is over.',
  CANCELLED: 'The caller went away.',
  SUBGRAPH_UNAVAILABLE: 'A subgraph did not answer.',
  SHUTTING_DOWN: 'The hub is stopping; connect again in a moment.',
  INTERNAL: 'An unexpected error; its details stand in the log under the id given.',
} as const;

/** The code of a {@link Fault}. */
export type FaultCode = keyof typeof FAULT_CODES;

/** What a fault tells beside its code: plain JSON values only. */
export type FaultDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A condition that the caller can not mend. The message says what was expected and what came. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly details: FaultDetails;

  constructor(code: FaultCode, message: string, details: FaultDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }

  /** What GraphQL puts into `errors[].extensions`. */
  get extensions(): Record<string, unknown> {
    return { ...this.details, code: this.code };
  }
}
