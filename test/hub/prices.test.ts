import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvLine } from '../../core/csv-line.ts';
import { PLACEMENTS, type TestHub } from '../support/hubs.ts';
import { gb18030 } from '../support/opened.ts';

const clock = { now: () => new Date('2026-11-24T02:00:00.000Z') };
const REGION = '140500';
const HOSPITAL = '13dda168-35a8-845d-8ff4-c58640bd29a9';
const HEAD = ['项目编码', '项目名称', '项目内涵', '计价单位', '等级', '价格', '价格形式', '最高限价', '说明'];
/** Lines as a hospital has them: leading zeros, four places, a range, words, a surcharge, quotes, a line that looks like a formula. */
const LINES = [
  ['001102000010000', '普通门诊诊查费', '含“诊查”、"挂号"', '次', '', '12.1265', '政府指导价', '15.5', '=1+1'],
  ['110700001', '院际会诊', '', '次', '', '200', '市场调节价', '', ''],
  ['110700001-1', '院际会诊加收', '', '次', '', '加收30%', '市场调节价', '', ''],
  ['120100003', '一级护理', '', '日', '三级', '100-300', '市场调节价', '', ''],
  ['120100005', '特级护理（㐀区）', '', '日', '', '医院自主确定', '市场调节价', '', '-'],
];

const PATIENT = `query ($text: String!, $region: ID!) {
  searchPrices(text: $text, region: $region, first: 1) { edges { node {
    code name units institutions
    comparison { count median }
    offers(first: 3) { amount amountUpTo amountText unit effectiveOn institution { id name region { code } } } } } }
}`;
const CHANGES = `subscription ($after: Cursor) { priceChanges(after: $after, region: "140500") {
  code name amountBefore amountAfter changePercent effectiveOn institution { id } } }`;
const DISCLOSURES = `subscription ($after: Cursor) { disclosures(after: $after, filter: { regions: ["140500"] }) {
  kind subject priceList { rows institution { id } } } }`;

const LOG = `query ($after: Cursor) {
  changes(after: $after, first: 100, filter: { subjects: [PRICE_LIST, PRICE] }) { nodes { subject payload } } }`;
const LISTED = `query ($id: ID!, $on: Date) { institution(id: $id) { prices(kind: SERVICE, on: $on, first: 100) {
  edges { node { code amount amountUpTo amountText note } } } } }`;

interface Report {
  readonly outcome: string;
  readonly list: { readonly changes: unknown } | null;
  readonly counts: unknown;
  readonly findings: readonly {
    readonly severity: string;
    readonly code: string;
    readonly row: number;
    readonly column: string;
  }[];
}

describe.each(PLACEMENTS)('the prices of a hospital in the $placement hub', ({ isAvailable, start }) => {
  let hub: TestHub;
  let publisher: string;
  beforeAll(async () => {
    if (!isAvailable) return;
    hub = await start(clock);
    publisher = await hub.token('PUBLISHER', REGION);
  }, 120_000);
  afterAll(async () => {
    if (isAvailable) await hub.close();
  });

  const at = (path: string) => hub.url.replace('/graphql', path);
  const head = async () =>
    ((await hub.ask('{ changes(first: 1) { head } }')).data as { changes: { head: string } }).changes.head;
  const send = async (lines: string | readonly (readonly string[])[], effectiveOn: string) => {
    const text = typeof lines === 'string' ? lines : [HEAD, ...lines].map((line) => csvLine(line)).join('');
    const query = new URLSearchParams({ institution: HOSPITAL, kind: 'SERVICE', effectiveOn, name: '价目表.csv' });
    const answer = await fetch(at(`/imports/prices?${query.toString()}`), {
      method: 'POST',
      body: new Uint8Array(gb18030(text.replace('\uFEFF', ''))),
      headers: { authorization: `Bearer ${publisher}`, 'accept-language': 'en' },
    });
    return { status: answer.status, report: (await answer.json()) as Report };
  };
  const exported = async (on: string, more = '') => {
    const answer = await fetch(at(`/exports/prices?institution=${HOSPITAL}&kind=SERVICE&on=${on}${more}`));
    expect(answer.status).toBe(200);
    return { etag: answer.headers.get('etag') ?? '', text: await answer.text() };
  };

  it.skipIf(!isAvailable)('come in from a file in GB18030, as GraphQL and an export show them', async () => {
    const { status, report } = await send(LINES, '2026-12-01');
    expect(report).toMatchObject({ outcome: 'published', prices: 5, errors: 0, list: { rows: 5 } });
    expect(report.counts).toEqual([{ code: 'LIST_SHRANK', severity: 'WARNING', count: 1 }]);
    expect(status).toBe(200);
    expect(await listed('2026-12-01')).toEqual([
      { code: '001102000010000', amount: '12.1265', amountUpTo: null, amountText: null, note: '=1+1' },
      { code: '110700001', amount: '200', amountUpTo: null, amountText: null, note: null },
      { code: '110700001-1', amount: null, amountUpTo: null, amountText: '加收30%', note: null },
      { code: '120100003', amount: '100', amountUpTo: '300', amountText: '100-300', note: null },
      { code: '120100005', amount: null, amountUpTo: null, amountText: '医院自主确定', note: '-' },
    ]);
    const { etag, text } = await exported('2026-12-01');
    const half = Buffer.from(text).subarray(301).toString();
    expect((await exported('2026-12-01', `&offset=301&state=${encodeURIComponent(etag)}`)).text).toBe(half);
    const back = await send((await exported('2026-12-01', '&format=csv')).text, '2026-12-02');
    expect(back.report.list?.changes).toEqual({ appeared: 0, changed: 0, ended: 0 });
    expect(back.report.findings).toEqual([]);
  });

  it.skipIf(!isAvailable)('tell their changes to who follows them, and nothing of first appearances', async () => {
    const after = await head();
    const [first = [], ...others] = LINES;
    const dearer = first.with(5, '13.5');
    const another = ['310100001', '脑电图', '', '次', '', '90', '市场调节价', '', ''];
    const [followed, { report }] = await Promise.all([
      follow(CHANGES, after),
      send([dearer, another, ...others], '2026-12-05'),
    ]);
    expect(report.list?.changes).toEqual({ appeared: 1, changed: 1, ended: 0 });
    expect(followed['priceChanges']).toEqual({
      ...{ code: '001102000010000', name: '普通门诊诊查费', amountBefore: '12.1265', amountAfter: '13.5' },
      ...{ changePercent: 11.33, effectiveOn: '2026-12-05', institution: { id: HOSPITAL } },
    });
    expect((await follow(DISCLOSURES, after))['disclosures']).toEqual({
      ...{ kind: 'PUBLISHED', subject: 'PRICE_LIST', priceList: { rows: 6, institution: { id: HOSPITAL } } },
    });
    const told = await hub.ask(LOG, { after });
    const { nodes } = (told.data as { changes: { nodes: readonly { subject: string; payload: object }[] } }).changes;
    expect(nodes).toMatchObject([
      { subject: 'PRICE_LIST', payload: { institution: HOSPITAL, rows: 6 } },
      { subject: 'PRICE', payload: { code: '001102000010000', amountBefore: '12.1265', amountAfter: '13.5' } },
    ]);
  });

  it.skipIf(!isAvailable)('are given by periods to who keeps a copy, compressed on the way', async () => {
    const lists = `{ institution(id: "${HOSPITAL}") { priceLists(kind: SERVICE) { id effectiveOn } } }`;
    const { data } = await hub.ask(lists);
    const [last] = (data as { institution: { priceLists: { id: string; effectiveOn: string }[] } }).institution
      .priceLists;
    const answer = await fetch(at(`/exports/price-periods?list=${last?.id ?? ''}`));
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, 'gzip']);
    const lines = (await answer.text()).trimEnd().split('\n');
    expect(lines.at(0)).toContain(`{"list":{"id":"${last?.id ?? ''}","institution":"${HOSPITAL}"`);
    expect(lines.filter((one) => one.includes(`"endedOn":"${last?.effectiveOn ?? ''}"`))).toHaveLength(1);
    expect(lines.at(-1)).toBe(`{"end":{"count":${String(lines.length - 2)},"replacedBy":null}}`);
    expect((await fetch(at('/exports/price-periods?list=none'))).status).toBe(404);
  });

  it.skipIf(!isAvailable)('stay as they are when a list is refused, every fault told by its cell', async () => {
    const [before, at] = [await exported('2026-12-20'), await head()];
    const broken = LINES.map((line, index) =>
      (index === 1 ? line.with(5, '-200') : line).with(3, index === 3 ? '' : '次'),
    );
    const { status, report } = await send(broken, '2026-12-10');
    expect([status, report.outcome, report.list]).toEqual([422, 'refused', null]);
    const errors = report.findings.filter(({ severity }) => severity === 'ERROR');
    expect(errors.map(({ code, column, row }) => [code, `${column}${String(row)}`])).toEqual([
      ['AMOUNT_NEGATIVE', 'F3'],
      ['UNIT_MISSING', 'D5'],
    ]);
    expect(await exported('2026-12-20')).toEqual(before);
    expect(await head()).toBe(at);
  });

  it.skipIf(!isAvailable)('answer what something costs near a patient, in one request', async () => {
    const answer = await hub.ask(PATIENT, { text: '血细胞　分析', region: '140521' });
    expect(answer.errors).toBeUndefined();
    const { edges } = (answer.data as { searchPrices: { edges: readonly { node: FoundItem }[] } }).searchPrices;
    expect(edges.map(({ node }) => node)).toMatchObject([
      { code: '250101001', units: ['项'], comparison: { count: 1 } },
    ]);
    expect(edges[0]?.node.offers.map(({ institution }) => institution.region.code)).toEqual([
      '140521',
      '140525',
      '140524',
    ]);
  });

  async function listed(on: string): Promise<unknown> {
    const { data, errors } = await hub.ask(LISTED, { id: HOSPITAL, on });
    expect(errors).toBeUndefined();
    const { edges } = (data as { institution: { prices: { edges: readonly { node: unknown }[] } } }).institution.prices;
    return edges.map(({ node }) => node);
  }

  /** The first event behind a cursor, as it is sent to a reader of server-sent events. */
  async function follow(subscription: string, after: string): Promise<Record<string, unknown>> {
    const gone = new AbortController();
    const variables = JSON.stringify({ after });
    const query = new URLSearchParams({ query: subscription, variables });
    const headers = { accept: 'text/event-stream' };
    const answer = await fetch(`${hub.url}?${query.toString()}`, { headers, signal: gone.signal });
    let text = '';
    for await (const bytes of answer.body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(bytes).toString('utf8');
      const event = /^data: ?(\{"data".*)\n/m.exec(text)?.[1];
      if (event === undefined) continue;
      setImmediate(() => {
        gone.abort();
      });
      return (JSON.parse(event) as { data: Record<string, unknown> }).data;
    }
    throw new Error('Expected an event, got the end of the stream');
  }
});

interface FoundItem {
  readonly offers: readonly { readonly institution: { readonly region: { readonly code: string } } }[];
}
