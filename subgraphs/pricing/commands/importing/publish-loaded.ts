import { randomUUID } from 'node:crypto';
import { civilDateOf } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import type { BulkSession, SqlRunner } from '../../../../core/sql.ts';
import type { PublishedList } from '../../events.ts';
import { shrinkFindings } from '../../rules/checks/shrunk-list.ts';
import { listHeadRefusals } from '../../rules/list-head.ts';
import type { PricingContext } from '../../store/database.ts';
import { countChanges, workOutDifference } from '../../store/publishing/list-difference.ts';
import { outlyingPrices } from '../../store/publishing/outlying-prices.ts';
import { lockLatestList, type ListHead } from '../../store/publishing/price-lists.ts';
import { dropLinesListedTwice, jumpedPrices, repeatedLines } from '../../store/publishing/staged-findings.ts';
import { analyseStaged, type StagedTable } from '../../store/publishing/staged-table.ts';
import { publishStaged } from '../publish-staged.ts';
import type { Found } from './found.ts';
import type { ImportRequest } from './import-request.ts';

/** How many prices a list begins, changes and ends. */
export interface ListChanges {
  readonly appeared: number;
  readonly changed: number;
  readonly ended: number;
}

/** A list whose lines are all loaded. */
interface Loaded {
  readonly request: ImportRequest;
  readonly session: BulkSession;
  readonly table: StagedTable;
  readonly found: Found;
  readonly currency: string;
}

interface Published {
  readonly list: PublishedList | null;
  readonly changes: ListChanges | null;
  readonly refusals: readonly Refusal[];
}

/** Ends the transaction without a trace when the list is refused. */
class ListRefused extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super('The list is refused.');
    this.refusals = refusals;
  }
}

/**
 * Checks a loaded list as a whole and puts it in force, in one transaction: either all of it, or nothing and everything
 * that was found.
 *
 * @param onAccepted - called when nothing refuses it any more
 */
export async function publishLoaded(
  loaded: Loaded,
  context: PricingContext,
  onAccepted: () => void,
): Promise<Published> {
  const { request, session, table, found, currency } = loaded;
  const { institution, kind, effectiveOn, title } = request;
  try {
    const published = await session.transaction(async (tx) => {
      const latest = await lockLatestList(tx, institution.id, kind);
      // Behind the lock, so that of two lists at once the later one is published later.
      const now = context.clock.now();
      const head: ListHead = {
        ...{ id: randomUUID(), institutionId: institution.id, kind, title: title.trim(), effectiveOn, currency },
        ...{ publishedAt: now, supersedesId: latest?.id ?? null, isSample: false },
      };
      const standing = { today: civilDateOf(now), latest: latest?.effectiveOn ?? null };
      const refusals = listHeadRefusals({ title, effectiveOn }, [], standing);
      await check(tx, loaded, head);
      if (refusals.length > 0 || found.errors > 0) throw new ListRefused(refusals);
      onAccepted();
      const entries = await context.log.stage(tx);
      const { appeared, changed, ended } = await countChanges(tx, table);
      const changes = { appeared, changed, ended };
      const staged = { table, head, institution, catalogueItemIds: request.catalogueItemIds };
      const list = await publishStaged(tx, staged, (more) => entries.add(more));
      await entries.append();
      return { list, changes, refusals };
    });
    context.log.wake();
    return published;
  } catch (error) {
    if (error instanceof ListRefused) return { list: null, changes: null, refusals: error.refusals };
    throw error;
  }
}

async function check(tx: SqlRunner, { request, table, found }: Loaded, head: ListHead): Promise<void> {
  await analyseStaged(tx, table);
  const errors = found.errors;
  for await (const findings of repeatedLines(tx, table)) await found.add(findings);
  if (found.counts.has('PRICE_LISTED_TWICE')) await dropLinesListedTwice(tx, table);
  // A thing listed with two prices would be compared with both; which one is meant is not known.
  if (found.errors === errors) {
    await workOutDifference(tx, table, head);
    for await (const findings of jumpedPrices(tx, table)) await found.add(findings);
    await found.add(shrinkFindings(await countChanges(tx, table), errors > 0));
  }
  const of = { ...head, regionCode: request.institution.regionCode };
  for await (const findings of outlyingPrices(tx, table, of)) await found.add(findings);
}
