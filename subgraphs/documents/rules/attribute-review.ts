import { addDays, civilDate, type CivilDate } from '../../../core/civil-date.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { optionalTextRefusals } from '../../../core/text-input.ts';
import {
  groundRefusals,
  isHidden,
  proposalPaths,
  superiorRefusals,
  type AttributeProposal,
  type DocumentAttribute,
} from './document-attribute.ts';
import { LONGEST } from './draft-input.ts';
import type { DocumentStatus } from './publication-readiness.ts';

/**
 * After how many months the attribute of what is not public is looked at again, where the issuer set nothing. The rules
 * ask for a regular look (定期) and name no number; a year fits the yearly counts that they ask for.
 */
export const REVIEW_MONTHS = 12;

/** A document whose attribute is looked at again. */
export interface Reviewed extends AttributeProposal {
  readonly status: DocumentStatus;
  readonly superiorAttribute: DocumentAttribute | null;
}

/** What the review decides. */
export interface ReviewDecision extends AttributeProposal {
  readonly attribute: DocumentAttribute;
  readonly note: string | null;
}

/**
 * Why a review of a document's attribute is not taken: it is not one that was issued and is kept from the public, or
 * the attribute it decides on lacks what the law asks for.
 *
 * @see rules D2–D6
 */
export function attributeReviewRefusals(document: Reviewed, decision: ReviewDecision): Refusal[] {
  const paths = proposalPaths(['input']);
  const refusals: Refusal[] = [];
  if (document.status !== 'APPROVED' || !isHidden(document.attribute)) {
    const got = `${document.status} ${document.attribute ?? ''}`.trim();
    const expected = 'APPROVED ON_REQUEST | APPROVED WITHHELD';
    refusals.push({ code: 'STATUS_NOT_FITTING', path: ['id'], expected, got, rules: ['D5'] });
  }
  const text = (name: 'ground' | 'superiorException' | 'note') =>
    optionalTextRefusals(decision[name], { path: ['input', name], name, maximum: LONGEST[name] });
  return [
    ...refusals,
    ...(decision.ground === null ? groundRefusals(decision, paths.ground) : text('ground')),
    ...text('superiorException'),
    ...text('note'),
    ...superiorRefusals(decision, document.superiorAttribute, paths.attribute),
  ];
}

/**
 * Until when the attribute of a document is looked at again; null for one that is to be public.
 *
 * @param since - the day of its approval or of its last review
 * @param months - what the issuer set for the year; null: nothing
 * @returns the same day so many months later, or the last of a shorter month
 * @see rules D5, D6
 */
export function reviewDueOn(
  attribute: DocumentAttribute | null,
  since: CivilDate,
  months: number | null,
): CivilDate | null {
  return isHidden(attribute) ? monthsAfter(since, months ?? REVIEW_MONTHS) : null;
}

function monthsAfter(day: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const first = firstOf(index);
  const last = addDays(firstOf(index + 1), -1);
  const wanted = addDays(first, dayOfMonth - 1);
  return wanted < last ? wanted : last;
}

function firstOf(index: number): CivilDate {
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return civilDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
}
