import { answerOf } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { OpinionEvent } from './opinion-event.ts';

/** What a mutation of an opinion event answers. */
export function eventAnswer(mutation: string) {
  return answerOf(builder, `${mutation}Result`, 'OpinionEvent', OpinionEvent);
}

/** How the arguments of mutations describe themselves. */
export const EVENT = { required: true, description: 'The opinion event.' } as const;
