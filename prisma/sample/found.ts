import type { Channel } from '../../core/channel.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import catalogueFile from './catalogue.json' with { type: 'json' };
import pricesFile from './prices.json' with { type: 'json' };
import regionsFile from './regions.json' with { type: 'json' };
import workPlanFile from './work-plan.json' with { type: 'json' };

/** A region of `regions.json`. */
export interface FoundRegion {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  /** Set for statistical placeholders only. */
  readonly pseudo?: boolean;
}

/** An item of `catalogue.json`. */
export interface FoundItem {
  readonly code: string;
  readonly category: string;
  readonly title: string;
  readonly contentElements: readonly string[];
  readonly bases: readonly { readonly title: string; readonly article: string | null }[];
  /** Working days within which information is disclosed. */
  readonly informationDays: number;
  /** Working days within which the results of single cases are disclosed; null when the item has none. */
  readonly resultDays: number | null;
  readonly publisher: string;
  readonly channels: readonly Channel[];
  readonly levels: readonly ('COUNTY' | 'TOWNSHIP')[];
  readonly isInForce: boolean;
  readonly provenance: string;
}

/** From when a catalogue holds, and until when a first disclosure is on time: its longest time limit later. */
export interface CatalogueTerm {
  readonly effectiveOn: CivilDate;
  readonly firstDueOn: CivilDate;
  readonly isFirstDueProvisional: boolean;
}

/** `catalogue.json`. */
export interface CatalogueFile {
  readonly terms: { readonly city: CatalogueTerm; readonly counties: CatalogueTerm };
  readonly categories: readonly { readonly code: string; readonly name: string }[];
  readonly items: readonly FoundItem[];
}

/** A task of `work-plan.json`, in the words of its source's facts. */
export interface FoundTask {
  readonly number: number;
  readonly section: string;
  readonly summary: string;
  /** Pseudonyms; the notice itself names persons, who are nowhere here. */
  readonly leaderRoles: readonly string[];
  readonly units: readonly { readonly name: string; readonly role: 'LEAD' | 'COOPERATING' }[];
  readonly dueOn: CivilDate;
  readonly dueText: string;
  readonly metric: FoundMetric | null;
  readonly prerequisite: string | null;
  readonly upstreamDocument: string | null;
  readonly filing: { readonly to: string; readonly dueOn: CivilDate } | null;
}

export interface FoundMetric {
  readonly name: string;
  readonly operator: 'AT_LEAST' | 'EXACTLY';
  readonly target: number;
  readonly unit: string | null;
  readonly period: string | null;
}

/** `work-plan.json`. */
export interface FoundWorkPlan {
  readonly issuer: string;
  readonly issuedOn: CivilDate;
  readonly basisDocumentNumber: string;
  readonly tasks: readonly FoundTask[];
}

/** A row of `prices.json`: the cells in the words of their source. */
export interface FoundPrice {
  readonly region: string;
  readonly document: string;
  readonly scope: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly tier: string;
  readonly price: string;
  readonly mode: string;
  readonly note: string;
  readonly source: string;
}

// The files are written by `make.ts` from these very types, and a test says when they are not.
export const foundRegions: readonly FoundRegion[] = regionsFile;
export const foundCatalogue = catalogueFile as unknown as CatalogueFile;
export const foundPrices: readonly FoundPrice[] = pricesFile;
export const foundWorkPlan = workPlanFile as unknown as FoundWorkPlan;
