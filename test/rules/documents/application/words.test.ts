import { describe, expect, it } from 'vitest';
import { CONSULTATION_OUTCOMES } from '../../../../subgraphs/documents/rules/application/consultation.ts';
import {
  APPLICATION_REVIEW_KINDS,
  APPLICATION_REVIEW_OUTCOMES,
} from '../../../../subgraphs/documents/rules/application/contested.ts';
import {
  APPLICATION_STAGES,
  CONSULTATION_KINDS,
  CONSULTATION_REPLIES,
} from '../../../../subgraphs/documents/rules/application/facts.ts';
import { PROACTIVE_REVIEW_DECISIONS } from '../../../../subgraphs/documents/rules/application/proactive-review.ts';
import { FEE_BASES } from '../../../../subgraphs/documents/rules/application/processing-fee.ts';
import {
  APPLICANT_KINDS,
  APPLICATION_ROUTES,
  DELIVERY_FORMS,
  RECEIPT_EVENTS,
} from '../../../../subgraphs/documents/rules/application/receipt.ts';
import {
  COMPLAINT_OUTCOMES,
  INFORMATION_CORRECTION_OUTCOMES,
} from '../../../../subgraphs/documents/rules/application/redress.ts';
import { APPLICATION_RESULTS } from '../../../../subgraphs/documents/rules/application/result.ts';
import { DISCLOSURE_FUNCTIONS } from '../../../../subgraphs/documents/rules/function-separation.ts';

describe('the words that the public is told of applications', () => {
  it('of results are the lines of the annual report, in their order', () => {
    expect(APPLICATION_RESULTS).toEqual([
      ...['GRANTED', 'ALREADY_PUBLIC', 'PARTLY_GRANTED'],
      ...['REFUSED_STATE_SECRET', 'REFUSED_OTHER_LAW', 'REFUSED_SAFETY_AND_STABILITY', 'REFUSED_THIRD_PARTY'],
      ...['REFUSED_INTERNAL', 'REFUSED_PROCESS', 'REFUSED_ENFORCEMENT_FILE', 'REFUSED_ADMINISTRATIVE_ENQUIRY'],
      ...['UNABLE_NOT_HELD', 'UNABLE_NEEDS_MAKING', 'UNABLE_UNCLEAR_AFTER_CORRECTION', 'NOT_THIS_AGENCY'],
      ...['NOT_HANDLED_PETITION', 'NOT_HANDLED_REPEATED', 'NOT_HANDLED_PUBLICATION', 'NOT_HANDLED_EXCESSIVE'],
      ...['NOT_HANDLED_CONFIRMATION', 'OTHER_NOT_CORRECTED', 'OTHER_FEE_UNPAID', 'OTHER_RULES', 'OTHER_WITHDRAWN'],
    ]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'applicants are the columns of the annual report',
      APPLICANT_KINDS,
      ['NATURAL_PERSON', 'ENTERPRISE', 'RESEARCH', 'PUBLIC_WELFARE', 'LEGAL_SERVICE', 'OTHER'],
    ],
    [
      'contests are its rows',
      APPLICATION_REVIEW_KINDS,
      ['RECONSIDERATION', 'DIRECT_LITIGATION', 'LITIGATION_AFTER_RECONSIDERATION'],
    ],
    ['their outcomes are its columns', APPLICATION_REVIEW_OUTCOMES, ['UPHELD', 'CORRECTED', 'OTHER', 'PENDING']],
    ['routes', APPLICATION_ROUTES, ['IN_PERSON', 'SIGNED_MAIL', 'ORDINARY_MAIL', 'INTERNET_OR_FAX']],
    ['receipt', RECEIPT_EVENTS, ['HANDED_IN', 'SIGNED_FOR', 'CONFIRMED_ON_ARRIVAL', 'CONFIRMED_BY_BOTH']],
    ['delivery', DELIVERY_FORMS, ['ELECTRONIC', 'PAPER', 'MAIL', 'COPY', 'INSPECTION']],
    ['stages', APPLICATION_STAGES, ['HANDLING', 'AWAITING_CORRECTION', 'ANSWERED', 'ARCHIVED']],
    ['those who are consulted', CONSULTATION_KINDS, ['THIRD_PARTY', 'CO_MAKER']],
    ['their replies', CONSULTATION_REPLIES, ['CONSENTED', 'REFUSED']],
    [
      'what comes of a consultation',
      CONSULTATION_OUTCOMES,
      ['OPEN', 'CONSENTED', 'REFUSED', 'REFUSED_WITHOUT_GOOD_REASON', 'LEFT_TO_THE_AGENCY', 'DEEMED_CONSENT'],
    ],
    ['fees', FEE_BASES, ['BY_ITEM', 'BY_PAGE']],
    ['complaints', COMPLAINT_OUTCOMES, ['RECTIFICATION_ORDERED', 'NOT_UPHELD', 'OTHER']],
    ['corrections', INFORMATION_CORRECTION_OUTCOMES, ['CORRECTED', 'NOT_CORRECTED', 'TRANSFERRED']],
    ['reviews of what was given', PROACTIVE_REVIEW_DECISIONS, ['PROACTIVE', 'REMAINS']],
    ['functions', DISCLOSURE_FUNCTIONS, ['ATTRIBUTE_MANAGEMENT', 'APPLICATION_ANSWERING']],
  ])('of %s are these', (_what, words, expected) => {
    expect(words).toEqual(expected);
  });
});
