import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewEntry } from '../../../core/change.ts';
import { civilDate } from '../../../core/civil-date.ts';
import type { SqlRunner } from '../../../core/sql.ts';
import type { Yuan } from '../../../core/yuan.ts';
import type { Database } from '../../../prisma/storage/contract.ts';
import { publishStaged } from '../../../subgraphs/pricing/commands/publish-staged.ts';
import { takePriceList } from '../../../subgraphs/pricing/commands/take-price-list.ts';
import { BLANK_ROW, priceKey, type PriceRow } from '../../../subgraphs/pricing/rules/price-row.ts';
import { rowText } from '../../../subgraphs/pricing/rules/rows-digest.ts';
import { openClient } from '../../../subgraphs/pricing/store/database.ts';
import { ROW_COLUMNS } from '../../../subgraphs/pricing/store/publishing/columns.ts';
import { workOutDifference } from '../../../subgraphs/pricing/store/publishing/list-difference.ts';
import type { ListHead } from '../../../subgraphs/pricing/store/publishing/price-lists.ts';
import { copied } from '../../../subgraphs/pricing/store/publishing/staged-lines.ts';
import { createStaged, dropStaged, stagedTarget } from '../../../subgraphs/pricing/store/publishing/staged-table.ts';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { publishedOver, type Period } from './reference-difference.ts';

const cells = fc.record({
  code: fc.constantFrom('', '001', '1'),
  name: fc.constantFrom('一级护理', '挂号费', 'a\\b\tc'),
  specification: fc.constantFrom(null, '10mg'),
  unit: fc.constantFrom('次', '日'),
  tier: fc.constantFrom(null, '三级'),
  condition: fc.constantFrom(null, '自费'),
  amount: fc.constantFrom(null, '0' as Yuan, '70' as Yuan, '0.1265' as Yuan, '999999999999.9999' as Yuan),
  amountUpTo: fc.constantFrom(null, '300' as Yuan),
  amountText: fc.constantFrom(null, '医院自主确定', '\\N', 'x\ny'),
  surchargePercent: fc.constantFrom(null, '30', '12.5'),
  mode: fc.constantFrom(null, 'GOVERNMENT_GUIDED' as const, 'MARKET_REGULATED' as const),
  content: fc.constantFrom(null, '含材料'),
  note: fc.constantFrom(null, '说明'),
});
const row = cells.map((some): PriceRow => ({ ...BLANK_ROW, ...some }));
const list = fc.uniqueArray(row, { selector: priceKey, maxLength: 10 });
/** Lists, each published on the day of the one before or some days later. */
const lists = fc.array(fc.tuple(list, fc.constantFrom(0, 1, 5)), { minLength: 1, maxLength: 5 });

describe.each(DATABASE_KINDS)('publishing price lists ($kind)', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('as the database does it', () => {
    let database: Database;
    beforeAll(async () => {
      database = await openMigrated();
    }, 60_000);
    afterAll(() => database.close());

    it('keeps validity periods, digest and entries as the reference has them, by one call and by a load', async () => {
      const db = openClient(database.pool);
      await fc.assert(
        fc.asyncProperty(lists, fc.boolean(), async (published, isLoaded) => {
          const institutionId = randomUUID();
          let expected: readonly Period[] = [];
          let day = 1;
          let supersedesId: string | null = null;
          for (const [rows, later] of published) {
            day += later;
            const effectiveOn = civilDate(`2026-03-${String(day).padStart(2, '0')}`);
            const head: ListHead = {
              ...{ id: randomUUID(), institutionId, kind: 'SERVICE', title: '价目表', currency: 'CNY', effectiveOn },
              ...{ publishedAt: new Date('2026-03-01T00:00:00Z'), supersedesId, isSample: false },
            };
            const told = publishedOver(expected, rows, effectiveOn);
            const { entries, digest } = await (isLoaded ? loaded(database, head, rows) : called(db, head, rows));
            expect(digest).toBe(digestOf(rows));
            expect(entries.map(({ subject }) => subject)).toEqual([
              'PRICE_LIST',
              ...Array.from({ length: told.changes }, () => 'PRICE'),
            ]);
            expected = told.periods;
            supersedesId = head.id;
            expect(await storedPeriods(database, institutionId)).toEqual(expected.map(asText).sort());
          }
        }),
        { numRuns: 20 },
      );
      await db.$disconnect();
    }, 60_000);
  });
});

interface Told {
  readonly entries: readonly NewEntry[];
  readonly digest: string;
}

async function called(db: ReturnType<typeof openClient>, head: ListHead, rows: readonly PriceRow[]): Promise<Told> {
  const entries: NewEntry[] = [];
  const institution = { id: head.institutionId, regionCode: '140521' };
  const { rowsDigest } = await db.$transaction((tx) =>
    takePriceList(tx, { head, institution, rows, catalogueItemIds: [], idOf: null }, (more) => {
      entries.push(...more);
    }),
  );
  return { entries, digest: rowsDigest };
}

async function loaded(database: Database, head: ListHead, rows: readonly PriceRow[]): Promise<Told> {
  const entries: NewEntry[] = [];
  const session = await database.openBulk();
  const table = await createStaged(session, randomUUID());
  const place = { sheet: null, row: 1, column: 'C', heading: '价格' };
  const lines = copied(rows.map((price, index) => ({ ...place, line: index + 1, id: null, price })));
  if (rows.length > 0) await session.copy(stagedTarget(table, lines.columns), lines.text);
  const { rowsDigest } = await session.transaction(async (tx: SqlRunner) => {
    await workOutDifference(tx, table, head);
    const institution = { id: head.institutionId, regionCode: '140521' };
    return publishStaged(tx, { table, head, institution, catalogueItemIds: [] }, (more) => {
      entries.push(...more);
    });
  });
  await dropStaged(session, table);
  await session.release();
  return { entries, digest: rowsDigest };
}

/** The digest by its definition, from the rows alone. */
function digestOf(rows: readonly PriceRow[]): string {
  const digests = rows.map((one) => createHash('sha256').update(rowText(one)).digest());
  return createHash('sha256')
    .update(Buffer.concat(digests.sort((one, other) => Buffer.compare(one, other))))
    .digest('hex');
}

function asText({ price, from, until }: Period): string {
  return JSON.stringify([ROW_COLUMNS.map(({ cell }) => price[cell]), from, until]);
}

async function storedPeriods(database: Database, institutionId: string): Promise<string[]> {
  const columns = ROW_COLUMNS.map(({ column, type }) =>
    type === 'text' ? column : type.startsWith('numeric') ? `trim_scale(${column})::text` : `${column}::text`,
  ).map((sql, index) => `${sql} AS c${String(index)}`);
  const { rows } = await database.pool.query<Record<string, string | null>>(
    `SELECT ${columns.join(', ')}, effective_on::text AS begun, ended_on::text AS ended FROM pricing.price WHERE institution_id = $1`,
    [institutionId],
  );
  return rows
    .map((one) =>
      JSON.stringify([
        ROW_COLUMNS.map((_column, index) => one[`c${String(index)}`] ?? null),
        one['begun'],
        one['ended'],
      ]),
    )
    .sort();
}
