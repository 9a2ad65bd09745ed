import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { EVENT_STATUSES } from '../rules/opinion/allowed-steps.ts';
import { heldDueInstants, supposedDueAt } from '../rules/opinion/held-due-instants.ts';
import { SEVERITIES } from '../rules/opinion/response-deadline.ts';
import { ToldPayload } from '../../kit/told-payload.ts';
import { remove, upsert, type HeldTable } from '../../kit/held-table.ts';

const TABLE: HeldTable = {
  name: 'sentiment.opinion_event',
  key: { id: 'text' },
  columns: {
    ...{ region_code: 'text', title: 'text', topic: 'text', places: 'text[]' },
    ...{ severity: 'sentiment.severity', status: 'sentiment.opinion_event_status', detected_at: 'timestamptz' },
    ...{ verification_asked: 'boolean', responsible_id: 'text', response_due_at: 'timestamptz' },
    ...{ rework_due_at: 'timestamptz', verification_due_at: 'timestamptz', responded_at: 'timestamptz' },
    ...{ closed_at: 'timestamptz', is_sample: 'boolean', held_from: 'text' },
  },
  kept: { source: 'sentiment.opinion_source', recorded_by: 'text', recorded_at: 'timestamptz' },
};

/** Takes over opinion events. Where one comes up is not told, so the source of a new one is OTHER. */
export async function applyOpinionEvents(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const rows = entries.filter(({ kind }) => kind !== 'WITHDRAWN').map(rowOf);
  await upsert(tx, TABLE, await withFirstDue(tx, rows));
  const gone = entries.filter(({ kind }) => kind === 'WITHDRAWN');
  await remove(
    tx,
    TABLE,
    gone.map(({ subjectId: id }) => ({ id })),
  );
}

function rowOf(entry: HeldEntry) {
  const told = ToldPayload.of(entry);
  const [detectedAt, respondedAt] = [told.instant('detectedAt'), told.instantOrNull('respondedAt')];
  const [severity, status] = [told.oneOf('severity', SEVERITIES), told.oneOf('status', EVENT_STATUSES)];
  const answerDueAt = told.instantOrNull('responseDueAt');
  const verificationDueAt = told.instantOrNull('verificationDueAt');
  const due = heldDueInstants({ detectedAt, severity, status, respondedAt, answerDueAt });
  return {
    ...{ id: entry.subjectId, region_code: told.text('region'), title: told.text('title') },
    ...{ topic: told.textOrNull('topic'), places: told.texts('places'), severity, status, detected_at: detectedAt },
    ...{ verification_asked: verificationDueAt !== null, responsible_id: told.textOrNull('responsible') },
    ...{ response_due_at: due.responseDueAt, rework_due_at: due.reworkDueAt, verification_due_at: verificationDueAt },
    ...{ responded_at: respondedAt, closed_at: told.instantOrNull('closedAt'), is_sample: told.flag('isSample') },
    ...{ held_from: entry.lane, source: 'OTHER', recorded_by: '', recorded_at: detectedAt },
  };
}

type Row = ReturnType<typeof rowOf>;

/**
 * An event that is answered anew tells no longer by when it was answered first: that stays as it is known, so that a late
 * first answer is never taken for one in time.
 */
async function withFirstDue(tx: SqlRunner, rows: readonly Row[]): Promise<readonly Row[]> {
  const anew = rows.filter((row) => row.rework_due_at !== null);
  if (anew.length === 0) return rows;
  const known = await tx.$queryRawUnsafe<{ id: string; due: string }[]>(
    `select id, to_json(response_due_at) #>> '{}' as due from sentiment.opinion_event
      where id = any($1::text[]) and response_due_at is not null`,
    anew.map(({ id }) => id),
  );
  const dues = new Map(known.map(({ id, due }) => [id, new Date(due)]));
  return rows.map((row) =>
    row.rework_due_at === null
      ? row
      : {
          ...row,
          response_due_at: dues.get(row.id) ?? supposedDueAt({ detectedAt: row.detected_at, severity: row.severity }),
        },
  );
}
