import { describe, expect, it } from 'vitest';
import {
  namedDocumentRefusals,
  opensProactiveReview,
  type NamedDocument,
} from '../../../../subgraphs/documents/rules/application/given-document.ts';
import {
  APPLICATION_RESULTS,
  type ApplicationResult,
} from '../../../../subgraphs/documents/rules/application/result.ts';
import { DOCUMENT_STATUSES } from '../../../../subgraphs/documents/rules/publication-readiness.ts';
import { lines } from './calendar.ts';

const named = (status: NamedDocument['status'], attribute: NamedDocument['attribute'] = 'ON_REQUEST') => ({
  ...{ status, attribute },
});
const GRANTING = ['GRANTED', 'PARTLY_GRANTED'] as const;

describe('a document that an answer names', () => {
  it.each(DOCUMENT_STATUSES)('that is %s', (status) => {
    const isPublic = status === 'PUBLISHED';
    expect(lines(namedDocumentRefusals('ALREADY_PUBLIC', named(status, null)))).toEqual(
      isPublic ? [] : [`STATUS_NOT_FITTING document PUBLISHED ${status} D1,R10`],
    );
    for (const result of GRANTING) {
      expect(lines(namedDocumentRefusals(result, named(status)))).toEqual(
        isPublic || status === 'APPROVED' ? [] : [`STATUS_NOT_FITTING document APPROVED | PUBLISHED ${status} D1,R10`],
      );
      expect(opensProactiveReview(result, named(status))).toBe(!isPublic);
    }
  });

  it.each([
    ['PROACTIVE', []],
    ['ON_REQUEST', []],
    ['WITHHELD', ['DOCUMENT_NOT_TO_BE_GIVEN document PROACTIVE | ON_REQUEST WITHHELD D1,R10']],
    [null, ['DOCUMENT_NOT_TO_BE_GIVEN document PROACTIVE | ON_REQUEST null D1,R10']],
  ] as const)('with the attribute %s', (attribute, expected) => {
    for (const result of GRANTING) {
      expect(lines(namedDocumentRefusals(result, named('APPROVED', attribute)))).toEqual(expected);
    }
  });

  const others = APPLICATION_RESULTS.filter((one) => ![...GRANTING, 'ALREADY_PUBLIC'].includes(one));
  it.each<ApplicationResult>(others)('stands in no answer of %s', (result) => {
    expect(lines(namedDocumentRefusals(result, named('PUBLISHED')))).toEqual([
      `RESULT_TAKES_NO_DOCUMENT document - ${result} D1,R10`,
    ]);
  });

  it('or none: what is given is looked at, and nothing else', () => {
    expect(APPLICATION_RESULTS.filter((result) => opensProactiveReview(result, null))).toEqual(GRANTING);
    expect(opensProactiveReview('ALREADY_PUBLIC', named('APPROVED'))).toBe(false);
  });
});
