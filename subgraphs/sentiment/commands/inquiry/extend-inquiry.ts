import { civilDateOf, type CivilDate } from '../../../../core/civil-date.ts';
import type { GivenEvidence } from '../../rules/opinion/evidence.ts';
import { extensionDays, extensionRefusals, type ExtensibleClock } from '../../rules/inquiry/extension.ts';
import { neededText } from '../../rules/inquiry/texts.ts';
import { clockEnd } from '../../rules/inquiry/time-limits.ts';
import type { ResponseClock } from '../../store/clocks/clock-rows.ts';
import type { SentimentContext } from '../../store/database.ts';
import type { Inquiry } from '../../store/inquiry/rows.ts';
import { HANDLING, takeInquiryStep, type FoundInquiry } from './take-inquiry-step.ts';

export interface ExtendInquiryInput {
  /** So many more days of the clock's own kind; either this or `until`. */
  readonly days?: number | null | undefined;
  readonly until?: CivilDate | null | undefined;
  readonly reason: string;
  /** When whoever asked was told; today when left out. */
  readonly toldOn?: CivilDate | null | undefined;
  readonly evidence?: readonly GivenEvidence[] | null | undefined;
}

/**
 * Extends the running clock of a reply or of the decision on a petition before it is over (延期). Whoever asked is told why,
 * how far the matter has come and the new day. A petition is extended once.
 *
 * @throws Refused when not permitted, when there is no such inquiry, or when rules refuse
 * @see rules P9, P10
 */
export function extendInquiry(
  { id, input }: { readonly id: string; readonly input: ExtendInquiryInput },
  context: SentimentContext,
): Promise<Inquiry> {
  const { reason: note, evidence, days, until, toldOn } = input;
  const refusals = neededText('reason', note);
  const asked = { id, step: 'extend', roles: HANDLING, refusals, evidence } as const;
  return takeInquiryStep(asked, context, (found) => {
    const running = extensibleOf(found);
    const extension = { days, until, toldOn: toldOn ?? civilDateOf(found.now) };
    const { calendar, now, standing } = found;
    const decided = { clock: running?.extensible ?? null, calendar, now, extensions: standing.extensions };
    return {
      refusals: extensionRefusals(extension, decided),
      change: () => {
        const more = running === null ? null : extensionDays(extension, running.extensible, calendar);
        return {
          step: {
            kind: 'EXTENDED',
            note,
            officeId: found.inquiry.officeId,
            detail: { days: more, toldOn: extension.toldOn },
          },
          clocks: async (clocks) => {
            if (running === null) return;
            const span = { ...running.extensible, days: running.extensible.days + (more ?? 0) };
            await clocks.move(running.clock, { days: span.days, ...clockEnd(span.startedAt, span, calendar) });
          },
        };
      },
    };
  });
}

interface Extensible {
  readonly clock: ResponseClock;
  readonly extensible: ExtensibleClock;
}

/** The running clock that an extension moves; null when there is none. */
function extensibleOf({ clocks }: FoundInquiry): Extensible | null {
  const clock = clocks.running('REPLY', 'PETITION_DECISION')[0];
  if (clock === undefined || clock.days === null || clock.unit === null) return null;
  const { kind, startedAt, dueAt, days, unit } = clock;
  return { clock, extensible: { kind, startedAt, dueAt, days, unit } };
}
