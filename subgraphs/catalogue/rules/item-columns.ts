import type { Channel } from '../../../core/channel.ts';
import type { TimeUnit } from '../../../core/working-calendar.ts';

export { TIME_UNITS, type TimeUnit } from '../../../core/working-calendar.ts';

/** To whom something is disclosed (公开对象), the widest first. */
export const AUDIENCES = ['WHOLE_SOCIETY', 'SPECIFIC_GROUP'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** On whose initiative something is disclosed (公开方式), the most open first. */
export const DISCLOSURE_METHODS = ['PROACTIVE', 'ON_REQUEST'] as const;
export type DisclosureMethod = (typeof DISCLOSURE_METHODS)[number];

/** At which levels something is disclosed (公开层级). */
export const ITEM_LEVELS = ['COUNTY', 'TOWNSHIP'] as const;
export type ItemLevel = (typeof ITEM_LEVELS)[number];

/** The stages of administration that are open (五公开): decision, execution, management, service, result. */
export const OPENNESS_STAGES = ['DECISION', 'EXECUTION', 'MANAGEMENT', 'SERVICE', 'RESULT'] as const;
export type OpennessStage = (typeof OPENNESS_STAGES)[number];

/** To which part of an item a time limit applies: what the public is told in general, or the results of single cases. */
export const TIME_LIMIT_SCOPES = ['INFORMATION', 'RESULT'] as const;
export type TimeLimitScope = (typeof TIME_LIMIT_SCOPES)[number];

/** What an item rests on (公开依据). */
export interface LegalBasis {
  readonly title: string;
  /** Null for the whole of it. */
  readonly article: string | null;
}

/** Within how many days something is disclosed after it came about or changed (公开时限). */
export interface TimeLimit {
  readonly appliesTo: TimeLimitScope;
  readonly days: number;
  readonly unit: TimeUnit;
}

/**
 * An item of a catalogue as people write it, with all columns of the official layout; without what the hub gives it.
 *
 * @see rules C5, C6, C7, C9
 */
export interface ItemColumns {
  /** The number within the catalogue, such as 0101; null lets the hub number it within its category. */
  readonly code: string | null;
  /** Two digits. */
  readonly categoryCode: string;
  readonly title: string;
  readonly contentElements: readonly string[];
  readonly bases: readonly LegalBasis[];
  /** Several may stand side by side, at most one for each scope. */
  readonly timeLimits: readonly TimeLimit[];
  readonly publisher: string;
  readonly channels: readonly Channel[];
  readonly audience: Audience;
  readonly method: DisclosureMethod;
  readonly levels: readonly ItemLevel[];
  readonly stage: OpennessStage | null;
  /** The body to which the matter was moved, such as 行政审批局; it stays for reference. */
  readonly movedTo: string | null;
  /** Whether catalogues derived from this one must keep it. */
  readonly isMandatory: boolean;
  /** False for an abolished matter that stands for reference only. */
  readonly isInForce: boolean;
}
