import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLACEMENTS, type TestHub } from '../support/hubs.ts';

const clock = { now: () => new Date('2026-11-24T02:00:00.000Z') };
const REGION = '140521';
const answers = new Map<string, string>();

interface Report {
  readonly outcome: string;
  readonly message: string;
  readonly catalogue?: {
    readonly id: string;
    readonly items: number;
    readonly edition: string;
    readonly status: string;
  };
  readonly faults: readonly Record<string, unknown>[];
}

describe.each(PLACEMENTS)('files of catalogues in the $placement hub', ({ isAvailable, start }) => {
  let hub: TestHub;
  let editor: string;
  beforeAll(async () => {
    if (!isAvailable) return;
    hub = await start(clock);
    editor = await hub.token('EDITOR', REGION);
  }, 120_000);
  afterAll(async () => {
    if (isAvailable) await hub.close();
  });

  const at = (path: string) => hub.url.replace('/graphql', path);
  const upload = (body: string | FormData | ArrayBuffer, { query = '', token = editor, headers = {} } = {}) =>
    fetch(at(`/imports/catalogue?region=${REGION}${query}`), {
      method: 'POST',
      body,
      headers: { ...(token === '' ? {} : { authorization: `Bearer ${token}` }), ...headers },
    });
  const exported = async (query: string, token?: string) =>
    fetch(at(`/exports/catalogue?region=${REGION}${query}`), {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
  const csv = async () => (await exported('&format=csv')).text();

  it.skipIf(!isAvailable)('go out to anyone, and come back in as a draft that only staff can fetch', async () => {
    const out = await exported('');
    expect(out.status).toBe(200);
    expect(out.headers.get('content-type')).toContain('spreadsheetml');
    expect(out.headers.get('content-disposition')).toContain(`catalogue-${REGION}-2020.xlsx`);
    const taken = await upload(await out.arrayBuffer(), { query: '&edition=2027&effectiveOn=2027-01-01' });
    const report = (await taken.json()) as Report;
    expect(report.faults).toEqual([]);
    expect(taken.status).toBe(200);
    expect(report).toMatchObject({ outcome: 'imported', catalogue: { edition: '2027', status: 'DRAFT' } });
    const draft = `&catalogue=${report.catalogue?.id ?? ''}&format=csv`;
    expect((await exported(draft)).status).toBe(404);
    const again = await exported(draft, editor);
    const rows = (text: string) => text.split('\r\n').slice(2);
    expect(rows(await again.text())).toEqual(rows(await csv()));
  });

  it.skipIf(!isAvailable)('come in as a form, in GB18030 and in any chunks', async () => {
    const bytes = new Uint8Array(await (await exported('')).arrayBuffer());
    const form = new FormData();
    form.set('file', new File([bytes], '目录.xlsx'));
    expect((await upload(form)).status).toBe(200);
    const text = new TextEncoder().encode(await csv());
    const drops = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let from = 0; from < text.length; from += 997) controller.enqueue(text.slice(from, from + 997));
        controller.close();
      },
    });
    const init = { method: 'POST', body: drops, duplex: 'half', headers: { authorization: `Bearer ${editor}` } };
    const taken = await fetch(at(`/imports/catalogue?region=${REGION}`), init as RequestInit);
    expect(taken.status).toBe(200);
  });

  it.skipIf(!isAvailable)('are refused whole, with every fault in its cell and in the language asked for', async () => {
    const before = await draftRows();
    const lines = (await csv())
      .replace('自信息形成或者变更之日起20个工作日内予以公开', '长期公开')
      .replace('■政府网站', '□政府网站')
      .replace('0103', '0102');
    const refused = await upload(lines, { query: '&name=目录.csv', headers: { 'accept-language': 'en' } });
    expect(refused.status).toBe(422);
    const report = (await refused.json()) as Report;
    expect(report.message).toBe('Nothing was imported: 3 faults were found, all of them listed here.');
    expect(report.faults.map(({ sheet, row, column, code, got }) => [sheet, row, column, code, got])).toEqual([
      ['目录', 5, 'F', 'CELL_NOT_UNDERSTOOD', expect.stringContaining('长期公开')],
      ['目录', 5, 'H', 'CELL_NOT_UNDERSTOOD', expect.stringContaining('□政府网站')],
      ['目录', 7, 'A', 'ITEM_REPEATED', '0102'],
    ]);
    expect(await draftRows()).toEqual(before);
    const inChinese = await upload(lines, { query: '&name=目录.csv', headers: { accept: 'text/plain' } });
    expect(await inChinese.text()).toContain('工作表“目录”第 5 行 F 列（公开时限）：单元格内容无法识别');
  });

  it.skipIf(!isAvailable).each<[string, () => Promise<Response>, number, string]>([
    ['nobody signed in', () => upload('x', { token: '' }), 401, 'SIGN_IN_NEEDED'],
    ['a forged token', () => upload('x', { token: 'a.b.c' }), 401, 'UNAUTHENTICATED'],
    ['a reviewer', async () => upload('x', { token: await hub.token('REVIEWER', REGION) }), 403, 'ROLE_NOT_ALLOWED'],
    [
      'another county',
      async () => upload('x', { token: await hub.token('EDITOR', '140522') }),
      403,
      'REGION_NOT_ALLOWED',
    ],
    ['an old workbook', () => upload(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]).buffer), 415, 'FILE_UNREADABLE'],
    ['a file too large', () => upload(new ArrayBuffer(20_000_001)), 413, 'LIMIT_EXCEEDED'],
    ['a form without a file', () => upload(new FormData()), 400, 'BAD_REQUEST'],
    ['too many rows', () => upload('a,b\n'.repeat(5_001)), 413, 'LIMIT_EXCEEDED'],
    ['a day that is none', () => upload('x', { query: '&effectiveOn=2026-02-30' }), 400, 'BAD_USER_INPUT'],
    ['an unknown parameter', () => exported('&colour=red'), 400, 'BAD_USER_INPUT'],
    ['a region without a catalogue', () => exported('&on=1999-01-01'), 404, 'NOT_FOUND'],
    ['another method', () => fetch(at('/imports/catalogue')), 405, 'BAD_REQUEST'],
  ])('answer %s clearly, and as in the other placement', async (name, ask, status, code) => {
    const response = await ask();
    const text = await response.text();
    expect(text).toContain(`"code": "${code}"`);
    expect(response.status).toBe(status);
    const other = answers.get(name);
    if (other === undefined) answers.set(name, text);
    else expect(text).toBe(other);
  });

  it.skipIf(!isAvailable)('are refused for what they lack of the catalogue above, in the row concerned', async () => {
    const weaker = (await csv()).replace('起20个工作日', '起30个工作日');
    const refused = await upload(weaker, { query: '&name=目录.csv' });
    expect(refused.status).toBe(422);
    const { faults } = (await refused.json()) as Report;
    expect(faults).toMatchObject([{ code: 'ITEM_WEAKENED', sheet: '目录', row: 5, column: 'F', heading: '公开时限' }]);
  });

  it.skipIf(!isAvailable)('are told of both at once: what can not be read and what is weaker', async () => {
    const torn = (await csv()).split('\r\n');
    const both = torn.map((line, index) => {
      if (index === 4) return line.replace('起20个工作日', '起若干日');
      return index === 6 ? line.replace('起20个工作日', '起30个工作日') : line;
    });
    const refused = await upload(both.join('\r\n'), { query: '&name=目录.csv' });
    const { faults } = (await refused.json()) as Report;
    expect(faults.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['CELL_NOT_UNDERSTOOD', 5, 'F'],
      ['ITEM_WEAKENED', 7, 'F'],
    ]);
  });

  it.skipIf(!isAvailable)('may be cut off midway without harm', async () => {
    const before = await draftRows();
    const abort = new AbortController();
    const half = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('序号,一级事项\n'));
      },
      pull: () => {
        abort.abort();
      },
    });
    const headers = { authorization: `Bearer ${editor}` };
    const init = { method: 'POST', body: half, duplex: 'half', headers, signal: abort.signal };
    await expect(fetch(at(`/imports/catalogue?region=${REGION}`), init as RequestInit)).rejects.toThrow();
    expect(await draftRows()).toEqual(before);
  });

  async function draftRows(): Promise<unknown> {
    const answer = await hub.ask(
      'query ($region: ID!) { catalogues(region: $region) { edges { node { id status edition items(first: 100) { totalCount edges { node { id } } } } } } }',
      { region: REGION },
      editor,
    );
    return answer.data;
  }
});
