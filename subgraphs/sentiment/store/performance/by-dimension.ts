import type DataLoader from 'dataloader';
import { Prisma } from '../../../../prisma/generated/sentiment/client/client.ts';
import { inGroups, perRequest } from '../../../kit/per-request.ts';
import type { SentimentContext, Transaction } from '../database.ts';

/** What counting reads with; within a transaction it has loaders of its own, for what was loaded before may have changed. */
export type Counter = Pick<SentimentContext, 'loaders' | 'clock'> & { readonly db: Transaction };

/** A row of what was counted: by what, and of which value of it; null in the whole, and for an office that is not named. */
export type Part<Dimension extends string, Row> = Row & {
  readonly dimension: Dimension;
  readonly value: string | null;
};

/** What is counted: the matters as a table, and by which columns of it; null for the whole. */
export interface Counting<Dimension extends string> {
  readonly matters: Prisma.Sql;
  readonly columns: Readonly<Record<Dimension, Prisma.Sql | null>>;
  readonly tally: Prisma.Sql;
  /** A further column by which every row is split; the tally gives it under the same name. */
  readonly also?: Prisma.Sql;
}

/**
 * Counts the same matters in several ways. All that one request asks for of them come by one statement, that reads the
 * matters once; in the order of the values, which is the order of gravity for severities.
 *
 * @param name - names the count within the request, with everything that it depends on
 */
export function countedBy<Dimension extends string, Row>(
  context: Counter,
  name: string,
  { matters, columns, tally, also }: Counting<Dimension>,
): DataLoader<Dimension, Part<Dimension, Row>[], string> {
  return perRequest(context, name, async (dimensions: readonly Dimension[]) => {
    const parts = dimensions.map((dimension) => {
      const column = columns[dimension];
      const keys = [column, also].filter((key) => key != null);
      const grouped = keys.length === 0 ? Prisma.empty : Prisma.sql`GROUP BY ${Prisma.join(keys)}`;
      return Prisma.sql`
        SELECT ${dimension}::text AS dimension, ${column ?? Prisma.sql`NULL`}::text AS value, ${tally} FROM counted ${grouped}`;
    });
    const rows = await context.db.$queryRaw<Part<Dimension, Row>[]>`
      WITH counted AS MATERIALIZED (${matters}), parts AS (${Prisma.join(parts, ' UNION ALL ')})
      SELECT * FROM parts ORDER BY value COLLATE "C" NULLS LAST ${also === undefined ? Prisma.empty : Prisma.sql`, ${also}`}`;
    return inGroups(dimensions, rows, (row) => row.dimension);
  });
}

/**
 * The column of the region that a matter's row stands under: of a province its prefectures, of a prefecture its counties.
 * What is directly below a province, as the districts of a municipality and counties under a province (省直辖县), stands
 * by itself; so does what is the asked region's own.
 */
export function regionBelow(asked: string, code: Prisma.Sql): Prisma.Sql {
  if (!asked.endsWith('0000') || MUNICIPALITIES.includes(asked.slice(0, 2))) return code;
  return Prisma.sql`CASE WHEN substr(${code}, 3, 2) IN ('00', '90') THEN ${code} ELSE substr(${code}, 1, 4) || '00' END`;
}

/** 北京, 天津, 上海, 重庆. */
const MUNICIPALITIES: readonly string[] = ['11', '12', '31', '50'];
