import { createHash } from 'node:crypto';
import type { NewEntry } from '../../../core/change.ts';
import type { Viewer } from '../../../core/viewer.ts';
import { institutionPublished, regionPublished } from '../../../subgraphs/catalogue/events/region.ts';
import { openClient } from '../../../subgraphs/catalogue/store/database.ts';
import { CITY_REVIEWER, codesOf, editionCalls } from './edition-calls.ts';
import { staff, type Answered, type ServedCatalogue } from './serve-catalogue.ts';

const PUBLISHER = staff('PUBLISHER', '140500');

/** The id of the disclosure that follows a document. */
export const followedId = (document: string) =>
  createHash('sha256').update(`DOCUMENT ${document}`).digest('hex').slice(0, 32);

/** What a hub made public by its own commands, and what of it a test speaks of. */
export interface Told {
  readonly duties: Readonly<Record<'met' | 'owed' | 'result', string>>;
  readonly withdrawnLink: string;
  readonly standingLink: string;
  readonly notice: string;
  /** Items of the city's edition in force, in the order of their codes. */
  readonly items: readonly string[];
}

/** Lets a hub make something of everything public that the catalogue has. */
export async function tellEverything(served: ServedCatalogue): Promise<Told> {
  await tellPlaces(served);
  const { derive, file, approve, cityEdition } = editionCalls(() => served);
  await cityEdition('2025', ['一', '二', '三', '四', '五']);
  const county = await derive('140521', '2025', staff('EDITOR', '140521'));
  await file(county.id, staff('EDITOR', '140521'));
  await approve(county.id, CITY_REVIEWER);
  at(served, '2026-11-25');
  await cityEdition('2026', ['六']);
  const items = await itemsInForce(served);
  const links = await tellLinks(served, items);
  await tellDocuments(served, items);
  const duties = await tellDuties(served, items);
  at(served, '2027-01-10');
  const notice = await tellNotices(served, items);
  return { ...links, duties, notice, items };
}

const at = (served: ServedCatalogue, day: string) => (served.clock.at = new Date(`${day}T02:00:00.000Z`));

async function tellPlaces(served: ServedCatalogue): Promise<void> {
  const db = openClient(served.database.pool);
  const regions = await db.region.findMany();
  const institutions = await db.institution.findMany();
  await db.$disconnect();
  const { at: now } = served.clock;
  await served.tell(
    ...regions.map((region) => regionPublished(region, now)),
    ...institutions.map((institution) => institutionPublished(institution, now)),
  );
}

async function done(answered: Promise<Answered>): Promise<Answered> {
  const made = await answered;
  if (made.refusals !== undefined) throw new Error(`Refused: ${String(codesOf(made))}`);
  return made;
}

const calling =
  (served: ServedCatalogue, viewer: Viewer = PUBLISHER) =>
  (mutation: string, type: string) =>
    done(served.call(mutation, `... on ${type} { id }`, viewer));

async function itemsInForce(served: ServedCatalogue): Promise<string[]> {
  const answer = await served.ask('{ catalogue(region: "140500") { items(first: 20) { edges { node { id } } } } }');
  const { catalogue } = answer.data as { catalogue: { items: { edges: { node: { id: string } }[] } } };
  return catalogue.items.edges.map(({ node }) => node.id);
}

async function tellLinks(served: ServedCatalogue, items: readonly string[]) {
  const call = calling(served);
  const link = (index: number) =>
    call(
      `discloseLink(input: { items: ["${String(items[index])}"], title: "办事指南", url: "https://www.example.gov.cn/" })`,
      'Disclosure',
    );
  const withdrawn = await link(0);
  at(served, '2026-11-26');
  await call(`withdrawLink(id: "${withdrawn.id}", reason: PUBLISHED_IN_ERROR, note: "发布有误")`, 'Disclosure');
  // Of an item that nothing stands under any more a snapshot does not tell that something did.
  await link(0);
  const standing = await link(1);
  await copies(
    served,
    standing.id,
    '{ channel: GOVERNMENT_WEBSITE, text: "甲" }, { channel: NOTICE_BOARD, text: "乙" }',
  );
  const mended = await link(2);
  await copies(served, mended.id, '{ channel: GOVERNMENT_WEBSITE, text: "甲" }, { channel: OTHER, text: "乙" }');
  at(served, '2026-11-27');
  await copies(served, mended.id, '{ channel: OTHER, text: "甲", url: "https://www.example.gov.cn/2" }');
  return { withdrawnLink: withdrawn.id, standingLink: standing.id };
}

const copies = (served: ServedCatalogue, id: string, given: string) =>
  calling(served)(`recordChannelCopies(input: { disclosure: "${id}", copies: [${given}] })`, 'Disclosure');

/** An entry of a document, as the documents tell of it. */
export function documentEntry(kind: NewEntry['kind'], id: string, day: string, items: readonly string[]): NewEntry {
  return {
    ...{ kind, subject: 'DOCUMENT', subjectId: id, occurredAt: new Date(`${day}T02:00:00.000Z`) },
    ...{ regionCode: '140500', publisherId: 'authority-140500', catalogueItemIds: items },
    payload:
      kind === 'WITHDRAWN'
        ? { reason: 'PUBLISHED_IN_ERROR', note: null }
        : { title: `通知 ${id}`, publishedAt: `${day}T02:00:00.000Z` },
  };
}

async function tellDocuments(served: ServedCatalogue, items: readonly string[]): Promise<void> {
  at(served, '2026-11-28');
  for (const id of ['standing', 'gone']) {
    await served.tell(documentEntry('PUBLISHED', id, '2026-11-28', items.slice(3, 4)));
    await copies(served, followedId(id), '{ channel: GOVERNMENT_WEBSITE, text: "甲" }, { channel: OTHER, text: "乙" }');
  }
  await served.tell(documentEntry('WITHDRAWN', 'gone', '2026-11-28', []));
}

async function tellDuties(served: ServedCatalogue, items: readonly string[]) {
  const call = calling(served);
  const duty = async (index: number, appliesTo: string) => {
    const item = String(items[index]);
    const input = `item: "${item}", title: "许可结果", appliesTo: ${appliesTo}, arisenOn: "2026-11-29"`;
    return (await call(`recordDisclosureDuty(input: { ${input} })`, 'DisclosureDuty')).id;
  };
  at(served, '2026-11-30');
  const duties = {
    met: await duty(4, 'INFORMATION'),
    owed: await duty(3, 'INFORMATION'),
    result: await duty(1, 'RESULT'),
  };
  const error = await duty(2, 'RESULT');
  await call(`withdrawDisclosureDuty(id: "${error}", note: "误录")`, 'DisclosureDuty');
  // Met by following the document, and owed again by following its withdrawal.
  at(served, '2026-12-01');
  await served.tell(documentEntry('PUBLISHED', 'meeting', '2026-12-01', items.slice(4, 5)));
  await served.tell(documentEntry('PUBLISHED', 'passing', '2026-12-01', items.slice(3, 4)));
  await served.tell(documentEntry('WITHDRAWN', 'passing', '2026-12-02', []));
  return duties;
}

async function tellNotices(served: ServedCatalogue, items: readonly string[]): Promise<string> {
  const call = calling(served, staff('REVIEWER', '140000'));
  const issue = async (index: number) => {
    const input = `region: "140500", items: ["${String(items[index])}"], body: "限期整改", rectifyBy: "2027-02-01"`;
    return (await call(`issueFailureNotice(input: { ${input} })`, 'FailureNotice')).id;
  };
  const standing = await issue(5);
  await call(`withdrawFailureNotice(id: "${await issue(1)}", note: "误发")`, 'FailureNotice');
  return standing;
}

const DEADLINE = '{ on provisional from days unit }';
const DISCLOSURE = `{ id kind title publishedAt url publisher { id name } conflictSince
  copies { channel url sha256 recordedAt } }`;
const DUTIES = `duties(first: 20) { totalCount edges { node { id title appliesTo arisenOn dueOn isOverdue dischargedAt
  isSample deadline ${DEADLINE} dischargedBy ${DISCLOSURE} item { id } } } }`;
const ITEM = `{ id code category { code name } title contentElements bases { title article }
  timeLimits { appliesTo days unit } publisher channels audience method levels basedOn { id } stage isMandatory movedTo
  isInForce provenance firstDueOn firstDue ${DEADLINE} status hasChannelConflict
  disclosures(first: 20) { totalCount edges { node ${DISCLOSURE} } } ${DUTIES} }`;

/** Everything that the catalogue serves to the public. */
export const EVERYTHING = `{
  region(code: "140521") { code name level isPseudo parent { code parent { code } } coverage { items disclosed rate }
    institutions { edges { node { id name kind hospitalGrade isSample region { code } } } } }
  coverage { items disclosed overdue missing notDue rate categories { category { code name } items disclosed }
    regions { region { name } items disclosed overdue missing notDue } }
  catalogues(region: "140000", first: 20) { totalCount edges { node { id title edition status region { code }
    issuer { id name } basedOn { id } isSample effectiveOn effectiveUntil subordinatesFileBy
    lacks { kind expected { id } item { id } columns { column } } items(first: 50) { edges { node ${ITEM} } } } } }
  channelConflicts(region: "140000") { totalCount edges { node ${DISCLOSURE} } }
  failureNotices(region: "140000") { totalCount edges { node { id region { code } superior { code } issuer { id } body
    rectifyBy issuedAt withdrawnAt withdrawalNote isSample isRectified isOverdue
    items { item { id code title } status statusNow } } } } }`;
