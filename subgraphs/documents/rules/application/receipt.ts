import { addDays, type CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { dayRefusals } from './days.ts';
import { freeText, neededText } from './texts.ts';

/** How an application comes in; each route has its own day of receipt. */
export const APPLICATION_ROUTES = ['IN_PERSON', 'SIGNED_MAIL', 'ORDINARY_MAIL', 'INTERNET_OR_FAX'] as const;
export type ApplicationRoute = (typeof APPLICATION_ROUTES)[number];

/** Who applies, in the columns of the annual report (A4). */
export const APPLICANT_KINDS = [
  'NATURAL_PERSON',
  'ENTERPRISE',
  'RESEARCH',
  'PUBLIC_WELFARE',
  'LEGAL_SERVICE',
  'OTHER',
] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

/** In which form information is given. */
export const DELIVERY_FORMS = ['ELECTRONIC', 'PAPER', 'MAIL', 'COPY', 'INSPECTION'] as const;
export type DeliveryForm = (typeof DELIVERY_FORMS)[number];

/** The kind of institution that takes applications: administrative organs do, public institutions do not. */
export const OFFICE_KIND = 'HEALTH_AUTHORITY';

/** How long ago, in calendar days, a receipt may lie that is registered only now. */
export const OLDEST_RECEIPT_DAYS = 366;
/** Into how many items at most one application is split (一事一申请). */
const MOST_ITEMS = 1_000;

/** An application as it is registered. Personal: nothing of its texts ever stands in a refusal. */
export interface ReceivedApplication {
  readonly receivedOn: CivilDate;
  readonly describes: string;
  readonly documentNumber: string | null;
  readonly items: number;
  readonly applicant: { readonly name: string; readonly contact: string; readonly identification: string };
}

/** Every reason why an application is not registered. @see rules R2, R3, R14 */
export function receiptRefusals(input: ReceivedApplication, today: CivilDate): Refusal[] {
  const { applicant, describes, documentNumber, items, receivedOn } = input;
  const refusals = [
    ...dayRefusals(['input', 'receivedOn'], receivedOn, { from: addDays(today, -OLDEST_RECEIPT_DAYS), today }, ['R3']),
    ...[
      ...neededText('describes', describes, ['input', 'describes']),
      ...freeText('documentNumber', documentNumber, ['input', 'documentNumber']),
      ...neededText('name', applicant.name, ['input', 'applicant', 'name']),
      ...neededText('contact', applicant.contact, ['input', 'applicant', 'contact']),
      ...neededText('identification', applicant.identification, ['input', 'applicant', 'identification']),
    ].map((refusal) => ({ ...refusal, rules: ['R2'] })),
  ];
  if (items < 1 || items > MOST_ITEMS) {
    const [expected, got] = [`1–${String(MOST_ITEMS)}`, String(items)];
    refusals.push({ code: 'QUANTITY_OUT_OF_RANGE', path: ['input', 'items'], expected, got, rules: ['R14'] });
  }
  return refusals;
}

/** Why an institution takes no applications: it is not an administrative organ. @see rule C20 */
export function officeRefusals(kind: string, path: readonly string[] = ['input', 'office']): Refusal[] {
  if (kind === OFFICE_KIND) return [];
  return [{ code: 'OFFICE_TAKES_NO_APPLICATIONS', path, expected: OFFICE_KIND, got: kind, rules: ['C20'] }];
}

/** Which event makes the day of receipt of a route. */
export const RECEIPT_EVENTS = ['HANDED_IN', 'SIGNED_FOR', 'CONFIRMED_ON_ARRIVAL', 'CONFIRMED_BY_BOTH'] as const;
export type ReceiptEvent = (typeof RECEIPT_EVENTS)[number];

/**
 * What makes the day of receipt: handing it in, signing for the letter, confirming a letter that nobody signs for with
 * the applicant on the day it arrives, and for the internet or fax the day on which both sides confirm it.
 *
 * @see rule R3
 */
export function receiptEvent(route: ApplicationRoute): ReceiptEvent {
  return RECEIPT_OF[route];
}

const RECEIPT_OF = {
  IN_PERSON: 'HANDED_IN',
  SIGNED_MAIL: 'SIGNED_FOR',
  ORDINARY_MAIL: 'CONFIRMED_ON_ARRIVAL',
  INTERNET_OR_FAX: 'CONFIRMED_BY_BOTH',
} as const satisfies Record<ApplicationRoute, ReceiptEvent>;

/** An identification in the one form by which its applications are found: no blanks, no hyphens, capital letters. */
export function normalIdentification(identification: string): string {
  return identification
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
}
