import { Prisma, type MonthlyFigures } from '../../../../prisma/generated/sentiment/client/client.ts';
import { civilDate, fromUtcMidnight, toUtcMidnight } from '../../../../core/civil-date.ts';
import { Fault } from '../../../../core/fault.ts';
import { readPage, type Page, type PageArgs } from '../../../kit/page.ts';
import { entityLoader, inGroups, perRequest } from '../../../kit/per-request.ts';
import { daysOfMonth, monthOf, type Month } from '../../rules/figures/month.ts';
import { monthlyFigures, type MonthlyFigureValues } from '../../rules/figures/monthly-figures.ts';
import type { Period } from '../../rules/performance/response-performance.ts';
import type { Database, SentimentContext, Transaction } from '../database.ts';
import type { Counter } from '../performance/by-dimension.ts';
import { countedEvents } from '../performance/counted-events.ts';
import { countedInquiries, inquiryRows, wholeInquiryTally } from '../performance/inquiry-performance.ts';
import { wholeTally } from '../performance/response-performance.ts';

export type { MonthlyFigures } from '../../../../prisma/generated/sentiment/client/client.ts';

/** The figures of one month by their id, batched. */
export const monthlyFiguresById = entityLoader<Database, MonthlyFigures>({
  typeName: 'MonthlyFigures',
  keyOf: (figures) => figures.id,
  find: (query, ids, { db }) => db.monthlyFigures.findMany({ ...query, where: { id: { in: ids } } }),
});

/** The id of the figures of a region and a month. */
export function figuresId(region: string, month: Month): string {
  return `${region}/${month}`;
}

/** The month that figures are of. */
export function monthOfRow({ month }: Pick<MonthlyFigures, 'month'>): Month {
  return monthOf(fromUtcMidnight(month));
}

/** Works out the figures of a region and those below it as they stand now; two statements. */
export async function figuresNow(context: Counter, region: string, days: Period): Promise<MonthlyFigureValues> {
  const inquiriesCounted = countedInquiries({ region, ...days });
  const [events, inquiries, routes, kinds] = await Promise.all([
    wholeTally(context, countedEvents({ region, ...days })),
    wholeInquiryTally(context, inquiriesCounted),
    inquiryRows(context, inquiriesCounted, 'ROUTE'),
    inquiryRows(context, inquiriesCounted, 'KIND'),
  ]);
  const received = new Map([...routes, ...kinds].map((row) => [row.value, row.received]));
  return monthlyFigures({ events, inquiries, receivedBy: (name) => received.get(name) ?? 0 });
}

/**
 * Takes the next revision of the figures of a month: 1 when there are none yet. Whoever else publishes the same waits
 * until the transaction ends.
 */
export async function takeRevision(tx: Transaction, region: string, month: Month): Promise<number> {
  const [taken] = await tx.$queryRaw<{ revision: number }[]>`
    INSERT INTO sentiment.monthly_figures (id, region_code, month, figures, published_at, published_by)
    VALUES (${figuresId(region, month)}, ${region}, ${`${month}-01`}::date, '{}', now(), '')
    ON CONFLICT (id) DO UPDATE SET revision = monthly_figures.revision + 1 RETURNING revision`;
  return taken?.revision ?? 1;
}

/**
 * The published figures of a region, the newest month first. However many regions a request asks for, their pages come by
 * two statements, and their counts by one.
 *
 * @throws Fault CURSOR_INVALID for a cursor of another list
 */
export function monthlyFiguresOf(
  context: SentimentContext,
  region: string,
  page: PageArgs,
): Promise<Page<MonthlyFigures>> {
  return readPage<MonthlyFigures>(page, {
    find: (take, position) => pages(context, take, position === null ? null : firstDayOf(position[0])).load(region),
    positionOf: (row) => [monthOfRow(row)],
    count: () => counts(context).load(region),
  });
}

function firstDayOf(month = ''): Date {
  if (daysOfMonth(month) !== null) return toUtcMidnight(civilDate(`${month}-01`));
  throw new Fault('CURSOR_INVALID', `Expected a page cursor of monthly figures, got one of ${JSON.stringify(month)}.`);
}

function pages(context: SentimentContext, take: number, before: Date | null) {
  const name = `monthly figures: ${String(take)} before ${String(before?.toISOString())}`;
  return perRequest(context, name, async (regions: readonly string[]) => {
    const after = before === null ? Prisma.empty : Prisma.sql`AND f.month < ${before}::date`;
    const ids = await context.db.$queryRaw<{ id: string }[]>`
      SELECT page.id FROM unnest(${regions}::text[]) AS asked (code), LATERAL (
        SELECT f.id FROM sentiment.monthly_figures f WHERE f.region_code = asked.code ${after}
         ORDER BY f.month DESC LIMIT ${take}) page`;
    const rows = await context.db.monthlyFigures.findMany({
      where: { id: { in: ids.map(({ id }) => id) } },
      orderBy: { month: 'desc' },
    });
    return inGroups(regions, rows, (row) => row.regionCode);
  });
}

function counts(context: SentimentContext) {
  return perRequest(context, 'monthly figures: how many', async (regions: readonly string[]) => {
    const rows = await context.db.monthlyFigures.groupBy({
      by: ['regionCode'],
      where: { regionCode: { in: [...regions] } },
      _count: true,
    });
    const counted = new Map(rows.map(({ regionCode, _count }) => [regionCode, _count]));
    return regions.map((region) => counted.get(region) ?? 0);
  });
}
