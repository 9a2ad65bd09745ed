import { eventStage, type EventStage } from '../../rules/opinion/event-stage.ts';
import { heldStage } from '../../rules/opinion/held-stage.ts';
import type { OpinionEvent, SentimentContext } from '../database.ts';
import { stepsOfEvent } from './steps.ts';

/** How far the handling of an event has come: by its steps, or by what is public of one that another hub handles. */
export async function stageOfEvent(context: SentimentContext, event: OpinionEvent): Promise<EventStage> {
  if (event.heldFrom !== null) return heldStage(event);
  return eventStage((await stepsOfEvent(context, event.id)).map(({ kind }) => kind));
}
