import { randomUUID } from 'node:crypto';
import { toUtcMidnight, type CivilDate } from '../../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../../core/refusal.ts';
import { answerRefusals } from '../../rules/application/answer.ts';
import { namedDocumentRefusals, opensProactiveReview } from '../../rules/application/given-document.ts';
import type { ApplicationResult } from '../../rules/application/result.ts';
import { functionRefusals } from '../../rules/function-separation.ts';
import { appointmentsOf } from '../../store/application/function-holders.ts';
import { namedDocument } from '../../store/application/named-document.ts';
import type { DisclosureApplication } from '../../store/application/rows.ts';
import { isEarlierOfSame } from '../../store/application/same-applicant.ts';
import type { DocumentsContext } from '../../store/database.ts';
import { takeStep, type Found } from './take-step.ts';

export interface AnswerApplicationInput {
  readonly id: string;
  readonly result: ApplicationResult;
  readonly answeredOn: CivilDate;
  /** What the applicant is told. */
  readonly note: string;
  /** The document that is given or pointed to; no other answer names one. */
  readonly document?: string | null | undefined;
  /** Of a repeated application, the earlier one. */
  readonly repeats?: string | null | undefined;
}

/**
 * Answers an application (答复). What is given, wholly or in part, is looked at at once: whether it is to be disclosed to
 * everyone (D9), unless it is public already. A late answer is taken, and marked.
 *
 * @throws Refused when not permitted, when there is no such application, when the account does not answer applications
 *   at the office, or when rules refuse
 * @see rules R1, R10, R17, D1, D9
 */
export function answerApplication(
  { id, result, answeredOn: on, note, document = null, repeats = null }: AnswerApplicationInput,
  context: DocumentsContext,
): Promise<DisclosureApplication> {
  return takeStep(id, context, async (found) => {
    const { application, account, tx } = found;
    refuseIfAny(functionRefusals(account, 'APPLICATION_ANSWERING', await appointmentsOf(tx, application.officeId)));
    const earlierFits = repeats !== null && (await isEarlierOfSame(tx, application, repeats));
    const answer = { result, answeredOn: on, note, namesEarlier: repeats !== null, earlierFits };
    const named = document === null ? null : await namedDocument(tx, document, context);
    const ofDocument = named === null ? missing(document) : namedDocumentRefusals(result, named);
    refuseIfAny([...answerRefusals(answer, found), ...ofDocument]);
    if (opensProactiveReview(result, named)) await openReview(found, document, on);
    return { facts: [{ kind: 'ANSWERED', on, result }], note, columns: { documentId: document, repeatsId: repeats } };
  });
}

function missing(document: string | null): Refusal[] {
  return document === null ? [] : [{ code: 'NOT_FOUND', path: ['document'], expected: 'Document' }];
}

async function openReview({ tx, application }: Found, documentId: string | null, openedOn: CivilDate): Promise<void> {
  const { id: applicationId, officeId, regionCode } = application;
  await tx.proactiveReview.create({
    data: { id: randomUUID(), applicationId, officeId, regionCode, documentId, openedOn: toUtcMidnight(openedOn) },
  });
}
