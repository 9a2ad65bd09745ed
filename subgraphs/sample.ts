import type { Pool } from 'pg';
import type { NewEntry } from '../core/change.ts';
import type { SqlTransaction } from '../feed/append.ts';
import type { Log } from '../feed/log.ts';
import { loadSample as catalogueSample } from './catalogue/sample.ts';
import { openClient as openCatalogue } from './catalogue/store/database.ts';
import { loadSample as documentsSample } from './documents/sample.ts';
import { openClient as openDocuments } from './documents/store/database.ts';
import { transact, type Transacting } from './kit/transact.ts';
import { loadSample as pricingSample } from './pricing/sample.ts';
import { openClient as openPricing } from './pricing/store/database.ts';
import { loadSample as sentimentSample } from './sentiment/sample.ts';
import { openClient as openSentiment } from './sentiment/store/database.ts';

type Load<Tx> = (tx: Tx, record: (...entries: readonly NewEntry[]) => void) => Promise<void>;

/**
 * Fills a new database with the sample, owner by owner: each in one transaction with its entries of the log, and each
 * once, so that an interrupted first start goes on where it stopped.
 */
export async function loadSample(pool: Pool, log: Log): Promise<void> {
  await loadOnce('catalogue', openCatalogue(pool), log, catalogueSample);
  await loadOnce('documents', openDocuments(pool), log, documentsSample);
  await loadOnce('pricing', openPricing(pool), log, pricingSample);
  await loadOnce('sentiment', openSentiment(pool), log, sentimentSample);
}

async function loadOnce<Tx extends SqlTransaction>(
  owner: string,
  db: Transacting<Tx> & { $disconnect(): Promise<void> },
  log: Log,
  load: Load<Tx>,
): Promise<void> {
  await transact<Tx, boolean>({ db, log }, async (tx, record) => {
    const claimed = await tx.$queryRawUnsafe<unknown[]>(
      `insert into "${owner}".checkpoint (follower, position) values ('sample', 0) on conflict do nothing returning 1`,
    );
    if (claimed.length > 0) await load(tx, record);
    return claimed.length > 0;
  });
  await db.$disconnect();
}
