import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERIODS_PAGE } from '../../../subgraphs/pricing/store/export/exported-periods.ts';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { addInstitutions, addList, startPricing, textOf, type FilledPricing } from './filled-pricing.ts';

describe.each(DATABASE_KINDS)('FEED.md 11.5: the file of what a list begins and ends ($kind)', (kind) => {
  describe.skipIf(!kind.isAvailable)('as lines', () => {
    let subgraph: FilledPricing;
    const many = Array.from({ length: PERIODS_PAGE }, (_, at) => ({ code: String(at), amount: String(at) }));
    const linesOf = async (list: string) => {
      const answer = await subgraph.get('/exports/price-periods', { list });
      expect(answer.status).toBe(200);
      const text = await textOf(answer);
      expect(text.endsWith('\n')).toBe(true);
      return text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    };

    beforeAll(async () => {
      subgraph = await startPricing(kind);
      await addInstitutions(subgraph.db, { hospital: '140521', other: '140521' });
      const ending = many.slice(0, 9).map((price, at) => ({ ...price, ...(at % 2 === 0 && { until: '2026-11-01' }) }));
      await addList(subgraph.db, { id: 'b-first', institution: 'hospital' }, ending);
      await addList(subgraph.db, { id: 'other', institution: 'other' }, [{ until: '2026-11-01' }]);
      const odd = { amountUpTo: '2.5', amountText: '"1"\\\n', mode: null, tier: '三级', endedOn: null, isSample: true };
      const last = { id: 'a-second', institution: 'hospital', effectiveOn: '2026-11-01' };
      await addList(subgraph.db, last, [{ code: 'x', amount: '0.0100', ...odd }, ...many]);
    }, 60_000);
    afterAll(() => subgraph.close());

    it('has every period of both kinds once, sorted by id, over however many pages', async () => {
      const [head, ...rest] = await linesOf('a-second');
      expect(head).toEqual({
        list: {
          ...{ id: 'a-second', institution: 'hospital', kind: 'SERVICE', currency: 'CNY', effectiveOn: '2026-11-01' },
          ...{ rows: many.length + 1, rowsDigest: '' },
        },
      });
      const ended = 5;
      const count = many.length + 1 + ended;
      expect(rest.at(-1)).toEqual({ end: { count, replacedBy: null } });
      const ids = rest.slice(0, -1).map(({ id }) => String(id));
      expect(ids).toEqual([...new Set(ids)].sort());
      expect(ids).toHaveLength(count);
      expect(rest[0]).toEqual({
        ...{ id: 'a-second-000000', code: 'x', name: '一级护理', unit: '日', tier: '三级', amount: '0.01' },
        ...{ amountUpTo: '2.5', amountText: '"1"\\\n', currency: 'CNY', effectiveOn: '2026-11-01', isSample: true },
      });
      expect(rest.filter(({ list }) => list === 'b-first')).toHaveLength(ended);
      expect(rest.at(-2)).toMatchObject({ effectiveOn: '2026-10-01', endedOn: '2026-11-01', isSample: false });
    });

    it('tells of the list that took its place on the same day', async () => {
      const again = { id: 'c-third', institution: 'hospital', effectiveOn: '2026-11-01' };
      await addList(subgraph.db, { ...again, publishedAt: '2026-11-01T08:00:00.000Z' }, [{ code: 'y' }]);
      expect((await linesOf('a-second')).at(-1)).toMatchObject({ end: { replacedBy: 'c-third' } });
      expect((await linesOf('c-third')).at(-1)).toMatchObject({ end: { replacedBy: null } });
    });

    it('comes compressed to who can read that', async () => {
      const plain = await textOf(await subgraph.get('/exports/price-periods', { list: 'b-first' }));
      const { headers, body } = await subgraph.get('/exports/price-periods', { list: 'b-first' }, 'br, gzip;q=0.8');
      expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
      const pieces: Uint8Array[] = [];
      if (!(body instanceof Uint8Array)) for await (const piece of body) pieces.push(piece);
      expect(gunzipSync(Buffer.concat(pieces)).toString()).toBe(plain);
    });

    it.each<[Record<string, string>, number, string]>([
      [{ list: 'none' }, 404, 'NOT_FOUND'],
      [{}, 400, 'list: expected a value'],
      [{ list: 'b-first', region: '140521' }, 400, 'expected one of list'],
    ])('is refused to who asks for %o', async (query, status, reason) => {
      const answer = await subgraph.get('/exports/price-periods', query);
      expect([answer.status, await textOf(answer)]).toEqual([status, expect.stringContaining(reason)]);
    });
  });
});
