import { startOfDay } from '../../../core/civil-date.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { ToldPayload } from '../../kit/told-payload.ts';

/** The steps of a decision. When each was recorded is not told; the day on which it happened stands for that. */
export function stepRows(entry: HeldEntry) {
  return ToldPayload.of(entry)
    .inners('steps')
    .map((step, at) => ({
      ...{ decision_id: entry.subjectId, sequence: at + 1, kind: step.text('kind'), on: step.day('on') },
      ...{ taken_by: '', taken_at: startOfDay(step.day('on')).toISOString() },
    }));
}

/** The meeting that discussed a decision, or none. */
export function meetingRows(entry: HeldEntry) {
  const told = ToldPayload.of(entry);
  const meeting = told.innerOrNull('meeting');
  if (meeting === null) return [];
  return [
    {
      ...{ decision_id: entry.subjectId, issuer_id: told.text('issuer'), held_on: meeting.day('heldOn') },
      ...{ public_representatives: meeting.count('publicRepresentatives') },
      ...{ opinions_voiced: meeting.count('opinionsVoiced'), opinions_adopted: meeting.count('opinionsAdopted') },
    },
  ];
}

/** The links on the page of a decision; each is named by its place, since no id of it is told. */
export function linkRows(entry: HeldEntry) {
  return ToldPayload.of(entry)
    .inners('links')
    .map((link, at) => ({
      ...{ id: `${entry.subjectId}/${String(at + 1)}`, decision_id: entry.subjectId, sequence: at + 1 },
      ...{ kind: link.text('kind'), title: link.text('title'), url: link.textOrNull('url') },
      document_id: link.textOrNull('document'),
    }));
}
