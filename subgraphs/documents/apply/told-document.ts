import { startOfDay } from '../../../core/civil-date.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import type { RelationKind } from '../rules/validity/relation.ts';
import { ToldPayload } from '../../kit/told-payload.ts';

/** The row of a document that is held; instants and days are texts. */
export type DocumentRow = ReturnType<typeof standingRow> | ReturnType<typeof withdrawnRow>;

/** A document as another hub tells of it. */
export interface ToldDocument {
  readonly row: DocumentRow;
  readonly items: readonly string[];
  readonly relations: readonly { readonly related_id: string; readonly kind: RelationKind }[];
  /** From when on it amends and repeals; an instant as text. */
  readonly takesEffectAt: string | null;
  readonly validityChangedAt: string | null;
}

/** Whose a document is. */
export interface Issued {
  readonly issuerId: string;
  readonly regionCode: string;
}

/** A document that is public there. */
export function standingDocument(entry: HeldEntry): ToldDocument {
  const told = ToldPayload.of(entry);
  const row = standingRow(entry, told);
  const related = (member: 'amends' | 'repeals', kind: RelationKind) =>
    told.texts(member).map((related_id) => ({ related_id, kind }));
  const { effective_on: effectiveOn, published_at: publishedAt } = row;
  const holdsFrom = effectiveOn === null ? publishedAt : startOfDay(effectiveOn).toISOString();
  return {
    row,
    items: told.texts('catalogueItems'),
    relations: [...related('amends', 'AMENDS'), ...related('repeals', 'REPEALS')],
    takesEffectAt: Date.parse(holdsFrom) < Date.parse(publishedAt) ? publishedAt : holdsFrom,
    validityChangedAt: told.instantOrNull('validityChangedAt')?.toISOString() ?? null,
  };
}

/** One that was withdrawn there: nothing of what it said. */
export function withdrawnDocument(entry: HeldEntry, issued: Issued): ToldDocument {
  return {
    row: withdrawnRow(entry, issued),
    items: entry.catalogueItemIds ?? [],
    ...{ relations: [], takesEffectAt: null, validityChangedAt: null },
  };
}

function standingRow({ subjectId: id, lane }: HeldEntry, told: ToldPayload) {
  const publishedAt = told.instant('publishedAt').toISOString();
  // One plain object, since there are many of them: spreading several into it takes five times as long.
  return {
    id,
    title: told.text('title'),
    body: told.text('body'),
    held_from: lane,
    document_number: told.textOrNull('documentNumber'),
    index_number: told.textOrNull('indexNumber'),
    issuer_id: told.text('issuer'),
    region_code: told.text('region'),
    attribute: told.text('attribute'),
    is_policy: told.flag('isPolicy'),
    is_normative: told.flag('isNormative'),
    is_enterprise_related: told.flag('isEnterpriseRelated'),
    is_sample: told.flag('isSample'),
    theme: told.textOrNull('theme'),
    genre: told.textOrNull('genre'),
    origin: told.text('origin'),
    lead_issuer_id: told.textOrNull('leadIssuer'),
    disclosure_clause: told.textOrNull('disclosureClause'),
    status: 'PUBLISHED' as const,
    validity: told.text('validity'),
    issued_on: told.dayOrNull('issuedOn'),
    effective_on: told.dayOrNull('effectiveOn'),
    expires_on: told.dayOrNull('expiresOn'),
    published_at: publishedAt,
    withdrawn_at: null,
    withdrawal_reason: null,
    withdrawal_note: null,
    superior_id: told.textOrNull('superior'),
    drafted_by: '',
    drafted_at: publishedAt,
  };
}

function withdrawnRow(entry: HeldEntry, { issuerId, regionCode }: Issued) {
  const told = ToldPayload.of(entry);
  const withdrawnAt = entry.occurredAt.toISOString();
  return {
    ...{ id: entry.subjectId, title: '', body: '', held_from: entry.lane, document_number: null, index_number: null },
    ...{ issuer_id: issuerId, region_code: regionCode, attribute: 'PROACTIVE', is_policy: false, is_normative: false },
    ...{ is_enterprise_related: false, is_sample: false, theme: null, genre: null, origin: 'MADE' },
    ...{ lead_issuer_id: null, disclosure_clause: null, status: 'WITHDRAWN' as const, validity: 'IN_FORCE' },
    ...{ issued_on: null, effective_on: null, expires_on: null, published_at: null, superior_id: null },
    ...{ withdrawn_at: withdrawnAt, withdrawal_reason: told.textOrNull('reason') },
    ...{ withdrawal_note: told.textOrNull('note'), drafted_by: '', drafted_at: withdrawnAt },
  };
}
