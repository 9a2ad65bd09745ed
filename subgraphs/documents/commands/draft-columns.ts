import { toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import type { DocumentOrigin } from '../rules/discloser.ts';
import type { DocumentAttribute } from '../rules/document-attribute.ts';
import { parseDocumentNumber } from '../rules/document-number.ts';
import type { DraftInput } from '../rules/draft-input.ts';
import { normalIndexNumber } from '../rules/index-number.ts';

/** What a drafter may leave out. */
export interface DraftDetails {
  readonly documentNumber?: string | null | undefined;
  readonly indexNumber?: string | null | undefined;
  readonly issuedOn?: CivilDate | null | undefined;
  readonly effectiveOn?: CivilDate | null | undefined;
  readonly expiresOn?: CivilDate | null | undefined;
  readonly attribute?: DocumentAttribute | null | undefined;
  readonly ground?: string | null | undefined;
  readonly superiorException?: string | null | undefined;
  readonly superior?: string | null | undefined;
  readonly theme?: string | null | undefined;
  readonly genre?: string | null | undefined;
  readonly disclosureClause?: string | null | undefined;
  readonly leadIssuer?: string | null | undefined;
  readonly isNormative?: boolean | null | undefined;
  readonly isEnterpriseRelated?: boolean | null | undefined;
  readonly origin?: DocumentOrigin | null | undefined;
  readonly catalogueItems?: readonly string[] | null | undefined;
}

/** A document as its drafter hands it in. */
export interface DraftDocumentInput extends DraftDetails {
  readonly issuer: string;
  readonly title: string;
  readonly body: string;
  readonly isPolicy: boolean;
}

/** The same with nothing left out. */
export interface Draft extends DraftInput {
  readonly issuer: string;
  readonly isPolicy: boolean;
  readonly isNormative: boolean;
  readonly isEnterpriseRelated: boolean;
  readonly superior: string | null;
}

/** What a drafter said, and nothing for what was left out. */
export function draftOf(input: DraftDocumentInput): Draft {
  const { issuer, title, body, isPolicy, catalogueItems, ...details } = input;
  const { documentNumber = null, indexNumber = null, superior = null, leadIssuer = null } = details;
  const { issuedOn = null, effectiveOn = null, expiresOn = null } = details;
  const { attribute = null, ground = null, superiorException = null } = details;
  const { theme = null, genre = null, disclosureClause = null } = details;
  return {
    ...{ issuer, title, body, isPolicy, documentNumber, indexNumber, superior, leadIssuer },
    ...{ issuedOn, effectiveOn, expiresOn, attribute, ground, superiorException, theme, genre, disclosureClause },
    isNormative: details.isNormative ?? false,
    isEnterpriseRelated: details.isEnterpriseRelated ?? false,
    origin: details.origin ?? 'MADE',
    catalogueItems: [...new Set(catalogueItems ?? [])],
  };
}

/** The numbers of a draft in their normal forms. */
export function normalNumbers({ issuer, documentNumber, indexNumber }: Draft) {
  return {
    issuerId: issuer,
    documentNumber: documentNumber === null ? null : (parseDocumentNumber(documentNumber)?.text ?? null),
    indexNumber: indexNumber === null ? null : normalIndexNumber(indexNumber),
  };
}

/** A draft as its row; not whose it is, nor its catalogue items. */
export function columnsOf(draft: Draft) {
  const { superior, leadIssuer, issuedOn, effectiveOn, expiresOn } = draft;
  const { isPolicy, isNormative, isEnterpriseRelated, origin, body, theme, genre, disclosureClause } = draft;
  const { attribute, ground, superiorException } = draft;
  const { documentNumber, indexNumber } = normalNumbers(draft);
  return {
    ...{ title: draft.title.trim(), body, theme, genre, disclosureClause },
    ...{ isPolicy, isNormative, isEnterpriseRelated, origin, attribute, ground, superiorException },
    ...{ documentNumber, documentNumberAsTyped: draft.documentNumber, indexNumber },
    ...{ issuedOn: midnightOf(issuedOn), effectiveOn: midnightOf(effectiveOn), expiresOn: midnightOf(expiresOn) },
    ...{ superiorId: superior, leadIssuerId: leadIssuer },
  };
}

function midnightOf(day: CivilDate | null): Date | null {
  return day === null ? null : toUtcMidnight(day);
}
