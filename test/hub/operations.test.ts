import { readFile } from 'node:fs/promises';
import { Kind, parse, print, type OperationDefinitionNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLACEMENTS, type TestHub } from '../support/hubs.ts';

/** One operation of the files, as text, without the others. */
async function operation(file: string, name: string): Promise<string> {
  const text = await readFile(new URL(`../contract/operations/${file}.graphql`, import.meta.url), 'utf8');
  const found = parse(text).definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === name,
  );
  if (found === undefined) throw new Error(`Expected an operation ${name} in ${file}.graphql`);
  return print(found);
}

const QUERIES = [
  ['dashboard', 'CountyCoverage', { region: '140521' }, 'region'],
  ['dashboard', 'CatalogueWithLinks', { region: '140521', first: 50 }, 'catalogue'],
  ['dashboard', 'Documents', { filter: { region: '140500' }, first: 10 }, 'documents'],
  ['dashboard', 'InterpretationPerformance', { region: '140428', year: 2021 }, 'interpretationPerformance'],
  ['dashboard', 'ComparePrices', { code: '220301001', region: '140500' }, 'priceComparison'],
  [
    'dashboard',
    'ResponsePerformance',
    { region: '140500', from: '2026-01-01', to: '2026-10-31' },
    'responsePerformance',
  ],
  ['dashboard', 'CountyScreen', { region: '140500' }, 'region'],
  ['aggregator', 'Changes', { after: null, first: 1000 }, 'changes'],
] as const;

/** Leaves out what differs from hub to hub: cursors, and the hub's own id and name. */
function comparable(data: unknown): unknown {
  const perHub = ['cursor', 'endCursor', 'head', 'hub', 'origin'];
  return JSON.parse(
    JSON.stringify(data, (key, value: unknown) =>
      perHub.includes(key) ? undefined : key === 'id' ? String(value) : value,
    ),
  );
}

const answers = new Map<string, unknown>();

describe.each(PLACEMENTS)('the $placement hub', ({ placement, isAvailable, start }) => {
  let hub: TestHub;
  beforeAll(async () => {
    if (isAvailable) hub = await start();
  }, 120_000);
  afterAll(async () => {
    if (isAvailable) await hub.close();
  });

  it.skipIf(!isAvailable).each(QUERIES)('answers %s: %s verbatim', async (file, name, variables, field) => {
    const answer = await hub.ask(await operation(file, name), variables);
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.[field]).toBeTruthy();
    const answered = comparable(name === 'Changes' ? Object.keys(answer.data ?? {}) : answer.data);
    const other = answers.get(name);
    if (other === undefined) answers.set(name, answered);
    else expect(answered, `${placement} answers as the other placement`).toEqual(other);
  });

  it.skipIf(!isAvailable)('answers the prices of a hospital found in a region', async () => {
    const found = await hub.ask(
      '{ region(code: "140500") { institutions(kind: HOSPITAL, first: 1) { edges { node { id } } } } }',
    );
    const { region } = found.data as { region: { institutions: { edges: { node: { id: string } }[] } } };
    const institution = region.institutions.edges[0]?.node.id;
    const answer = await hub.ask(await operation('dashboard', 'HospitalPrices'), {
      institution,
      kind: 'SERVICE',
      first: 20,
    });
    expect(answer.errors).toBeUndefined();
    const data = answer.data as {
      institution: { priceLists: unknown[]; prices: { totalCount: number; edges: unknown[] } };
    };
    expect(data.institution.priceLists.length).toBeGreaterThan(0);
    expect(data.institution.prices.edges.length).toBeGreaterThan(0);
  });

  it.skipIf(!isAvailable)(
    'answers digests at the head of the log: every region of the country is in them',
    async () => {
      const head = await hub.ask('{ changes(first: 1) { head } }');
      const at = (head.data as { changes: { head: string } }).changes.head;
      const answer = await hub.ask(await operation('aggregator', 'Digests'), { at, region: null });
      expect(answer.errors).toBeUndefined();
      const digests = (answer.data as { digests: { subject: string; count: number }[] }).digests;
      expect(digests.find(({ subject }) => subject === 'REGION')?.count).toBe(3348);
    },
  );
});
