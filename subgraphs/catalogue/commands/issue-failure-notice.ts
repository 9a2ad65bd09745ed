import { randomUUID } from 'node:crypto';
import type { FailureNotice } from '../store/supervised.ts';
import { civilDateOf, toUtcMidnight } from '../../../core/civil-date.ts';
import { refuseIfAny, Refused } from '../../../core/refusal.ts';
import type { Role } from '../../../core/viewer.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import { failureNoticePublished, type NamedItem } from '../events/failure-notice.ts';
import { isFailure, noticeRefusals, type NoticeInput } from '../rules/failure-notice.ts';
import type { CatalogueContext, Transaction } from '../store/database.ts';
import { countedItems, type CountedItem } from '../store/failure-notices.ts';
import { superiorOf, type Superior } from '../store/superior-region.ts';
import { notFound } from './permitted-task.ts';

/** A notice as the superior writes it. */
export interface IssueFailureNoticeInput extends NoticeInput {
  /** The region that failed. */
  readonly region: string;
}

/** Who gives and withdraws notices: of the region above. */
export const NOTIFIERS: readonly Role[] = ['REVIEWER', 'PUBLISHER'];

/**
 * Gives public notice that a region has not disclosed what it must (通报); it is in the log from then on.
 *
 * @throws Refused when not permitted, when nobody stands above the region, or when an item is not failing today
 * @see rule C19
 */
export async function issueFailureNotice(
  input: IssueFailureNoticeInput,
  context: CatalogueContext,
): Promise<FailureNotice> {
  const { viewer } = context.scope;
  refuseIfAny(permissionRefusals(viewer, NOTIFIERS, null));
  const superior = await superiorOf(context, input.region);
  if (superior === null) {
    throw new Refused([notFound('Region (below another one)', ['input', 'region'], input.region)]);
  }
  refuseIfAny(permissionRefusals(viewer, NOTIFIERS, superior.regionCode));
  const today = civilDateOf(context.clock.now());
  const items = await countedItems(context, input.region, input.items, today);
  refuseIfAny(
    noticeRefusals(
      input,
      input.items.map((id) => items.get(id)?.status ?? null),
      today,
    ),
  );
  return keep(
    input,
    input.items.flatMap((id) => namedOf(items.get(id))),
    superior,
    context,
  );
}

function namedOf(item: CountedItem | undefined): NamedItem[] {
  return item !== undefined && isFailure(item.status) ? [{ ...item, status: item.status }] : [];
}

function keep(
  { region, body, rectifyBy }: IssueFailureNoticeInput,
  items: readonly NamedItem[],
  superior: Superior,
  context: CatalogueContext,
): Promise<FailureNotice> {
  const now = context.clock.now();
  return transact<Transaction, FailureNotice>(context, async (tx, record) => {
    const notice = await tx.failureNotice.create({
      data: {
        id: randomUUID(),
        regionCode: region,
        superiorCode: superior.regionCode,
        issuerId: superior.authorityId,
        body,
        rectifyBy: toUtcMidnight(rectifyBy),
        issuedAt: now,
        issuedBy: context.scope.viewer?.subject ?? '',
        items: { create: items.map(({ id, status }, ordinal) => ({ ordinal, itemId: id, status })) },
      },
    });
    record(failureNoticePublished(notice, items));
    return notice;
  });
}
