import {
  catalogueSampleData,
  documentsSampleData,
  pricingSampleData,
  sentimentSampleData,
} from '../../prisma/sample/sample.ts';

/** The whole sample, and its parts as flat lists. */
export const { regions, institutions, categories, catalogues, workPlans } = catalogueSampleData();
export const items = catalogues.flatMap((catalogue) => catalogue.items);
export const tasks = workPlans.flatMap((plan) => plan.tasks);
export const { documents, targets } = documentsSampleData();
export const interpretations = documents.flatMap((document) => document.interpretations);
export const { lists } = pricingSampleData();
export const prices = lists.flatMap((list) => list.prices);
export const { events } = sentimentSampleData();
export const responses = events.flatMap((event) => event.responses);
