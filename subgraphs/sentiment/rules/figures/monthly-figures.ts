import type { InquiryTally } from '../performance/inquiry-performance.ts';
import type { ResponseTally } from '../performance/response-performance.ts';

/**
 * The figures that are published of a month (每月公开受理数据), in whole numbers. Events count in the month in which they were
 * detected, inquiries in the one in which they were received; what became of them is as it stands when the figures are
 * made.
 *
 * @see rule P9
 */
export const MONTHLY_COUNTS = {
  eventsDetected: 'Opinion events (政务舆情) that were detected and judged.',
  eventsAnsweredOnTime: 'Of them first answered by their due instant.',
  eventsAnsweredLate: 'Of them first answered after it.',
  eventsOpen: 'Of them not answered yet.',
  inquiriesReceived: 'Inquiries (受理量) that were received.',
  inquiriesByLeaderMailbox: "Of them through the leaders' mailbox (领导信箱).",
  inquiriesByWebsiteMessage: 'Of them as messages on the website (网站留言).',
  inquiriesByOnlineConsultation: 'Of them as online consultations (网上咨询).',
  inquiriesByHotline12345: 'Of them through the service line 12345.',
  inquiriesBySuggestionBox: 'Of them through suggestion boxes (意见箱).',
  inquiriesByLetterOrVisit: 'Of them as letters or visits (来信来访).',
  consultations: 'Of them questions (咨询).',
  complaints: 'Of them complaints (投诉).',
  suggestions: 'Of them suggestions (建议).',
  websiteFaults: 'Of them faults of the website (网站找错).',
  petitions: 'Of them petitions (信访事项).',
  inquiriesAnsweredOnTime: 'Of the inquiries first answered by their due instant.',
  inquiriesAnsweredLate: 'Of the inquiries first answered after it.',
  inquiriesOpen: 'Of the inquiries neither answered nor closed yet.',
  inquiriesClosedUnanswered: 'Of the inquiries closed without an answer of their own, as repeated ones are.',
  inquiriesRated: 'Of how many inquiries whoever asked said whether they are satisfied.',
  inquiriesSatisfied: 'Of those, how many are satisfied.',
  inquiriesReworked: 'Of the inquiries returned to be done again (退回重办).',
  inquiriesRepeated: 'Of the inquiries those that repeat an earlier one.',
} as const;

/** The rates, as decimal text between "0.0000" and "1.0000" with four places; null where there is nothing to divide by. */
export const MONTHLY_RATES = {
  eventOnTimeRate: 'Events answered on time, of all that were answered or are overdue (按时回应率).',
  inquiryOnTimeRate: 'Inquiries answered on time, of all that were answered or are overdue (按时办结率).',
  satisfiedRate: 'Those who are satisfied, of all who said so (满意率).',
} as const;

export type MonthlyCount = keyof typeof MONTHLY_COUNTS;
export type MonthlyRate = keyof typeof MONTHLY_RATES;

/** The figures of a month by their names. */
export type MonthlyFigureValues = Readonly<Record<MonthlyCount, number>> & Readonly<Record<MonthlyRate, string | null>>;

/** What the figures are made of. */
export interface MonthlyTallies {
  readonly events: ResponseTally;
  readonly inquiries: InquiryTally;
  /** How many inquiries came by a route, or are of a kind. */
  readonly receivedBy: (routeOrKind: string) => number;
}

/** The figures of a month. */
export function monthlyFigures({ events, inquiries, receivedBy }: MonthlyTallies): MonthlyFigureValues {
  return {
    eventsDetected: events.events,
    eventsAnsweredOnTime: events.respondedOnTime,
    eventsAnsweredLate: events.respondedLate,
    eventsOpen: events.open,
    inquiriesReceived: inquiries.received,
    inquiriesByLeaderMailbox: receivedBy('LEADER_MAILBOX'),
    inquiriesByWebsiteMessage: receivedBy('WEBSITE_MESSAGE'),
    inquiriesByOnlineConsultation: receivedBy('ONLINE_CONSULTATION'),
    inquiriesByHotline12345: receivedBy('HOTLINE_12345'),
    inquiriesBySuggestionBox: receivedBy('SUGGESTION_BOX'),
    inquiriesByLetterOrVisit: receivedBy('LETTER_OR_VISIT'),
    consultations: receivedBy('CONSULTATION'),
    complaints: receivedBy('COMPLAINT'),
    suggestions: receivedBy('SUGGESTION'),
    websiteFaults: receivedBy('WEBSITE_FAULT'),
    petitions: receivedBy('PETITION'),
    inquiriesAnsweredOnTime: inquiries.answeredOnTime,
    inquiriesAnsweredLate: inquiries.answeredLate,
    inquiriesOpen: inquiries.open,
    inquiriesClosedUnanswered: inquiries.closedUnanswered,
    inquiriesRated: inquiries.rated,
    inquiriesSatisfied: inquiries.satisfied,
    inquiriesReworked: inquiries.reworked,
    inquiriesRepeated: inquiries.repeated,
    eventOnTimeRate: rate(events.respondedOnTime, events.respondedOnTime + events.respondedLate + events.overdue),
    inquiryOnTimeRate: rate(
      inquiries.answeredOnTime,
      inquiries.answeredOnTime + inquiries.answeredLate + inquiries.overdue,
    ),
    satisfiedRate: rate(inquiries.satisfied, inquiries.rated),
  };
}

/** A share of whole numbers with four places, half rounded up, worked out without floating point. */
function rate(part: number, whole: number): string | null {
  if (whole === 0) return null;
  const tenThousandths = Math.floor((part * 20_000 + whole) / (2 * whole));
  return `${String(Math.floor(tenThousandths / 10_000))}.${String(tenThousandths % 10_000).padStart(4, '0')}`;
}
