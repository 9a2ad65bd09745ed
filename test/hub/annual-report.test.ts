import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLACEMENTS, type TestHub } from '../support/hubs.ts';

const clock = { now: () => new Date('2026-01-20T02:00:00.000Z') };
const REGION = '140521';
const HEADINGS = ['OVERVIEW', 'KEY_AREAS', 'PROBLEMS', 'PROPOSALS', 'MAIN_POINTS', 'OTHER_MATTERS'];
const INPUT = {
  texts: HEADINGS.map((heading) => ({ heading, text: `${heading} <b>正文</b>` })),
  entered: { permits: 12, penalties: 3, compulsoryMeasures: 0 },
  feesTenThousandYuan: '0',
};

describe.each(PLACEMENTS)('annual reports as files in the $placement hub', ({ isAvailable, start }) => {
  let hub: TestHub;
  let office: string;
  let publisher: string;
  beforeAll(async () => {
    if (!isAvailable) return;
    hub = await start(clock);
    publisher = await hub.token('PUBLISHER', REGION);
    const { data } = await hub.ask(`{ annualReports(region: "${REGION}", year: 2025) { office { id name } } }`);
    office = (data as { annualReports: { office: { id: string } }[] }).annualReports[0]?.office.id ?? '';
  }, 120_000);
  afterAll(async () => {
    if (isAvailable) await hub.close();
  });

  const file = (query: string, { token = '', language = 'zh' } = {}) =>
    fetch(hub.url.replace('/graphql', `/exports/annual-report?office=${office}&year=2025${query}`), {
      headers: { 'accept-language': language, ...(token === '' ? {} : { authorization: `Bearer ${token}` }) },
    });

  it.skipIf(!isAvailable)('are for staff until they are published, then for everyone', async () => {
    expect((await file('&format=html')).status).toBe(404);
    const live = await file('&format=html', { token: publisher });
    expect(live.status).toBe(200);
    expect(live.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await live.text()).toContain('<p class="mark">未公布</p>');
    const text = `mutation ($office: ID!, $input: AnnualReportInput) {
      publishAnnualReport(office: $office, year: 2025, input: $input) { __typename } }`;
    const { data } = await hub.ask(text, { office, input: INPUT }, publisher);
    expect(data).toEqual({ publishAnnualReport: { __typename: 'AnnualReport' } });
    const page = await file('&format=html', { language: 'en' });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-language')).toBe('en');
    const html = await page.text();
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('OVERVIEW &#60;b&#62;正文&#60;/b&#62;');
    expect(html).not.toContain('not published');
    const workbook = await file('');
    expect(workbook.headers.get('content-type')).toContain('spreadsheetml');
    expect(workbook.headers.get('content-disposition')).toContain('-2025.xlsx');
    expect([...new Uint8Array(await workbook.arrayBuffer()).slice(0, 2)]).toEqual([0x50, 0x4b]);
  });

  it.skipIf(!isAvailable)('are given as they stand now to staff who ask for that, and to nobody else', async () => {
    expect((await file('&version=live')).status).toBe(404);
    const other = await hub.token('EDITOR', '140522');
    expect((await file('&version=live', { token: other })).status).toBe(404);
    const live = await file('&version=live&format=html', { token: publisher });
    expect(await live.text()).toContain('未公布');
  });

  it.skipIf(!isAvailable)('tell everything that is wrong with a request at once', async () => {
    const answer = await file('x&format=pdf&foo=1');
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as { errors: { message: string }[] };
    expect(errors[0]?.message).toBe(
      'year: expected a whole number, got "2025x"; format: expected xlsx or html, got "pdf"; "foo": expected one of office, year, format, version.',
    );
    const early = await fetch(hub.url.replace('/graphql', '/exports/annual-report?year=1999'));
    expect(early.status).toBe(400);
  });

  it.skipIf(!isAvailable)('stand behind what the log tells of them', async () => {
    const { data } = await hub.ask(
      `{ changes(first: 10, filter: { subjects: [ANNUAL_REPORT] }) { nodes { kind annualReport { year office { id } } } } }`,
    );
    expect(data).toEqual({
      changes: { nodes: [{ kind: 'PUBLISHED', annualReport: { year: 2025, office: { id: office } } }] },
    });
  });
});
