import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../../../subgraphs/kit/spreadsheet/read-spreadsheet.ts';
import { EXPORT_PAGE } from '../../../subgraphs/pricing/store/export/exported-prices.ts';
import { addInstitutions, addList, startPricing, type FilledPricing, type PriceSketch } from './filled-pricing.ts';

/** What an answer says, whole. */
interface File {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  readonly trailers: Readonly<Record<string, string>>;
}

const ODD: readonly PriceSketch[] = [
  { code: '001', name: '=1+1', note: '含,逗号"和\n换行', amount: '70.5', ceiling: '80', insuranceClass: '乙' },
  { code: '002', name: '诊查费', amount: '100', amountUpTo: '300', selfPayPercent: '10', paymentStandard: '90' },
  { code: '003', name: '会诊费', amountText: '医院自主确定', mode: null, tier: '三级', condition: '自费' },
  { code: '004', name: '儿童加收', surchargePercent: '30' },
];

describe('the export of prices', () => {
  let subgraph: FilledPricing;
  const get = async (query: Record<string, string>): Promise<File> => {
    const { status, headers, body, trailers } = await subgraph.get('/exports/prices', query);
    const chunks: Uint8Array[] = [];
    if (body instanceof Uint8Array) chunks.push(body);
    else for await (const chunk of body) chunks.push(chunk);
    return { status, headers, bytes: Buffer.concat(chunks), trailers: trailers?.() ?? {} };
  };
  const lines = ({ bytes }: File) =>
    bytes
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  beforeAll(async () => {
    subgraph = await startPricing();
    await addInstitutions(subgraph.db, { odd: '140521', large: '140521', none: '140521', swapped: '140522' });
    await addList(subgraph.db, { id: 'odd-1', institution: 'odd' }, ODD);
    const many = Array.from({ length: EXPORT_PAGE * 2 + 3 }, (_, at) => ({ code: String(at), amount: String(at) }));
    await addList(subgraph.db, { id: 'large-1', institution: 'large' }, many);
    await addList(subgraph.db, { id: 'swapped-1', institution: 'swapped' }, many.slice(0, EXPORT_PAGE + 1));
  }, 60_000);
  afterAll(() => subgraph.close());

  it('gives every price once, in lines whose digest stands at the end', async () => {
    const file = await get({ region: '140521', kind: 'SERVICE' });
    const [head, ...rest] = lines(file);
    const rows = rest.slice(0, -1);
    expect(head).toMatchObject({ prices: { region: '140521', kind: 'SERVICE', on: '2026-11-24' } });
    expect(rows).toHaveLength(EXPORT_PAGE * 2 + 3 + ODD.length);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.at(-4)).toEqual({
      ...{ id: 'odd-1-000000', institution: 'odd', list: 'odd-1', kind: 'SERVICE', code: '001', name: '=1+1' },
      ...{ unit: '日', amount: '70.5', mode: 'GOVERNMENT_GUIDED', ceiling: '80', insuranceClass: '乙' },
      ...{ note: '含,逗号"和\n换行', currency: 'CNY', effectiveOn: '2026-10-01' },
    });
    const text = file.bytes.toString();
    const body = text.slice(text.indexOf('\n') + 1, text.lastIndexOf('{"end"'));
    const digest = createHash('sha256').update(body).digest('hex');
    expect(rest.at(-1)).toEqual({ end: { rows: rows.length, digest } });
    const whole = createHash('sha256').update(file.bytes).digest('base64');
    expect(file.trailers).toEqual({ 'repr-digest': `sha-256=:${whole}:` });
  });

  it.each(['ndjson', 'csv', 'xlsx'])('goes on at any byte as if it had never broken off: %s', async (format) => {
    const query = { institution: 'odd', kind: 'SERVICE', format };
    const whole = await get(query);
    const state = whole.headers['etag'] ?? '';
    const step = Math.max(1, Math.floor(whole.bytes.length / 40));
    for (let offset = 0; offset <= whole.bytes.length; offset += step) {
      const rest = await get({ ...query, offset: String(offset), state });
      expect(rest.bytes.equals(whole.bytes.subarray(offset))).toBe(true);
      expect(rest.trailers).toEqual(whole.trailers);
    }
  });

  it('stays the same, byte for byte, when a list is published for a later day', async () => {
    const query = { institution: 'odd', kind: 'SERVICE', on: '2026-11-20' };
    const before = await get(query);
    await addList(subgraph.db, { id: 'odd-2', institution: 'odd', effectiveOn: '2026-11-21' }, [{ code: '005' }]);
    await subgraph.db.price.update({ where: { id: 'odd-1-000000' }, data: { endedOn: new Date('2026-11-21') } });
    const after = await get(query);
    expect(after).toEqual(before);
    const state = before.headers['etag'] ?? '';
    const moved = await get({ institution: 'odd', kind: 'SERVICE', offset: '5', state });
    expect([moved.status, moved.bytes.toString()]).toEqual([409, expect.stringContaining('CURSOR_INVALID')]);
    await subgraph.db.price.deleteMany({ where: { listId: 'odd-2' } });
    await subgraph.db.priceList.delete({ where: { id: 'odd-2' } });
    await subgraph.db.price.update({ where: { id: 'odd-1-000000' }, data: { endedOn: null } });
  });

  it('fails rather than mix two lists when one is published for its day meanwhile', async () => {
    const { body } = await subgraph.get('/exports/prices', { institution: 'swapped', kind: 'SERVICE' });
    const read = async () => {
      for await (const chunk of body as AsyncIterable<Uint8Array>) {
        if (chunk.length < 1_000) await addList(subgraph.db, { id: 'swapped-2', institution: 'swapped' }, []);
      }
    };
    await expect(read()).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    // What the first list said can not be told any more; what the second one says can.
    expect((await get({ list: 'swapped-1' })).status).toBe(409);
    expect((await get({ list: 'swapped-2' })).status).toBe(200);
  });

  it('has the usual headings in text files, and keeps what a spreadsheet program would reckon', async () => {
    const { bytes, headers } = await get({ institution: 'odd', kind: 'SERVICE', format: 'csv' });
    expect(headers['content-disposition']).toBe('attachment; filename="prices-odd-service-2026-11-24.csv"');
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const rows = parse<Record<string, string>>(bytes, { bom: true, columns: true });
    const cells = rows.map((row) => [row['项目编码'], row['项目名称'], row['价格'], row['价格形式'], row['自付比例']]);
    expect(cells).toEqual([
      ['001', "'=1+1", '70.5', '政府指导价', ''],
      ['002', '诊查费', '100-300', '政府指导价', '10%'],
      ['003', '会诊费', '医院自主确定', '', ''],
      ['004', '儿童加收', '加收30%', '政府指导价', ''],
    ]);
    expect(rows[0]).toMatchObject({ 说明: '含,逗号"和\n换行', 最高限价: '80', 执行日期: '2026-10-01' });
    expect(rows[2]).toMatchObject({ 等级: '三级', 交易条件: '自费' });
  });

  it('says the same in a workbook as in a text file, codes as text', async () => {
    const [csv, xlsx] = [
      await get({ region: '140521', kind: 'SERVICE', format: 'csv' }),
      await get({ region: '140521', kind: 'SERVICE', format: 'xlsx' }),
    ];
    const limits = { sheets: 1, rows: 10_000, columns: 40, cells: 400_000, unpackedBytes: 50_000_000 };
    const { tables } = await readSpreadsheet(xlsx.bytes, null, limits);
    const rows = parse(csv.bytes, { bom: true }).map((row: string[]) => row.map((cell) => cell.replace(/^'/, '')));
    const width = rows[0]?.length ?? 0;
    const padded = tables[0]?.rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
    expect(padded).toEqual(rows);
    expect(rows[0]?.slice(0, 3)).toEqual(['医疗机构标识', '医疗机构名称', '项目编码']);
  });

  it.each([
    [{ kind: 'SERVICE' }, 400],
    [{ institution: 'odd' }, 400],
    [{ institution: 'odd', kind: 'FOOD' }, 400],
    [{ institution: 'odd', region: '140521', kind: 'SERVICE' }, 400],
    [{ list: 'odd-1', kind: 'SERVICE' }, 400],
    [{ institution: 'odd', kind: 'SERVICE', offset: '-1' }, 400],
    [{ institution: 'odd', kind: 'SERVICE', offset: '7' }, 400],
    [{ institution: 'none', kind: 'SERVICE' }, 404],
    [{ institution: 'odd', kind: 'DRUG' }, 404],
    [{ institution: 'odd', kind: 'SERVICE', on: '2026-09-30' }, 404],
    [{ list: 'nothing' }, 404],
  ])('answers %j with %i', async (query, status) => {
    expect((await get(query as Record<string, string>)).status).toBe(status);
  });
});
