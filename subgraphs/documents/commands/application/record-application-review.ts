import { randomUUID } from 'node:crypto';
import { civilDateOf, fromUtcMidnight, toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import { refuseIfAny, Refused } from '../../../../core/refusal.ts';
import {
  contestableFrom,
  contestRefusals,
  type ApplicationReviewKind,
  type ApplicationReviewOutcome,
} from '../../rules/application/contested.ts';
import { standingOf } from '../../rules/application/standing.ts';
import { calendarForDeadlines } from '../../store/application/calendar.ts';
import { columnOf, lockApplication } from '../../store/application/locked-application.ts';
import type { ApplicationReview } from '../../store/application/rows.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { handlerRefusals } from './permitted-handler.ts';

export interface RecordApplicationReviewInput {
  readonly id: string;
  readonly kind: ApplicationReviewKind;
  readonly filedOn: CivilDate;
  readonly outcome: ApplicationReviewOutcome;
  readonly decidedOn?: CivilDate | null | undefined;
}

/**
 * Notes a reconsideration or a lawsuit over an application, or what came of it: noted again, it stands as told last.
 *
 * @throws Refused when not permitted, when there is no such application, or when rules refuse
 * @see rule A7
 */
export async function recordApplicationReview(
  { id: applicationId, decidedOn = null, ...contest }: RecordApplicationReviewInput,
  { scope, clock, db }: DocumentsContext,
): Promise<ApplicationReview> {
  const now = clock.now();
  refuseIfAny(handlerRefusals(scope.viewer, null));
  return db.$transaction(async (tx) => {
    const calendar = await calendarForDeadlines(tx);
    const locked = await lockApplication(tx, applicationId);
    if (locked === null) throw new Refused([{ code: 'NOT_FOUND', path: ['id'], expected: 'DisclosureApplication' }]);
    const { officeId, regionCode, receivedOn } = locked.application;
    refuseIfAny(handlerRefusals(scope.viewer, locked.application));
    const known = await tx.applicationReview.findMany({
      where: { applicationId },
      select: { kind: true, outcome: true },
    });
    const others = known.map(({ kind }) => kind).filter((kind) => kind !== contest.kind);
    const before = known.find(({ kind }) => kind === contest.kind)?.outcome ?? null;
    const from = contestableFrom(fromUtcMidnight(receivedOn), standingOf(locked.facts), calendar);
    const days = { from, today: civilDateOf(now) };
    refuseIfAny(contestRefusals({ ...contest, decidedOn }, { others, before }, days));
    const told = {
      ...contest,
      filedOn: toUtcMidnight(contest.filedOn),
      decidedOn: columnOf(decidedOn),
      recordedAt: now,
      recordedBy: scope.viewer?.subject ?? '',
    };
    return tx.applicationReview.upsert({
      where: { applicationId_kind: { applicationId, kind: contest.kind } },
      create: { id: randomUUID(), applicationId, officeId, regionCode, ...told },
      update: told,
    });
  });
}
