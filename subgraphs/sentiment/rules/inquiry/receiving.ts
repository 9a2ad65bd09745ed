import { addDays, civilDateOf } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import type { InquiryKind } from './inquiry-kinds.ts';
import { freeText, neededText } from './texts.ts';

/** How long ago, in calendar days, an inquiry may have come in that is recorded only now. */
const OLDEST_RECEIPT_DAYS = 366;

/** An inquiry as it came in. Personal: nothing of its texts ever stands in a refusal. */
export interface ReceivedInquiry {
  readonly region: string;
  readonly kind: InquiryKind;
  readonly isSimple: boolean;
  readonly topic: string | null;
  readonly title: string;
  readonly body: string;
  readonly name: string | null;
  readonly contact: string | null;
  readonly receivedAt: Date;
}

/** Every reason why an inquiry is not recorded. @see rules P7–P11 */
export function receivingRefusals(input: ReceivedInquiry, now: Date): Refusal[] {
  const { region, kind, isSimple, topic, title, body, name, contact } = input;
  const refusals = [
    ...neededText('title', title),
    ...neededText('body', body),
    ...freeText('topic', topic),
    ...freeText('name', name),
    ...freeText('contact', contact),
    ...instantRefusals(input.receivedAt, now),
  ];
  if (!REGION_CODE.test(region)) {
    refusals.push({ code: 'NOT_FOUND', path: ['input', 'region'], expected: 'Region (GB/T 2260, six digits)' });
  }
  if (isSimple && !MAY_BE_SIMPLE.includes(kind)) {
    const path = ['input', 'isSimple'];
    refusals.push({ code: 'KIND_NOT_SIMPLE', path, expected: MAY_BE_SIMPLE.join(' | '), got: kind, rules: ['P8'] });
  }
  return refusals;
}

const REGION_CODE = /^[0-9]{6}$/;
/** What can be asked simply: faults of a website and petitions have time limits of their own. */
const MAY_BE_SIMPLE: readonly InquiryKind[] = ['CONSULTATION', 'COMPLAINT', 'SUGGESTION'];

function instantRefusals(receivedAt: Date, now: Date): Refusal[] {
  const path = ['input', 'receivedAt'];
  if (receivedAt.getTime() > now.getTime()) {
    return [{ code: 'VALUE_IN_FUTURE', path, expected: now.toISOString(), got: receivedAt.toISOString() }];
  }
  const earliest = addDays(civilDateOf(now), -OLDEST_RECEIPT_DAYS);
  if (civilDateOf(receivedAt) >= earliest) return [];
  return [{ code: 'DAY_TOO_EARLY', path, expected: earliest, got: civilDateOf(receivedAt) }];
}

/** A contact in the one form by which matters of one person are found: no blanks, no hyphens, small letters. */
export function normalContact(contact: string): string {
  return contact
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toLowerCase();
}
