import type { CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { applicationClock } from './clock.ts';
import { dayRefusals } from './days.ts';
import { countedFrom, stageRefusals, type Handled } from './handling.ts';
import { FREE, MOST_CHARGED, processingFee, type FeeBasis } from './processing-fee.ts';
import type { DeliveryForm } from './receipt.ts';

/** The forms of delivery for which a fee by page may be asked. @see rule R13 */
const CHARGED_FORMS = ['PAPER', 'MAIL', 'COPY'] as const satisfies readonly DeliveryForm[];

/** A fee notice (收费通知), as it is to be sent. */
export interface AskedFee {
  readonly basis: FeeBasis;
  /** The pages to be given; null by item, where the application says how many. */
  readonly pages: number | null;
  readonly notifiedOn: CivilDate;
}

/** What the application says of it. */
export interface ChargedApplication {
  readonly items: number;
  /** The items that the same applicant asked this office for earlier in the same calendar month. */
  readonly itemsBefore: number;
  readonly deliveryForm: DeliveryForm | null;
}

/** On how many items or pages a fee is reckoned, and how many took the lower bands before. @see rules R12, R13 */
export function chargedQuantity(
  { basis, pages }: Pick<AskedFee, 'basis' | 'pages'>,
  { items, itemsBefore }: ChargedApplication,
): { readonly quantity: number; readonly before: number } {
  return basis === 'BY_ITEM' ? { quantity: items, before: itemsBefore } : { quantity: pages ?? 0, before: 0 };
}

/**
 * Why no fee is asked for: it was already, by whichever basis (R14); it is by page and nothing is printed, posted or
 * copied (R13); nothing exceeds what is free (R11); or the last day for the answer is past (R4).
 *
 * @see rules R4, R11–R15
 */
export function feeRefusals(asked: AskedFee, application: ChargedApplication, handled: Handled): Refusal[] {
  const { basis, pages, notifiedOn } = asked;
  const { today, standing } = handled;
  const refusals = [
    ...stageRefusals(handled, ['HANDLING']),
    ...lateNoticeRefusals(notifiedOn, handled),
    ...dayRefusals(['notifiedOn'], notifiedOn, { from: countedFrom(handled), today }, ['R15']),
    ...(basis === 'BY_PAGE' ? pageRefusals(pages, application.deliveryForm) : []),
  ];
  if (standing.fee !== null) {
    refusals.push({ code: 'STEP_TAKEN_ALREADY', path: ['id'], expected: 'FEE_NOTIFIED', rules: ['R14'] });
  }
  const { quantity, before } = chargedQuantity(asked, application);
  if (quantity >= 1 && processingFee(basis, quantity, before).amountYuan === '0') {
    const expected = `1–${String(FREE[basis])}`;
    refusals.push({ code: 'FEE_NOT_DUE', path: ['basis'], expected, rules: ['R11', 'R12', 'R13'] });
  }
  return refusals;
}

function lateNoticeRefusals(notifiedOn: CivilDate, { receivedOn, standing, calendar }: Handled): Refusal[] {
  const { answerDueOn } = applicationClock(receivedOn, standing, calendar);
  if (answerDueOn === null || notifiedOn <= answerDueOn) return [];
  return [{ code: 'DAY_TOO_FAR', path: ['notifiedOn'], expected: answerDueOn, got: notifiedOn, rules: ['R4', 'R15'] }];
}

function pageRefusals(pages: number | null, deliveryForm: DeliveryForm | null): Refusal[] {
  const rules = ['R13'];
  const refusals: Refusal[] = [];
  if (pages === null) refusals.push({ code: 'VALUE_MISSING', path: ['pages'], expected: 'pages', rules });
  else if (pages < 1 || pages > MOST_CHARGED) {
    const [expected, got] = [`1–${String(MOST_CHARGED)}`, String(pages)];
    refusals.push({ code: 'QUANTITY_OUT_OF_RANGE', path: ['pages'], expected, got, rules });
  }
  if (!CHARGED_FORMS.some((form) => form === deliveryForm)) {
    refusals.push({ code: 'FEE_BY_PAGE_NOT_FITTING', path: ['basis'], expected: CHARGED_FORMS.join(' | '), rules });
  }
  return refusals;
}

/** Why a payment is not noted: none is awaited, or its day does not fit. One after its day is taken. @see rule R15 */
export function paymentRefusals(paidOn: CivilDate, handled: Handled): Refusal[] {
  const { receivedOn, standing, today } = handled;
  const rules = ['R15'];
  const from = standing.fee?.notifiedOn ?? receivedOn;
  const refusals = [
    ...stageRefusals(handled, ['HANDLING']),
    ...dayRefusals(['paidOn'], paidOn, { from, today }, rules),
  ];
  if (standing.fee === null) refusals.push({ code: 'STEP_MISSING', path: ['id'], expected: 'FEE_NOTIFIED', rules });
  else if (standing.fee.paidOn !== null) {
    refusals.push({ code: 'STEP_TAKEN_ALREADY', path: ['id'], expected: 'FEE_PAID', rules });
  }
  return refusals;
}
