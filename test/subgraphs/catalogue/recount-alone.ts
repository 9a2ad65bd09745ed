/** A process of its own that publishes 2027 over the fixture's deadlines and prints where each stands then. */
import { openMigratedMemory } from '../../support/databases.ts';
import { serveCalendar, standing, writeCatalogues, YEAR_2027 } from './calendar-fixture.ts';
import { CATALOGUES, DUTIES, ITEMS } from './open-deadlines.ts';

const served = await serveCalendar(await openMigratedMemory());
await writeCatalogues(served, CATALOGUES, ITEMS, DUTIES);
await served.publish(YEAR_2027);
const text = `{ _entities(representations: [{ __typename: "CatalogueItem", id: "moved" }]) {
  ... on CatalogueItem { firstDue { on from days unit provisional trace { on counted why } } } } }`;
const { data } = await served.ask(text);
const [item] = (data as { _entities: { firstDue: object }[] })._entities;
console.log(JSON.stringify({ stands: await standing(served), firstDue: item?.firstDue }));
await served.close();
