/** What an entry of the change log tells about its subject. */
export const CHANGE_KINDS = ['PUBLISHED', 'REVISED', 'WITHDRAWN'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What an entry of the change log can be about. */
export const CHANGE_SUBJECTS = [
  'REGION',
  'INSTITUTION',
  'WORKING_CALENDAR',
  'CATALOGUE',
  'DOCUMENT',
  'INTERPRETATION',
  'PRICE_LIST',
  'PRICE',
  'OPINION_EVENT',
  'OPINION_RESPONSE',
  'DEADLINE_ALARM',
  'DISCLOSURE',
  'DISCLOSURE_DUTY',
  'FAILURE_NOTICE',
  'CLEAN_UP',
  'ISSUER_TARGET',
  'DECISION_CATALOGUE',
  'MAJOR_DECISION',
  'ANNUAL_REPORT',
  'KNOWLEDGE_ANSWER',
  'MONTHLY_FIGURES',
] as const;
export type ChangeSubject = (typeof CHANGE_SUBJECTS)[number];

/** The subjects that `disclosures` carries: what the public is told, without price changes, alarms and bookkeeping. */
export const DISCLOSURE_SUBJECTS = [
  'CATALOGUE',
  'DOCUMENT',
  'INTERPRETATION',
  'PRICE_LIST',
  'OPINION_EVENT',
  'OPINION_RESPONSE',
  'DISCLOSURE',
  'FAILURE_NOTICE',
  'CLEAN_UP',
  'DECISION_CATALOGUE',
  'MAJOR_DECISION',
  'ANNUAL_REPORT',
  'KNOWLEDGE_ANSWER',
  'MONTHLY_FIGURES',
] as const satisfies readonly ChangeSubject[];

/** A JSON value: what an entry's payload is made of. Amounts are decimal strings, days `YYYY-MM-DD`, instants RFC 3339 in UTC. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One change of public state, before the log has given it a position. */
export interface NewEntry {
  readonly kind: ChangeKind;
  readonly subject: ChangeSubject;
  readonly subjectId: string;
  /** When the change happened, by the hub's clock. */
  readonly occurredAt: Date;
  /** The GB/T 2260 code of the region that the change concerns. */
  readonly regionCode: string | null;
  /** The institution that published it. */
  readonly publisherId: string | null;
  readonly catalogueItemIds?: readonly string[];
  /** The full public state of the subject after the change; for a withdrawal its reason. */
  readonly payload: { readonly [key: string]: Json };
}
