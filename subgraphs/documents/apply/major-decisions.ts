import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { remove, replaceAll, upsert, type HeldTable } from '../../kit/held-table.ts';
import { linkRows, meetingRows, stepRows } from './decision-parts.ts';
import { ToldPayload } from '../../kit/told-payload.ts';

const TABLE: HeldTable = {
  name: 'documents.major_decision',
  key: { id: 'text' },
  columns: {
    ...{ catalogue_id: 'text', issuer_id: 'text', region_code: 'text', title: 'text', undertaker: 'text' },
    ...{ planned_for: 'text', stage: 'documents.decision_stage', consultation_opens_on: 'date' },
    ...{ consultation_closes_on: 'date', shortening_reason: 'text' },
    ...{ consultation_channels: 'documents.decision_channel[]', decided_on: 'date', document_id: 'text' },
    ...{ feedback_due_on: 'date', is_feedback_due_provisional: 'boolean', feedback_published_at: 'timestamptz' },
    ...{ opinions_collected: 'int', opinions_adopted: 'int', not_adopted_reasons: 'text', abandoned_reason: 'text' },
    ...{ is_sample: 'boolean', held_from: 'text' },
  },
};

const STEPS: HeldTable = {
  name: 'documents.decision_step',
  key: { decision_id: 'text', sequence: 'int' },
  columns: { kind: 'documents.decision_step_kind', '"on"': 'date' },
  kept: { taken_by: 'text', taken_at: 'timestamptz' },
};

const MEETINGS: HeldTable = {
  name: 'documents.decision_meeting',
  key: { decision_id: 'text' },
  columns: {
    ...{ issuer_id: 'text', held_on: 'date', public_representatives: 'int', opinions_voiced: 'int' },
    opinions_adopted: 'int',
  },
};

const LINKS: HeldTable = {
  name: 'documents.decision_link',
  key: { id: 'text' },
  columns: {
    ...{ decision_id: 'text', kind: 'documents.decision_link_kind', sequence: 'int', title: 'text', url: 'text' },
    document_id: 'text',
  },
};

/**
 * Takes over major administrative decisions (重大行政决策), each with its whole page. Of one that is withdrawn nothing
 * stays.
 */
export async function applyMajorDecisions(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const gone = entries.filter(({ kind }) => kind === 'WITHDRAWN');
  await remove(
    tx,
    TABLE,
    gone.map(({ subjectId: id }) => ({ id })),
  );
  const standing = entries.filter(({ kind }) => kind !== 'WITHDRAWN');
  const [rows, steps] = [standing.map(rowOf), standing.flatMap(stepRows)];
  const [meetings, links] = [standing.flatMap(meetingRows), standing.flatMap(linkRows)];
  await upsert(tx, TABLE, rows);
  const [parent, ids] = ['decision_id', standing.map(({ subjectId }) => subjectId)];
  await replaceAll(tx, STEPS, { parent, ids, rows: steps });
  await replaceAll(tx, MEETINGS, { parent, ids, rows: meetings });
  await replaceAll(tx, LINKS, { parent, ids, rows: links });
}

function rowOf(entry: HeldEntry) {
  const told = ToldPayload.of(entry);
  // The catalogue says of which year it is.
  told.count('year');
  return {
    ...{ id: entry.subjectId, catalogue_id: told.text('catalogue'), issuer_id: told.text('issuer') },
    ...{ region_code: told.text('region'), title: told.text('title'), undertaker: told.text('undertaker') },
    ...{ planned_for: told.textOrNull('plannedFor'), stage: told.text('stage') },
    ...consultationOf(told.innerOrNull('consultation')),
    ...{ decided_on: told.dayOrNull('decidedOn'), document_id: told.textOrNull('document') },
    ...{ feedback_due_on: told.dayOrNull('feedbackDueOn') },
    ...{ is_feedback_due_provisional: told.flag('isFeedbackDueProvisional') },
    ...feedbackOf(told.innerOrNull('feedback')),
    ...{ abandoned_reason: told.textOrNull('abandonedReason'), is_sample: told.flag('isSample') },
    held_from: entry.lane,
  };
}

function consultationOf(told: ToldPayload | null) {
  return {
    ...{ consultation_opens_on: told?.day('opensOn') ?? null, consultation_closes_on: told?.day('closesOn') ?? null },
    ...{ shortening_reason: told?.textOrNull('shorteningReason') ?? null },
    consultation_channels: told?.texts('channels') ?? [],
  };
}

function feedbackOf(told: ToldPayload | null) {
  return {
    ...{ feedback_published_at: told?.instant('publishedAt') ?? null },
    ...{ opinions_collected: told?.countOrNull('opinionsCollected') ?? null },
    ...{ opinions_adopted: told?.countOrNull('opinionsAdopted') ?? null },
    ...{ not_adopted_reasons: told?.textOrNull('notAdoptedReasons') ?? null },
  };
}
