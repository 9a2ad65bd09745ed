import { Refused, refuseIfAny } from '../../../../core/refusal.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import { transact } from '../../../kit/transact.ts';
import { monthlyFiguresPublished } from '../../events/monthly-figures.ts';
import { daysOfMonth, monthRefusals, type Month } from '../../rules/figures/month.ts';
import type { SentimentContext, Transaction } from '../../store/database.ts';
import { figuresId, figuresNow, takeRevision, type MonthlyFigures } from '../../store/figures/monthly-figures.ts';

export interface PublishMonthlyFiguresInput {
  readonly region: string;
  readonly month: Month;
}

/**
 * Publishes the figures of a month that is over (每月公开受理数据), of a region and those below it, as they stand now; again, and
 * they are put right in a new revision.
 *
 * @throws Refused when not permitted, or for a month that is none or not over
 * @see rule P9
 */
export async function publishMonthlyFigures(
  { region, month }: PublishMonthlyFiguresInput,
  context: SentimentContext,
): Promise<MonthlyFigures> {
  const { viewer } = context.scope;
  const refusals = monthRefusals(month, context.clock.now());
  refuseIfAny([...permissionRefusals(viewer, ['PUBLISHER'], region), ...refusals]);
  const days = daysOfMonth(month);
  if (days === null) throw new Refused(refusals);
  return transact<Transaction, MonthlyFigures>(context, async (tx, record) => {
    const revision = await takeRevision(tx, region, month);
    // Behind the lock that the revision holds, so that a later revision never has older figures.
    const publishedAt = context.clock.now();
    const figures = await figuresNow({ ...context, db: tx, loaders: new Map() }, region, days);
    const row = await tx.monthlyFigures.update({
      where: { id: figuresId(region, month) },
      data: { figures, revision, publishedAt, publishedBy: viewer?.subject ?? '' },
    });
    record(monthlyFiguresPublished(row, { month, figures, publisherId: viewer?.institution ?? null }));
    return row;
  });
}
