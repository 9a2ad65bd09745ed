import type { Refusal } from '../../../core/refusal.ts';

/** The two functions at an office that different accounts do: managing attributes, and answering applications. */
export const DISCLOSURE_FUNCTIONS = ['ATTRIBUTE_MANAGEMENT', 'APPLICATION_ANSWERING'] as const;
export type DisclosureFunction = (typeof DISCLOSURE_FUNCTIONS)[number];

/** Who was appointed to which function at an office. */
export interface Appointment {
  readonly account: string;
  readonly function: DisclosureFunction;
}

/**
 * Why an account may not act in a function at an office: it holds the other one, or others were appointed to this one.
 * An office that appointed nobody to a function leaves it to all who do not hold the other.
 *
 * @param appointments - all those of the office
 * @see rule R17
 */
export function functionRefusals(
  account: string,
  needed: DisclosureFunction,
  appointments: readonly Appointment[],
): Refusal[] {
  const own = appointments.find((one) => one.account === account);
  const isAllowed = own === undefined ? appointments.every((one) => one.function !== needed) : own.function === needed;
  return isAllowed ? [] : [{ code: 'FUNCTION_NOT_HELD', path: [], expected: needed, rules: ['R17'] }];
}

/**
 * Why an account does not decide on the attribute of what was given on request: it gave it. This holds at an office that
 * appointed nobody, too.
 *
 * @param answeredBy - the accounts that answered the application
 * @see rule R17
 */
export function answererRefusals(account: string, answeredBy: readonly string[]): Refusal[] {
  return answeredBy.includes(account) ? [{ code: 'ANSWERED_BY_SAME_ACCOUNT', path: [], rules: ['R17'] }] : [];
}

/**
 * Why an account is not appointed: it is no account, or holds the other function at the office.
 *
 * @see rule R17
 */
export function appointmentRefusals(appointment: Appointment, appointments: readonly Appointment[]): Refusal[] {
  const refusals = accountRefusals(['account'], appointment.account);
  const own = appointments.find((one) => one.account === appointment.account);
  if (own !== undefined && own.function !== appointment.function) {
    refusals.push({ code: 'OTHER_FUNCTION_HELD', path: ['account'], got: own.function, rules: ['R17'] });
  }
  return refusals;
}

/** The form of an account: the subject of a token, never the name of a person. */
const ACCOUNT = /^[\x21-\x7e]{1,255}$/;

/** Why a text is not taken for an account. What it says never stands in the refusal. */
export function accountRefusals(path: readonly string[], account: string): Refusal[] {
  return ACCOUNT.test(account) ? [] : [{ code: 'ACCOUNT_MALFORMED', path, expected: '1–255 ASCII' }];
}
