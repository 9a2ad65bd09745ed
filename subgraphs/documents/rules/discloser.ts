import type { Refusal } from '../../../core/refusal.ts';

/** Who made a document, or where it came from (公开主体). */
export const DOCUMENT_ORIGINS = ['MADE', 'OBTAINED_FROM_CITIZEN', 'OBTAINED_FROM_AGENCY', 'MADE_JOINTLY'] as const;
export type DocumentOrigin = (typeof DOCUMENT_ORIGINS)[number];

/** What decides who discloses a document. */
export interface Provenance {
  readonly origin: DocumentOrigin;
  readonly issuerId: string;
  /** Of a document made jointly, the institution in the lead (牵头机关). */
  readonly leadIssuerId: string | null;
}

/**
 * Why an institution may not disclose a document. Who made it discloses it; what came from citizens and companies, who
 * keeps it; what came from another agency, that agency; what was made jointly, the one in the lead.
 *
 * @see rule D8
 */
export function discloserRefusals({ origin, issuerId, leadIssuerId }: Provenance): Refusal[] {
  const notOurs = (expected: string): Refusal[] => [
    { code: 'NOT_OURS_TO_DISCLOSE', path: ['id'], expected, got: issuerId, rules: ['D8'] },
  ];
  if (origin === 'OBTAINED_FROM_AGENCY') return notOurs('OBTAINED_FROM_AGENCY');
  return origin === 'MADE_JOINTLY' && leadIssuerId !== issuerId ? notOurs(leadIssuerId ?? 'leadIssuer') : [];
}

/** Why the institution in the lead does not fit: it is given for a document made jointly, and for no other. */
export function leadRefusals(origin: DocumentOrigin, leadIssuer: string | null, path: readonly string[]): Refusal[] {
  if (origin === 'MADE_JOINTLY' && leadIssuer === null) {
    return [{ code: 'VALUE_MISSING', path, expected: 'leadIssuer', rules: ['D8'] }];
  }
  return origin !== 'MADE_JOINTLY' && leadIssuer !== null
    ? [{ code: 'STATUS_NOT_FITTING', path, expected: 'MADE_JOINTLY', got: origin, rules: ['D8'] }]
    : [];
}
