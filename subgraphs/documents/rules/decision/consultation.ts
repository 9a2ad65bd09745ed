import { addDays, daysBetween, type CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { isBlank, optionalText } from '../required-text.ts';
import type { LinkKind } from './link.ts';
import { LONGEST, orderRefusals, type StandingDecision } from './stage.ts';

/** How the public can be heard on a draft. */
export const DECISION_CHANNELS = [
  'GOVERNMENT_WEBSITE',
  'SUGGESTION_MAILBOX',
  'NEW_MEDIA',
  'MEETING',
  'HEARING',
  'SURVEY',
  'WRITTEN',
  'OTHER',
] as const;
export type DecisionChannel = (typeof DECISION_CHANNELS)[number];

/** For how many calendar days (自然日) the public is heard unless a reason says why not, the first and last included. */
export const CONSULTATION_DAYS = 30;
/** How far ahead a consultation may open, and how long it may last, in days. */
const FARTHEST_DAYS = 366;

/** A consultation of the public (公开征求意见) as it is opened. */
export interface ConsultationInput {
  readonly opensOn: CivilDate;
  /** The last day. */
  readonly closesOn: CivilDate;
  readonly shorteningReason?: string | null | undefined;
  readonly channels: readonly DecisionChannel[];
}

/** How many calendar days a consultation lasts, its first and last day included. */
export function consultationDays({ opensOn, closesOn }: Pick<ConsultationInput, 'opensOn' | 'closesOn'>): number {
  return daysBetween(opensOn, closesOn) + 1;
}

/**
 * Every reason why a consultation is not opened: out of order, nothing to read, days that do not fit, too short without
 * a reason that is told by the day it opens, or not on the channels it must be on.
 *
 * @param readable - the kinds of links that the public can follow
 * @see rules M1, M2, M7
 */
export function consultationRefusals(
  decision: StandingDecision & { readonly readable: readonly LinkKind[] },
  input: ConsultationInput,
  today: CivilDate,
): Refusal[] {
  const missing = (['DRAFT', 'BACKGROUND'] as const).filter((kind) => !decision.readable.includes(kind));
  return [
    ...orderRefusals(decision, ['LISTED']),
    ...missing.map((expected): Refusal => ({
      code: 'DECISION_MATERIAL_MISSING',
      path: ['id'],
      expected,
      rules: ['M1'],
    })),
    ...dayRefusals(input, today),
    ...optionalText(['input', 'shorteningReason'], input.shorteningReason, LONGEST.reason),
    ...channelRefusals(input.channels),
  ];
}

function dayRefusals(input: ConsultationInput, today: CivilDate): Refusal[] {
  const { opensOn, closesOn } = input;
  const farthest = addDays(today, FARTHEST_DAYS);
  if (closesOn < opensOn) {
    return [{ code: 'DAY_TOO_EARLY', path: ['input', 'closesOn'], expected: opensOn, got: closesOn, rules: ['M2'] }];
  }
  if (closesOn > farthest) {
    return [{ code: 'DAY_TOO_FAR', path: ['input', 'closesOn'], expected: farthest, got: closesOn }];
  }
  const days = consultationDays(input);
  if (days >= CONSULTATION_DAYS) return [];
  if (isBlank(input.shorteningReason)) {
    const [expected, got] = [String(CONSULTATION_DAYS), String(days)];
    return [{ code: 'CONSULTATION_TOO_SHORT', path: ['input', 'closesOn'], expected, got, rules: ['M2'] }];
  }
  // The reason is told when it opens, not afterwards.
  if (opensOn >= today) return [];
  return [{ code: 'DAY_IN_PAST', path: ['input', 'opensOn'], expected: today, got: opensOn, rules: ['M2'] }];
}

function channelRefusals(channels: readonly DecisionChannel[]): Refusal[] {
  const path = ['input', 'channels'];
  const wanted = [['GOVERNMENT_WEBSITE'], ['SUGGESTION_MAILBOX', 'NEW_MEDIA']] as const;
  return wanted
    .filter((oneOf) => !oneOf.some((channel) => channels.includes(channel)))
    .map((oneOf) => ({ code: 'CONSULTATION_CHANNEL_MISSING', path, expected: oneOf.join(' | '), rules: ['M7'] }));
}
