/** What a signed-in person may do. Ranked nowhere: each command names the roles it takes. */
export const ROLES = ['EDITOR', 'REVIEWER', 'PUBLISHER', 'OPERATOR', 'AGGREGATOR'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks: the claims of a verified token. */
export interface Viewer {
  /** The token's subject: an account, never a person's name. */
  readonly subject: string;
  readonly role: Role;
  /** The institution that the account belongs to, when it belongs to one. */
  readonly institution: string | null;
  /** Region codes (GB/T 2260); each includes the regions below it. */
  readonly regions: readonly string[];
  /** When the token ends, in seconds since 1970-01-01T00:00:00Z. */
  readonly expiresAt: number;
}

/** The languages that staff and the public read. */
export const LOCALES = ['zh', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** What one request carries to every subgraph, whichever way that is reached. */
export interface RequestScope {
  /** Null for the public. */
  readonly viewer: Viewer | null;
  readonly locale: Locale;
  /** Names the request in every log line, here and in the subgraphs. */
  readonly requestId: string;
}
