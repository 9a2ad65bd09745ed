import type { Channel } from '../../core/channel.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Yuan } from '../../core/yuan.ts';
import type { FoundTask } from './found.ts';

/**
 * The sample, as each owner's `sample.ts` loads it. Days are civil days in Asia/Shanghai, amounts exact decimal text,
 * instants `Date`. All of it lies before 2026-11-01 and is the same on every machine. `isSample` is true for what was
 * made up and false for what stands in a public source; `README.md` says which is which.
 */
export interface SampleRegion {
  readonly code: string;
  readonly name: string;
  readonly level: 'PROVINCE' | 'PREFECTURE' | 'COUNTY';
  readonly parentCode: string | null;
  /** True for statistical placeholders that no authority governs. */
  readonly isPseudo: boolean;
}

export interface SampleInstitution {
  readonly id: string;
  readonly name: string;
  readonly kind: 'HEALTH_AUTHORITY' | 'HOSPITAL' | 'OTHER';
  readonly regionCode: string;
  readonly hospitalGrade: string | null;
  readonly superiorId: string | null;
  readonly isSample: boolean;
}

export interface SampleCategory {
  readonly code: string;
  readonly name: string;
}

export interface SampleLegalBasis {
  readonly title: string;
  /** In words, such as 第32条; null when the source gives none. */
  readonly article: string | null;
}

export interface SampleTimeLimit {
  readonly appliesTo: 'INFORMATION' | 'RESULT';
  readonly days: number;
  readonly unit: 'WORKING_DAY' | 'CALENDAR_DAY';
}

export interface SampleItem {
  readonly id: string;
  /** Its own id, since every sample catalogue is a first edition. */
  readonly matterId: string;
  readonly code: string;
  readonly categoryCode: string;
  readonly title: string;
  readonly contentElements: readonly string[];
  readonly bases: readonly SampleLegalBasis[];
  readonly timeLimits: readonly SampleTimeLimit[];
  readonly publisher: string;
  readonly channels: readonly Channel[];
  readonly audience: 'WHOLE_SOCIETY' | 'SPECIFIC_GROUP';
  readonly method: 'PROACTIVE' | 'ON_REQUEST';
  readonly levels: readonly ('COUNTY' | 'TOWNSHIP')[];
  readonly isInForce: boolean;
  readonly provenance: string | null;
  readonly isMandatory: boolean;
  readonly firstDueFrom: CivilDate;
  readonly firstDueDays: number;
  readonly firstDueUnit: 'WORKING_DAY';
  readonly firstDueOn: CivilDate;
  readonly isFirstDueProvisional: boolean;
  readonly basedOnId: string | null;
  readonly isSample: boolean;
}

export interface SampleCatalogue {
  readonly id: string;
  readonly regionCode: string;
  readonly issuerId: string;
  readonly title: string;
  readonly edition: string;
  readonly status: 'APPROVED';
  readonly effectiveOn: CivilDate;
  /** The last day on which the counties filed theirs; null for a catalogue with nothing below. */
  readonly subordinatesFileBy: CivilDate | null;
  readonly basedOnId: string | null;
  readonly isSample: boolean;
  readonly steps: readonly SampleStep[];
  readonly items: readonly SampleItem[];
}

/** A step of a catalogue from draft to approval. */
export interface SampleStep {
  readonly status: 'DRAFT' | 'FILED' | 'APPROVED';
  readonly at: Date;
  /** An account such as `reviewer-1`, never a name. */
  readonly by: string;
}

export interface SampleWorkTask extends FoundTask {
  readonly id: string;
}

export interface SampleWorkPlan {
  readonly id: string;
  readonly regionCode: string;
  readonly issuerId: string;
  readonly title: string;
  readonly year: number;
  readonly basisDocumentNumber: string;
  readonly issuedOn: CivilDate;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly isSample: boolean;
  readonly tasks: readonly SampleWorkTask[];
}

/** What the catalogue subgraph loads; superiors stand before what refers to them. */
export interface CatalogueSample {
  /** The instant of the log's first entries. */
  readonly recordedAt: Date;
  readonly regions: readonly SampleRegion[];
  readonly institutions: readonly SampleInstitution[];
  readonly categories: readonly SampleCategory[];
  readonly catalogues: readonly SampleCatalogue[];
  readonly workPlans: readonly SampleWorkPlan[];
}

export type SampleInterpretationForm =
  'TEXT' | 'CHART' | 'IMAGE' | 'ANIMATION' | 'AUDIO_VIDEO' | 'PRESS_CONFERENCE' | 'EXPERT_INTERVIEW' | 'SCENE';

export interface SampleInterpretation {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly forms: readonly SampleInterpretationForm[];
  readonly channels: readonly Channel[];
  /** Null while its document is not published. */
  readonly publishedAt: Date | null;
  readonly isSample: boolean;
}

export interface SampleReviewPass {
  readonly pass: number;
  /** An account such as `reviewer-1`, never a name. */
  readonly signedBy: string;
  readonly signedAt: Date;
}

/** A document; every one in the sample is to be disclosed proactively. */
export interface SampleDocument {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** In its normal form. */
  readonly documentNumber: string | null;
  readonly indexNumber: string | null;
  readonly issuerId: string;
  readonly regionCode: string;
  readonly attribute: 'PROACTIVE';
  readonly isPolicy: boolean;
  /** APPROVED ones wait for one `publishDocument`; the others went through the log. */
  readonly status: 'APPROVED' | 'PUBLISHED' | 'WITHDRAWN';
  readonly validity: 'IN_FORCE' | 'AMENDED' | 'REPEALED' | 'EXPIRED';
  readonly issuedOn: CivilDate;
  /** Null for APPROVED only. */
  readonly publishedAt: Date | null;
  /** Set for WITHDRAWN only, as are the reason and the note. */
  readonly withdrawnAt: Date | null;
  readonly withdrawalReason: 'SUPERSEDED' | 'PUBLISHED_IN_ERROR' | null;
  readonly withdrawalNote: string | null;
  readonly superiorId: string | null;
  readonly catalogueItemIds: readonly string[];
  readonly draftedBy: string;
  readonly draftedAt: Date;
  readonly provenance: string | null;
  readonly isSample: boolean;
  readonly reviewPasses: readonly SampleReviewPass[];
  readonly interpretations: readonly SampleInterpretation[];
}

export interface SampleInterpretationTarget {
  readonly issuerId: string;
  readonly year: number;
  readonly regionCode: string;
  /** Decimal text between 0 and 1; null when the issuer set none. */
  readonly diversifiedRate: string | null;
  readonly multiChannelRate: string | null;
  readonly isSample: boolean;
}

/** What the documents subgraph loads; superiors stand before what refers to them. */
export interface DocumentsSample {
  readonly documents: readonly SampleDocument[];
  readonly targets: readonly SampleInterpretationTarget[];
}

export interface SamplePrice {
  /** To be the id of the price, should this row begin a new period. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly specification: string | null;
  readonly unit: string;
  readonly tier: string | null;
  readonly amount: Yuan | null;
  readonly amountUpTo: Yuan | null;
  readonly amountText: string | null;
  readonly mode: 'GOVERNMENT_GUIDED' | 'MARKET_REGULATED';
  readonly insuranceClass: '甲' | '乙' | '丙' | null;
  readonly ceiling: Yuan | null;
  readonly note: string | null;
  readonly isSample: boolean;
}

export interface SamplePriceList {
  readonly id: string;
  readonly institution: SampleInstitution;
  readonly kind: 'SERVICE' | 'DRUG' | 'CONSUMABLE';
  readonly title: string;
  readonly effectiveOn: CivilDate;
  readonly publishedAt: Date;
  /** The catalogue items that the list falls under, for its log entry. */
  readonly catalogueItemIds: readonly string[];
  readonly isSample: boolean;
  /** The whole list, also where a row is as it was in the list before. */
  readonly prices: readonly SamplePrice[];
}

/** What the pricing subgraph loads: lists in the order of publication; a later one of the same institution and kind replaces the earlier. */
export interface PricingSample {
  readonly lists: readonly SamplePriceList[];
}

export interface SampleOpinionResponse {
  readonly id: string;
  readonly body: string;
  readonly channels: readonly Channel[];
  readonly publishedAt: Date;
  readonly respondedBy: string;
  /** The catalogue items that the answer falls under, for its log entry. */
  readonly catalogueItemIds: readonly string[];
  readonly isSample: boolean;
}

/** An opinion event; deadlines are for the rules to work out. */
export interface SampleOpinionEvent {
  readonly id: string;
  readonly regionCode: string;
  readonly title: string;
  /** For staff only. */
  readonly summary: string;
  readonly source: 'HOTLINE_12345' | 'LEADER_MAILBOX' | 'WEBSITE_MESSAGE' | 'WEIBO' | 'WECHAT' | 'NEWS_MEDIA' | 'OTHER';
  readonly severity: 'EMERGENCY' | 'MAJOR' | 'ORDINARY';
  readonly status: 'OPEN' | 'RESPONDED' | 'CLOSED';
  readonly detectedAt: Date;
  readonly verificationAsked: boolean;
  readonly responsibleId: string;
  readonly closedAt: Date | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly isSample: boolean;
  /** Oldest first; none for OPEN. */
  readonly responses: readonly SampleOpinionResponse[];
}

/** What the sentiment subgraph loads. */
export interface SentimentSample {
  readonly events: readonly SampleOpinionEvent[];
}
