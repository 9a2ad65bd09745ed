import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Fault } from '../../../core/fault.ts';
import type { Viewer } from '../../../core/viewer.ts';
import type { RouteAnswer } from '../../../subgraphs/kit/route.ts';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { gb18030 } from '../../support/opened.ts';
import { addInstitutions, addList, startPricing, textOf, type FilledPricing, type Sender } from './filled-pricing.ts';

const HEADINGS = ['项目编码', '项目名称', '计价单位', '价格', '价格形式'];
const code = (index: number): string => `1201${String(index).padStart(5, '0')}`;
const row = (index: number, amount = String(20 + index)): string[] => {
  return [code(index), `护理${String(index)}`, '日', amount, '政府指导价'];
};
const rows = (count: number): string[][] => Array.from({ length: count }, (_, index) => row(index));
const csv = (lines: readonly (readonly string[])[]): string =>
  [HEADINGS, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
const inChunks = function* (bytes: Uint8Array, ...lengths: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    yield bytes.subarray(at, at + length);
    at += length;
  }
};

interface Report {
  readonly outcome: 'published' | 'refused';
  readonly message: string;
  readonly list: { readonly rowsDigest: string; readonly changes: unknown } | null;
  readonly findings: readonly { readonly code: string; readonly row: number | null; readonly column: string | null }[];
  readonly refusals: readonly { readonly code: string }[];
}
const reportOf = async (answer: RouteAnswer): Promise<Report> => JSON.parse(await textOf(answer)) as Report;
const HOSPITAL = 'hospital-1';
const asked = (institution = HOSPITAL, effectiveOn = '2026-12-01') => ({ institution, kind: 'SERVICE', effectiveOn });
const publish = async (hub: FilledPricing, lines: readonly (readonly string[])[], as?: Sender): Promise<Report> =>
  reportOf(await hub.upload(asked(), [Buffer.from(csv(lines))], as));

/** What a hospital charges, and the temporary tables that are left. */
async function stored(hub: FilledPricing) {
  const { data } = await hub.ask(
    `query ($of: [_Any!]!) {
      _entities(representations: $of) { ... on Institution {
        priceLists { id }
        prices(kind: SERVICE, on: "2026-12-01", first: 50) { edges { node { code amount } } }
      } }
    }`,
    { of: [{ __typename: 'Institution', id: HOSPITAL }] },
  );
  const { rows: left } = await hub.database.pool.query(`SELECT relname FROM pg_class WHERE relname LIKE 'staged%'`);
  return { data, left };
}

describe.each(DATABASE_KINDS)('importing a price list ($kind)', (database) => {
  describe.skipIf(!database.isAvailable)('as a whole', () => {
    let hub: FilledPricing;
    beforeAll(async () => {
      hub = await startPricing(database);
      await addInstitutions(hub.db, { [HOSPITAL]: '140521', 'hospital-2': '140521' });
    }, 60_000);
    afterAll(() => hub.close());

    it('publishes, refuses whole and leaves the list in force, and publishes again what differs', async () => {
      expect(await publish(hub, rows(4))).toMatchObject({
        outcome: 'published',
        list: { changes: { appeared: 4, changed: 0, ended: 0 } },
        findings: [],
      });
      const before = await stored(hub);
      expect(before).toMatchObject({ data: { _entities: [{ priceLists: [{}] }] }, left: [] });
      expect(await publish(hub, [row(0), row(1, ''), row(2, '-5'), row(3)])).toMatchObject({
        outcome: 'refused',
        list: null,
        findings: [
          { code: 'PRICE_MISSING', row: 3, column: 'D' },
          { code: 'AMOUNT_NEGATIVE', row: 4, column: 'D' },
        ],
      });
      expect(await stored(hub)).toEqual(before);
      expect(await publish(hub, [row(0), row(1, '33'), row(3), row(4)])).toMatchObject({
        list: { changes: { appeared: 1, changed: 1, ended: 1 } },
      });
      const inCells = { accept: 'text/csv' };
      const told = await textOf(await hub.upload(asked(HOSPITAL, '2026-11-30'), [Buffer.from(csv(rows(4)))], inCells));
      expect(told).toMatch(/error,,,,,.*PRICE_LIST_OUTDATED/);
      const byNobody = { viewer: null, accept: 'application/x-ndjson' };
      const unknown = await hub.upload(asked(), [Buffer.from(csv(rows(4)))], byNobody);
      expect(unknown.status).toBe(401);
      expect(JSON.parse(await textOf(unknown))).toMatchObject({ report: { outcome: 'refused', list: null } });
      const late = await hub.upload(asked(HOSPITAL, '2026-11-30'), [Buffer.from(csv(rows(4)))]);
      expect(await reportOf(late)).toMatchObject({ outcome: 'refused', refusals: [{ code: 'PRICE_LIST_OUTDATED' }] });
    });

    it('stores nothing of an upload that stops, and leaves no temporary table', async () => {
      const bytes = Buffer.from(csv(rows(3000)));
      const before = await stored(hub);
      for (const at of [0, 1, 1000, bytes.length - 1]) {
        const stopped = async function* (): AsyncGenerator<Uint8Array> {
          yield await Promise.resolve(bytes.subarray(0, at));
          throw new Fault('CANCELLED', 'The request was cut off.');
        };
        const answer = await hub.upload(asked(), stopped());
        expect([answer.status, await textOf(answer)]).toEqual([499, expect.stringContaining('CANCELLED')]);
        expect(await stored(hub)).toEqual(before);
      }
    });

    it('ends or undoes an import whose watcher goes away', async () => {
      const before = await stored(hub);
      const lines = [...rows(3000), row(3000, '-1')];
      const { body } = await hub.upload(asked(), [Buffer.from(csv(lines))], { accept: 'application/x-ndjson' });
      if (body instanceof Uint8Array) throw new TypeError('Lines come one by one.');
      for await (const line of body) {
        expect(Buffer.from(line).toString()).toContain('"progress"');
        break;
      }
      expect(await stored(hub)).toEqual(before);
    });

    it('takes two at once one after the other', async () => {
      const lists = [rows(500), rows(500).map(([first = '', ...others]) => [`${first}-1`, ...others])];
      const reports = await Promise.all(lists.map((lines) => publish(hub, lines)));
      expect(reports.map(({ outcome }) => outcome)).toEqual(['published', 'published']);
      const { rows: codes } = await hub.database.pool.query<{ suffix: string; count: number }>(
        `SELECT substr(code, 10) AS suffix, count(*)::int AS count FROM pricing.price
          WHERE institution_id = $1 AND ended_on IS NULL GROUP BY 1`,
        [HOSPITAL],
      );
      expect(codes).toHaveLength(1);
      expect(codes[0]?.count).toBe(500);
      expect((await stored(hub)).left).toEqual([]);
    });

    it('reads GB18030 alike in whatever chunks it comes', async () => {
      const bytes = gb18030(csv(rows(50)));
      const digests = new Set<string | undefined>();
      for (const lengths of [[bytes.length], [1], [2, 1], [3, 5, 7]]) {
        const answer = await hub.upload(asked('hospital-2'), inChunks(bytes, ...lengths));
        digests.add((await reportOf(answer)).list?.rowsDigest);
      }
      expect([...digests]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    });
  });
});

describe('an import', () => {
  let hub: FilledPricing;
  const publisher: Viewer = {
    ...{ role: 'PUBLISHER', regions: ['140500'], institution: null },
    ...{ subject: 'someone', expiresAt: Number.MAX_SAFE_INTEGER },
  };
  beforeAll(async () => {
    hub = await startPricing();
    const peers = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`peer-${String(index)}`, '140100']));
    await addInstitutions(hub.db, { [HOSPITAL]: '140521', 'hospital-2': '140521', ...peers });
    for (const [index, id] of Object.keys(peers).entries()) {
      const cells = { code: code(59), name: '护理', unit: '日', amount: String(70 + index) };
      await addList(hub.db, { id: `list-of-${id}`, institution: id }, [cells]);
    }
  }, 60_000);
  afterAll(() => hub.close());

  it('finds what only a list as a whole shows, each at its row, and nothing else', async () => {
    expect((await publish(hub, rows(60))).findings).toEqual([]);
    // Ten times 33 and a tenth of 34, the latter rounded; 59 is one of which five peers charge 70 to 74.
    const faulty = [row(13, '330'), row(14, '3.41'), row(59, '730'), row(20), row(20), row(21), row(21, '99')];
    const { outcome, findings } = await publish(hub, [...faulty, row(22)]);
    expect(outcome).toBe('refused');
    expect(findings.map(({ code: found, row: at, column }) => [found, at, column])).toEqual([
      ['PRICE_LISTED_TWICE', 6, 'D'],
      ['PRICE_REPEATED', 8, 'D'],
      ['PRICE_OUTLYING', 4, 'D'],
    ]);
    const once = await publish(hub, [...faulty.slice(0, 4), row(22)]);
    expect(once.findings.map(({ code: found, row: at }) => [found, at])).toEqual([
      ['PRICE_JUMPED', 2],
      ['PRICE_JUMPED', 3],
      ['LIST_SHRANK', null],
      ['PRICE_OUTLYING', 4],
    ]);
    expect(once.outcome).toBe('published');
  });

  it('does not say that a list shrank which was not read', async () => {
    await publish(hub, rows(60));
    const answer = await hub.upload(asked(), [Buffer.from('项目编码,项目名称,计价单位\n1,护理,日\n')]);
    expect((await reportOf(answer)).findings.map(({ code: found }) => found)).toEqual(['COLUMN_MISSING']);
  });

  it.each([
    ['application/json', 'application/json', /^\{"outcome":"refused".*"findings":\[\n.*"code":"PRICE_MISSING"/s],
    ['text/html', 'application/json', /^\{"outcome":"refused"/],
    ['text/plain', 'text/plain', /^未公布任何价格.*1\. 第 2 行D 列（价格）：【错误】没有价格.*D=价格→amount/s],
    ['text/csv', 'text/csv', /^\uFEFF级别,工作表,行.*\r\n错误,,2,D,价格,.*PRICE_MISSING/s],
    ['application/x-ndjson', 'application/x-ndjson', /"progress".*\n\{"finding":.*PRICE_MISSING.*\n\{"report":.*\n$/s],
  ])('is reported as %s', async (accept, type, text) => {
    const answer = await hub.upload(asked(), [Buffer.from(csv([row(0, '')]))], { accept, locale: 'zh' });
    expect(answer.headers['content-type']).toBe(`${type}; charset=utf-8`);
    expect(answer.status).toBe(type.endsWith('ndjson') ? 200 : 422);
    expect(await textOf(answer)).toMatch(text);
  });

  it('tells of a limit that a file passes in the same report', async () => {
    const wide = `${csv([row(0)])}${'x,'.repeat(600)}x\n`;
    const answer = await hub.upload(asked(), [Buffer.from(wide)], { locale: 'zh' });
    expect([answer.status, (await reportOf(answer)).message]).toEqual([
      413,
      '文件无法读取：应为 不超过 500 列的文件，收到 第 3 行超出。未公布任何价格，原价目表继续有效。',
    ]);
  });

  it.each<[string, Viewer | null, string, number]>([
    ['nobody', null, HOSPITAL, 401],
    ['an editor', { ...publisher, role: 'EDITOR' }, HOSPITAL, 403],
    ['a publisher of another region', { ...publisher, regions: ['110000'] }, HOSPITAL, 403],
    ["another hospital's staff", { ...publisher, regions: [], institution: 'hospital-2' }, HOSPITAL, 403],
    ["the hospital's own staff", { ...publisher, regions: [], institution: HOSPITAL }, HOSPITAL, 200],
    ['a publisher of the region', publisher, HOSPITAL, 200],
    ['a publisher, for no hospital', publisher, 'nowhere', 404],
  ])('by %s is allowed or not before the file is read', async (_who, viewer, institution, status) => {
    let isRead = false;
    const body = async function* (): AsyncGenerator<Uint8Array> {
      isRead = true;
      yield await Promise.resolve(Buffer.from(csv(rows(60))));
    };
    const answer = await hub.upload(asked(institution), body(), { viewer });
    expect([answer.status, isRead]).toEqual([status, status === 200]);
    await textOf(answer);
  });
});
