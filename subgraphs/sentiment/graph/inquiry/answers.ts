import { answerOf } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { Inquiry } from './inquiry.ts';

/** What a mutation of an inquiry answers. */
export function inquiryAnswer(mutation: string) {
  return answerOf(builder, `${mutation}Result`, 'Inquiry', Inquiry);
}

/** Who may take a step, as mutations say it. */
export const HANDLERS = 'Roles: EDITOR, PUBLISHER of the region.';
export const SPEAKERS = 'Role: PUBLISHER of the region.';

/** How the arguments of mutations describe themselves. */
export const INQUIRY_ID = { required: true, description: 'The inquiry.' } as const;
export const INPUT = { required: true, description: 'The step.' } as const;
