import { OperationTypeNode, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../core/clock.ts';
import { openLog, type Log } from '../../feed/log.ts';
import type { Database } from '../../prisma/storage/database.ts';
import { catalogue } from '../../subgraphs/catalogue/index.ts';
import { documents as documentsSubgraph } from '../../subgraphs/documents/index.ts';
import { loadSample } from '../../subgraphs/index.ts';
import { openMigratedMemory } from '../support/databases.ts';
import { catalogues, documents, events, institutions, items, lists, regions, responses } from './records.ts';
import { CONFIGURED } from '../support/configured.ts';

let database: Database;
let log: Log;

beforeAll(async () => {
  database = await openMigratedMemory();
  log = await openLog({ database, hub: { name: 'Sample', regionCode: '140500' }, clock: systemClock });
  await loadSample(database.pool, log);
});

afterAll(async () => {
  await log.close();
  await database.close();
});

interface Supervision {
  readonly byRegion: readonly object[];
  readonly byUnit: { readonly edges: readonly { readonly node: { readonly unit: string } }[] };
}

/** How many rows a query groups under each name. */
async function counted(query: string): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<{ name: string; n: number }>(query);
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

const ENTRIES = `select subject || ' ' || kind as name, count(*)::int as n from feed.entry group by 1`;

describe('loading the sample', () => {
  it('tells the log of everything that is public, and of nothing that waits', async () => {
    const withdrawn = documents.filter((document) => document.status === 'WITHDRAWN');
    expect(await counted(ENTRIES)).toMatchObject({
      'REGION PUBLISHED': regions.length,
      'INSTITUTION PUBLISHED': institutions.length,
      'CATALOGUE PUBLISHED': catalogues.length,
      'DOCUMENT PUBLISHED': documents.length - 3,
      'DOCUMENT WITHDRAWN': withdrawn.length,
      'PRICE_LIST PUBLISHED': lists.length,
      'OPINION_EVENT PUBLISHED': events.length,
      'OPINION_RESPONSE PUBLISHED': responses.length,
    });
  });

  it('keeps every column of the items', async () => {
    const one = items.find((item) => item.code === '0401' && item.basedOnId !== null);
    const { rows } = await database.pool.query<{ item: object }>(
      `select to_jsonb(i) as item from catalogue.catalogue_item i where id = $1`,
      [one?.id],
    );
    expect(rows[0]?.item).toEqual({
      id: one?.id,
      matter_id: one?.id,
      catalogue_id: catalogues.find((each) => each.items.some((item) => item.id === one?.id))?.id,
      code: '0401',
      category_code: one?.categoryCode,
      title: one?.title,
      content_elements: one?.contentElements,
      publisher: one?.publisher,
      channels: one?.channels,
      audience: one?.audience,
      method: one?.method,
      levels: one?.levels,
      is_in_force: false,
      is_mandatory: true,
      stage: null,
      moved_to: null,
      provenance: one?.provenance,
      first_due_from: '2020-11-01',
      first_due_days: 20,
      first_due_unit: 'WORKING_DAY',
      first_due_on: one?.firstDueOn,
      is_first_due_provisional: false,
      based_on_id: one?.basedOnId,
      is_sample: true,
    });
  });

  it('keeps the work plan of 中卫市, whose waiting tasks are overdue for nobody', async () => {
    const running = catalogue.start({ database, log, clock: systemClock, ...CONFIGURED });
    const text = `{ supervision(region: "640000", on: "2026-11-01") { byRegion { overdueTasks waitingTasks openTasks }
      byUnit(first: 100) { totalCount edges { node { unit overdue waiting } } } } }`;
    const viewer = {
      subject: 'operator-1',
      role: 'OPERATOR',
      institution: null,
      regions: ['640000'],
      expiresAt: 0,
    } as const;
    const scope = { viewer, locale: 'en', requestId: 'test' } as const;
    const document = parse(text);
    const answer = await running.execute({ document, text, operation: OperationTypeNode.QUERY, variables: {}, scope });
    await running.close();
    const { supervision } = (answer as { data: { supervision: Supervision } }).data;
    expect(supervision.byRegion).toEqual([{ overdueTasks: 29, waitingTasks: 3, openTasks: 0 }]);
    const offices = supervision.byUnit.edges.filter(({ node }) => node.unit.endsWith('办公室'));
    expect(offices.map(({ node }) => node)).toEqual([{ unit: '局办公室', overdue: 15, waiting: 1 }]);
  });

  it('loads once, however often it is asked for', async () => {
    const before = await counted(ENTRIES);
    await loadSample(database.pool, log);
    expect(await counted(ENTRIES)).toEqual(before);
  });

  it('puts what was published under the items of the catalogues, without loose ends', async () => {
    const running = catalogue.start({ database, log, clock: systemClock, ...CONFIGURED });
    await running.followers.level();
    await running.close();
    const links = documents
      .filter((document) => document.publishedAt !== null)
      .reduce((sum, document) => sum + document.catalogueItemIds.length, 0);
    const linksOf = (many: readonly { readonly catalogueItemIds: readonly string[] }[]) =>
      many.reduce((sum, one) => sum + one.catalogueItemIds.length, 0);
    expect(
      await counted(`select kind::text as name, count(*)::int as n from catalogue.disclosed_period
        join catalogue.disclosure on id = disclosure_id group by 1`),
    ).toEqual({ DOCUMENT: links, PRICE_LIST: linksOf(lists), RESPONSE: linksOf(responses) });
  });

  it('leaves three documents that one call each publishes', async () => {
    const running = documentsSubgraph.start({ database, log, clock: systemClock, ...CONFIGURED });
    await running.followers.level();
    const text = `mutation ($id: ID!) { publishDocument(id: $id) { __typename ... on Document { status interpretations { id } } } }`;
    const document = parse(text);
    const waiting = documents.filter((one) => one.status === 'APPROVED');
    const answers = [];
    for (const { id, regionCode } of waiting) {
      const viewer = {
        subject: 'publisher-1',
        role: 'PUBLISHER',
        institution: null,
        regions: [regionCode],
        expiresAt: 0,
      } as const;
      const scope = { viewer, locale: 'en', requestId: 'test' } as const;
      const operation = OperationTypeNode.MUTATION;
      answers.push(await running.execute({ document, text, operation, variables: { id }, scope }));
    }
    await running.close();
    const published = waiting.map(({ interpretations }) => ({
      __typename: 'Document',
      status: 'PUBLISHED',
      interpretations: interpretations.map(({ id }) => ({ id })),
    }));
    expect(answers).toEqual(published.map((publishDocument) => ({ data: { publishDocument } })));
  });
});
