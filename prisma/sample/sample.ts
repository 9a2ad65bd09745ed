import { catalogues } from './catalogues.ts';
import { countyDocuments } from './county-documents.ts';
import { foundCatalogue, foundRegions } from './found.ts';
import { foundPriceLists } from './found-price-lists.ts';
import { hospitalPriceLists } from './hospital-price-lists.ts';
import { institutions } from './institutions.ts';
import { interpretationTargets, notices } from './notices.ts';
import { opinionEvents } from './opinion-events.ts';
import type { CatalogueSample, DocumentsSample, PricingSample, SampleRegion, SentimentSample } from './shapes.ts';
import { waitingDocuments } from './waiting-documents.ts';
import { workPlans } from './work-plans.ts';

/** What the catalogue subgraph loads at first start. */
export function catalogueSampleData(): CatalogueSample {
  return {
    recordedAt: new Date('2020-07-19T16:00:00.000Z'),
    regions: foundRegions.map(regionOf),
    institutions,
    categories: foundCatalogue.categories,
    catalogues: catalogues(),
    workPlans: workPlans(),
  };
}

/** What the documents subgraph loads at first start. */
export function documentsSampleData(): DocumentsSample {
  return { documents: [...notices(), ...countyDocuments(), ...waitingDocuments()], targets: interpretationTargets };
}

/** What the pricing subgraph loads at first start. */
export function pricingSampleData(): PricingSample {
  const lists = [...foundPriceLists(), ...hospitalPriceLists()];
  return { lists: lists.sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime()) };
}

/** What the sentiment subgraph loads at first start. */
export function sentimentSampleData(): SentimentSample {
  return { events: opinionEvents() };
}

function regionOf({ code, name, parent, pseudo = false }: (typeof foundRegions)[number]): SampleRegion {
  const level = code.endsWith('0000') ? 'PROVINCE' : code.endsWith('00') ? 'PREFECTURE' : 'COUNTY';
  return { code, name, level, parentCode: parent, isPseudo: pseudo };
}
