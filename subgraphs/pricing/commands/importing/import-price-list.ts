import { randomUUID } from 'node:crypto';
import { civilDateOf } from '../../../../core/civil-date.ts';
import { Fault } from '../../../../core/fault.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import type { BulkSession } from '../../../../core/sql.ts';
import type { Spooled } from '../../../kit/spool.ts';
import type { PublishedList } from '../../events.ts';
import type { PricingContext } from '../../store/database.ts';
import { createStaged, dropStaged, type StagedTable } from '../../store/publishing/staged-table.ts';
import { tiersOf } from '../../store/tiers/price-tiers.ts';
import { Found } from './found.ts';
import type { ImportRequest } from './import-request.ts';
import { ListLoader } from './list-loader.ts';
import { openPriceFile, type PriceFile } from './price-file.ts';
import { publishLoaded, type ListChanges } from './publish-loaded.ts';

/** How far an import has come. */
export interface ImportProgress {
  readonly stage: 'READING' | 'CHECKING' | 'PUBLISHING';
  /** Prices read so far. */
  readonly prices: number;
}

/** Who watches an import, and can end it. */
export interface Watch {
  readonly onProgress: (progress: ImportProgress) => void;
  readonly signal: AbortSignal;
}

/** What came of an import. */
export interface ImportOutcome {
  /** Null when it is refused. */
  readonly list: PublishedList | null;
  readonly changes: ListChanges | null;
  /** Reasons that lie in no cell of the file. */
  readonly refusals: readonly Refusal[];
  /** To be disposed of by whoever has the outcome. */
  readonly found: Found;
  readonly file: PriceFile;
  /** Prices that were read. */
  readonly prices: number;
}

/**
 * Publishes the prices of a file in place of the institution's last list of that kind: all of them, or none. Lines are
 * loaded into a temporary table as they are read, outside of any transaction; one short transaction then compares,
 * writes and logs. Whatever ends it before that commits leaves the old list in force.
 *
 * @throws Refused with the code FILE_UNREADABLE
 * @throws Fault LIMIT_EXCEEDED, CANCELLED
 * @see rules H1, H7, H9, H12, H13
 */
export async function importPriceList(
  file: Spooled,
  request: ImportRequest,
  context: PricingContext,
  watch: Watch,
): Promise<ImportOutcome> {
  const found = await Found.open();
  const session = await context.openBulk();
  let table: StagedTable | null = null;
  try {
    table = await createStaged(session, randomUUID());
    const { priceFile, loader } = await load({ file, request, session, table, found }, context, watch);
    watch.onProgress({ stage: 'CHECKING', prices: loader.lines });
    const published = await publishLoaded(
      { request, session, table, found, currency: currencyOf(priceFile) },
      context,
      () => {
        watch.onProgress({ stage: 'PUBLISHING', prices: loader.lines });
      },
    );
    return { ...published, found, file: priceFile, prices: loader.lines };
  } catch (error) {
    await found.dispose();
    throw error;
  } finally {
    if (table !== null) await dropStaged(session, table).catch(() => undefined);
    await session.release();
  }
}

/** A list on its way into the database. */
interface Loading {
  readonly file: Spooled;
  readonly request: ImportRequest;
  readonly session: BulkSession;
  readonly table: StagedTable;
  readonly found: Found;
}

async function load({ file, request, session, table, found }: Loading, context: PricingContext, watch: Watch) {
  const { kind, effectiveOn, onlySheet, institution } = request;
  const today = civilDateOf(context.clock.now());
  const tiers = await tiersOf(context.db, institution.regionCode);
  const priceFile = await openPriceFile(file, { kind, effectiveOn, today, tiers, onlySheet });
  const loader = new ListLoader(session, table);
  try {
    for await (const { prices, findings } of priceFile.stretches()) {
      if (watch.signal.aborted) throw new Fault('CANCELLED', 'Whoever sent the file went away; nothing was published.');
      await found.add(findings);
      await loader.take(prices);
      watch.onProgress({ stage: 'READING', prices: loader.lines });
    }
    await loader.end();
  } finally {
    await loader.settle();
  }
  return { priceFile, loader };
}

/** A file is in one currency; the standard forms of other countries say in which. */
function currencyOf(file: PriceFile): string {
  return file.readings().find(({ prices }) => prices > 0)?.currency ?? 'CNY';
}
