import { toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import type { Database } from '../database.ts';

const BATCH = 500;

/**
 * Takes whatever is personal out of what was closed long enough ago: what was asked, by whom, what was noted and what was
 * shown for it. The stage, the dates and the clocks stay, for statistics. Again, it changes nothing.
 */
export async function purgeInquiries(db: Database, today: CivilDate): Promise<void> {
  for (;;) {
    const found = await db.inquiry.findMany({
      where: { purgeDueOn: { lte: toUtcMidnight(today) } },
      orderBy: { purgeDueOn: 'asc' },
      select: { id: true },
      take: BATCH,
    });
    const ids = found.map(({ id }) => id);
    if (ids.length > 0) await erase(db, ids);
    if (ids.length < BATCH) return;
  }
}

async function erase(db: Database, ids: string[]): Promise<void> {
  await db.$transaction([
    db.inquiryStep.updateMany({ where: { inquiryId: { in: ids } }, data: { note: null, evidence: [] } }),
    db.inquiry.updateMany({
      where: { id: { in: ids } },
      data: { body: null, name: null, contact: null, contactDigest: null, purgeDueOn: null },
    }),
  ]);
}
