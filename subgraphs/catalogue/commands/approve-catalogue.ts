import { civilDateOf, fromUtcMidnight, toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import { refuseIfAny } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact, type Record } from '../../kit/transact.ts';
import { catalogueChanged } from '../events/catalogue.ts';
import { reviewRefusals } from '../rules/edition-input.ts';
import { calendarForDeadlines } from '../store/calendar-years.ts';
import type { Catalogue, CatalogueContext, Transaction } from '../store/database.ts';
import { addStep } from '../store/edition-writes.ts';
import { itemsOfEdition } from '../store/editions.ts';
import { setFirstDues } from '../store/first-dues.ts';
import { editionOfReviewer, type LockedEdition } from './permitted-edition.ts';

/**
 * Approves a filed edition: it is public from then on and takes effect on the day it asked for, but not before today.
 * Whatever edition held until then is superseded. What was owed already is owed by its old day: a new edition starts no
 * clock anew.
 *
 * @throws Refused when not permitted, or when it is not filed
 * @see rules C8, C10, C11
 */
export async function approveCatalogue(
  { id, note }: { readonly id: string; readonly note: string | null },
  context: CatalogueContext,
): Promise<Catalogue> {
  const { viewer } = context.scope;
  const now = context.clock.now();
  const by = viewer?.subject ?? '';
  refuseIfAny(permissionRefusals(viewer, ['REVIEWER'], null));
  return transact<Transaction, Catalogue>(context, async (tx, record) => {
    const calendar = await calendarForDeadlines(tx);
    const filed = await editionOfReviewer(tx, viewer, id);
    refuseIfAny(reviewRefusals(note, []));
    const effectiveOn = await startOf(tx, filed, civilDateOf(now));
    await setFirstDues(tx, id, effectiveOn, calendar);
    await supersede(tx, filed, { effectiveOn, now, by, record });
    await addStep(tx, { catalogueId: id, status: 'APPROVED', at: now, by, note });
    const data = { status: 'APPROVED', effectiveOn: toUtcMidnight(effectiveOn) } as const;
    const approved = await tx.catalogue.update({ where: { id }, data });
    record(catalogueChanged('PUBLISHED', approved, await itemsOfEdition(tx, id), now));
    return approved;
  });
}

/** The first day on which it holds: not in the past, and not before an edition that was approved earlier. */
async function startOf(
  tx: Transaction,
  { regionCode, effectiveOn }: LockedEdition,
  today: CivilDate,
): Promise<CivilDate> {
  const last = await tx.catalogue.findFirst({
    where: { regionCode, status: 'APPROVED' },
    orderBy: { effectiveOn: 'desc' },
    select: { effectiveOn: true },
  });
  const days = [effectiveOn, last?.effectiveOn ?? null].flatMap((day) => (day === null ? [] : [fromUtcMidnight(day)]));
  return days.reduce((latest, day) => (day > latest ? day : latest), today);
}

interface Succession {
  readonly effectiveOn: CivilDate;
  readonly now: Date;
  readonly by: string;
  readonly record: Record;
}

/** Ends the editions that the new one takes the place of; each tells the log until when it held. */
async function supersede(tx: Transaction, { regionCode }: LockedEdition, succession: Succession): Promise<void> {
  const { effectiveOn, now, by, record } = succession;
  const data = { status: 'SUPERSEDED', effectiveUntil: toUtcMidnight(effectiveOn) } as const;
  for (const { id } of await tx.catalogue.findMany({ where: { regionCode, status: 'APPROVED' } })) {
    await addStep(tx, { catalogueId: id, status: 'SUPERSEDED', at: now, by });
    const ended = await tx.catalogue.update({ where: { id }, data });
    record(catalogueChanged('REVISED', ended, await itemsOfEdition(tx, id), now));
  }
}
