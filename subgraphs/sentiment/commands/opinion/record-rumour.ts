import { randomUUID } from 'node:crypto';
import { refuseIfAny, type Refusal } from '../../../../core/refusal.ts';
import { stepRefusals } from '../../rules/opinion/allowed-steps.ts';
import { LONGEST, requiredText } from '../../rules/opinion/opinion-input.ts';
import { maskPersonalData } from '../../rules/privacy/mask.ts';
import type { OpinionEvent, SentimentContext } from '../../store/database.ts';
import { handleEvent } from './handled-event.ts';

/** So many rumours are kept of one event. */
const MOST_RUMOURS = 200;

/**
 * Records a rumour (不实传言) that goes with an opinion event. The public reads it once an answer refutes it, not before,
 * lest the hub spread it; personal data in it are masked.
 *
 * @throws Refused when not permitted, or when the event is closed
 * @see rule P5
 */
export function recordRumour(
  { event: eventId, claim }: { readonly event: string; readonly claim: string },
  context: SentimentContext,
): Promise<OpinionEvent> {
  const asked = { id: eventId, roles: ['EDITOR', 'PUBLISHER'], path: ['event'] } as const;
  return handleEvent(context, asked, async ({ tx, event, now, by, path }) => {
    refuseIfAny([
      ...stepRefusals('record a rumour', event, path),
      ...requiredText(['claim'], claim, LONGEST.claim),
      ...tooMany(await tx.rumour.count({ where: { eventId } })),
    ]);
    await tx.rumour.create({
      data: { id: randomUUID(), eventId, claim: maskPersonalData(claim.trim()).text, recordedAt: now, recordedBy: by },
    });
    return event;
  });
}

function tooMany(known: number): Refusal[] {
  if (known < MOST_RUMOURS) return [];
  return [{ code: 'TOO_MANY_VALUES', path: ['event'], expected: String(MOST_RUMOURS), got: String(known + 1) }];
}
