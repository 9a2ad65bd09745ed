import type { CatalogueSample, DocumentsSample, PricingSample, SentimentSample } from './shapes.ts';

/** What the catalogue subgraph loads at first start. */
export function catalogueSampleData(): CatalogueSample {
  return {
    recordedAt: new Date('2026-10-01T00:00:00.000Z'),
    regions: [],
    institutions: [],
    categories: [],
    catalogues: [],
  };
}

/** What the documents subgraph loads at first start. */
export function documentsSampleData(): DocumentsSample {
  return { documents: [], targets: [] };
}

/** What the pricing subgraph loads at first start. */
export function pricingSampleData(): PricingSample {
  return { lists: [] };
}

/** What the sentiment subgraph loads at first start. */
export function sentimentSampleData(): SentimentSample {
  return { events: [] };
}
