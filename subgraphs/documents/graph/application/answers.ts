import { answerOf } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { DisclosureApplication } from './disclosure-application.ts';

/** What a mutation of an application answers. */
export function applicationAnswer(mutation: string) {
  return answerOf(builder, `${mutation}Result`, 'DisclosureApplication', DisclosureApplication);
}

/** Who handles what came to an office, as mutations say it. */
export const HANDLERS =
  "Roles: EDITOR, PUBLISHER of the office's region; one whose token names an institution only there.";

/** How the arguments of mutations describe themselves. */
export const APPLICATION_ID = { required: true, description: 'The application.' } as const;
export const CONSULTATION_ID = { required: true, description: 'The consultation.' } as const;
export const NOTE = { description: 'A note, at most 2,000 characters. Sealed.' } as const;

/** An argument for the day on which something happened. */
export function dayArgument(description: string) {
  return { type: 'Date', required: true, description } as const;
}
