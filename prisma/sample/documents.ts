import { addDays, civilDate, type CivilDate } from '../../core/civil-date.ts';
import type { Channel } from '../../core/channel.ts';
import { instant } from './instant.ts';
import { sampleId } from './sample-id.ts';
import type { SampleDocument, SampleInterpretation, SampleInterpretationForm } from './shapes.ts';

/** What an author of a sample document says of its interpretation. */
export interface InterpretationText {
  readonly title: string;
  readonly body: string;
  readonly forms: readonly SampleInterpretationForm[];
  readonly channels: readonly Channel[];
}

/** What an author of a document says; the rest follows from it. */
export interface DocumentText {
  /** Tells the document from all others; its id hangs on it. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly documentNumber: string | null;
  readonly indexNumber?: string;
  readonly issuerId: string;
  readonly regionCode: string;
  readonly isPolicy: boolean;
  readonly issuedOn: string;
  /** Minutes of the day after `issuedOn` at which it went out; null for one that waits. */
  readonly publishedMinutes: number | null;
  readonly superiorId?: string;
  readonly catalogueItemIds: readonly string[];
  readonly interpretation: InterpretationText | null;
  readonly withdrawal?: {
    readonly afterDays: number;
    readonly reason: 'SUPERSEDED' | 'PUBLISHED_IN_ERROR';
    readonly note: string;
  };
}

/** The id of a document of the sample. */
export function documentIdOf(key: string): string {
  return sampleId('document', key);
}

/** A made-up document: drafted, reviewed three times by three accounts (rule D11), then published or waiting. */
export function documentOf(text: DocumentText): SampleDocument {
  const issuedOn = civilDate(text.issuedOn);
  const publishedAt = text.publishedMinutes === null ? null : instant(addDays(issuedOn, 1), text.publishedMinutes);
  const { withdrawal } = text;
  const withdrawnAt = withdrawal === undefined ? null : instant(addDays(issuedOn, withdrawal.afterDays), 600);
  return {
    id: documentIdOf(text.key),
    title: text.title,
    body: text.body,
    documentNumber: text.documentNumber,
    indexNumber: text.indexNumber ?? null,
    issuerId: text.issuerId,
    regionCode: text.regionCode,
    attribute: 'PROACTIVE',
    isPolicy: text.isPolicy,
    status: publishedAt === null ? 'APPROVED' : withdrawnAt === null ? 'PUBLISHED' : 'WITHDRAWN',
    validity: withdrawal?.reason === 'SUPERSEDED' ? 'REPEALED' : 'IN_FORCE',
    issuedOn,
    publishedAt,
    withdrawnAt,
    withdrawalReason: withdrawal?.reason ?? null,
    withdrawalNote: withdrawal?.note ?? null,
    superiorId: text.superiorId ?? null,
    catalogueItemIds: text.catalogueItemIds,
    draftedBy: 'editor-1',
    draftedAt: instant(addDays(issuedOn, -6), 570),
    provenance: '样例，非真实公文。',
    isSample: true,
    reviewPasses: reviewPasses(issuedOn),
    interpretations: text.interpretation === null ? [] : [interpretationOf(text.key, text.interpretation, publishedAt)],
  };
}

function reviewPasses(issuedOn: CivilDate): SampleDocument['reviewPasses'] {
  return [1, 2, 3].map((pass) => ({
    pass,
    signedBy: `reviewer-${pass}`,
    signedAt: instant(addDays(issuedOn, pass - 5), 600 + 30 * pass),
  }));
}

/** The interpretation that goes out with its document. */
export function interpretationOf(
  key: string,
  text: InterpretationText,
  publishedAt: Date | null,
): SampleInterpretation {
  return { id: sampleId('interpretation', key), ...text, publishedAt, isSample: true };
}
