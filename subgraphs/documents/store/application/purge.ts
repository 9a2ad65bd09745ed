import { toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import type { Database } from '../database.ts';

const BATCH = 500;

/**
 * Takes whatever is personal out of what was closed long enough ago; what statistics need stays. An application over
 * which a reconsideration or a lawsuit is pending waits for its end. Again, it changes nothing.
 */
export async function purgePersonal(db: Database, today: CivilDate, now: Date): Promise<void> {
  const due = { purgeDueOn: { lte: toUtcMidnight(today) }, purgedAt: null };
  for (;;) {
    const found = await db.disclosureApplication.findMany({
      where: { ...due, reviews: { none: { outcome: 'PENDING' } } },
      select: { id: true },
      take: BATCH,
    });
    const ids = found.map(({ id }) => id);
    if (ids.length > 0) await purgeApplications(db, ids, now);
    if (ids.length < BATCH) break;
  }
  const gone = { content: null, note: null, purgedAt: now };
  await db.complaint.updateMany({ where: due, data: gone });
  await db.informationCorrection.updateMany({ where: due, data: gone });
}

async function purgeApplications(db: Database, ids: string[], now: Date): Promise<void> {
  const ofThem = { applicationId: { in: ids } };
  await db.$transaction([
    db.disclosureApplication.updateMany({
      where: { id: { in: ids } },
      data: { applicant: null, content: null, applicantKey: null, purgedAt: now },
    }),
    db.applicationEvent.updateMany({ where: ofThem, data: { note: null } }),
    db.consultation.updateMany({ where: ofThem, data: { party: null } }),
    db.proactiveReview.updateMany({ where: ofThem, data: { note: null } }),
  ]);
}
