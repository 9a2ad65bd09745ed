/**
 * How an application ends (R10), in the lines of the annual report (A6): granted, partly granted, refused for one of
 * eight reasons, unable for one of three, not handled for one of five, or otherwise; and two that no line has of its own.
 */
export const APPLICATION_RESULTS = [
  'GRANTED',
  'ALREADY_PUBLIC',
  'PARTLY_GRANTED',
  'REFUSED_STATE_SECRET',
  'REFUSED_OTHER_LAW',
  'REFUSED_SAFETY_AND_STABILITY',
  'REFUSED_THIRD_PARTY',
  'REFUSED_INTERNAL',
  'REFUSED_PROCESS',
  'REFUSED_ENFORCEMENT_FILE',
  'REFUSED_ADMINISTRATIVE_ENQUIRY',
  'UNABLE_NOT_HELD',
  'UNABLE_NEEDS_MAKING',
  'UNABLE_UNCLEAR_AFTER_CORRECTION',
  'NOT_THIS_AGENCY',
  'NOT_HANDLED_PETITION',
  'NOT_HANDLED_REPEATED',
  'NOT_HANDLED_PUBLICATION',
  'NOT_HANDLED_EXCESSIVE',
  'NOT_HANDLED_CONFIRMATION',
  'OTHER_NOT_CORRECTED',
  'OTHER_FEE_UNPAID',
  'OTHER_RULES',
  'OTHER_WITHDRAWN',
] as const;
export type ApplicationResult = (typeof APPLICATION_RESULTS)[number];

/** Whether something that was not public is given, wholly or in part. */
export function isGranting(result: ApplicationResult): boolean {
  return result === 'GRANTED' || result === 'PARTLY_GRANTED';
}
