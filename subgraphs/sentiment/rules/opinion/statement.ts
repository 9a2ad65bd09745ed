import type { Channel } from '../../../../core/channel.ts';
import type { DeadlineKind } from './response-deadline.ts';

/** What a public statement is: a first word, the answer, or what an investigation found (调查结果). */
export const RESPONSE_KINDS = ['FIRST_WORD', 'RESPONSE', 'FINDINGS'] as const;
export type ResponseKind = (typeof RESPONSE_KINDS)[number];

/** A statement that went out or goes out. */
export interface Statement {
  readonly kind: ResponseKind;
  readonly channels: readonly Channel[];
}

/**
 * What is done by a statement: any is a first word; one at a press conference or hearing (新闻发布会、听证会) is the
 * briefing; the answer and the findings answer the public, a first word alone does not.
 *
 * @see rules P1, P2, P3
 */
export function doneBy({ kind, channels }: Statement): readonly DeadlineKind[] {
  const briefed = channels.includes('PRESS_CONFERENCE_OR_HEARING') ? (['BRIEFING'] as const) : [];
  return ['FIRST_WORD', ...briefed, ...(kind === 'FIRST_WORD' ? [] : (['RESPONSE'] as const))];
}
