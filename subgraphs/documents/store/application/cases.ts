import { civilDateOf, fromUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import type { Deadline, WorkingCalendar } from '../../../../core/working-calendar.ts';
import { inOrder, perRequest } from '../../../kit/per-request.ts';
import { calendarOf } from '../../../kit/working-calendar.ts';
import { applicationClock, type ApplicationClock } from '../../rules/application/clock.ts';
import {
  consultationLimit,
  consultationOutcome,
  type ConsultationOutcome,
} from '../../rules/application/consultation.ts';
import { standingOf, type ConsultationStanding, type Standing } from '../../rules/application/standing.ts';
import type { DocumentsContext } from '../database.ts';
import { factOf } from './locked-application.ts';
import type { OfOffice } from './readable-application.ts';
import type { ApplicationEvent } from './rows.ts';

/** An event with the office that may read its note. */
export interface EventOfOffice extends ApplicationEvent {
  readonly office: OfOffice;
}

/** A consultation as it stands, with the office that may read who was asked. */
export interface ConsultationOfOffice extends ConsultationStanding {
  readonly office: OfOffice;
  readonly party: Uint8Array | null;
  /** The last day for the answer. */
  readonly limit: Deadline;
  readonly outcome: ConsultationOutcome;
}

/** An application with everything that happened to it, and what that comes to by the calendar as it stands now. */
export interface ApplicationCase {
  readonly events: readonly EventOfOffice[];
  readonly consultations: readonly ConsultationOfOffice[];
  readonly standing: Standing;
  readonly clock: ApplicationClock;
  readonly calendar: WorkingCalendar;
}

const NAME = 'application cases';

/** The case of an application; however many a request asks for, they come by one query, and the calendar by one. */
export function caseOf(context: DocumentsContext, id: string): Promise<ApplicationCase | null> {
  return perRequest(context, NAME, async (ids: readonly string[]) => {
    const [calendar, rows] = await Promise.all([calendarOf(context), rowsOf(context, [...ids])]);
    const today = civilDateOf(context.clock.now());
    return inOrder(ids, rows, (row) => row.id).map((row) => row && toCase(row, calendar, today));
  }).load(id);
}

/** Makes the rest of a request read cases anew, after a change. */
export function forgetCases(context: Pick<DocumentsContext, 'loaders'>): void {
  context.loaders.delete(NAME);
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function rowsOf({ db }: DocumentsContext, ids: string[]) {
  return db.disclosureApplication.findMany({
    where: { id: { in: ids } },
    select: {
      ...{ id: true, officeId: true, regionCode: true, receivedOn: true },
      events: { orderBy: { sequence: 'asc' } },
      consultations: true,
    },
  });
}

function toCase({ officeId, regionCode, ...row }: Row, calendar: WorkingCalendar, today: CivilDate): ApplicationCase {
  const office = { officeId, regionCode };
  const standing = standingOf(row.events.map(factOf));
  const parties = new Map(row.consultations.map(({ id, party }) => [id, party]));
  return {
    events: row.events.map((event) => ({ ...event, office })),
    consultations: standing.consultations.map((one) => ({
      ...one,
      office,
      party: parties.get(one.id) ?? null,
      limit: consultationLimit(one, calendar),
      outcome: consultationOutcome(one, calendar, today),
    })),
    standing,
    clock: applicationClock(fromUtcMidnight(row.receivedOn), standing, calendar),
    calendar,
  };
}
