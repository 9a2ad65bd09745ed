import type { SentimentContext } from '../database.ts';
import type { InquiryStep, InquiryStepKind } from './rows.ts';
import { stepsOfInquiry } from './steps.ts';

/** The steps whose note is for whoever asked. */
const TOLD: readonly InquiryStepKind[] = ['ANSWERED', 'NOT_ACCEPTED', 'REVIEW_DECIDED'];

/** What whoever asked was answered, the first answer first. */
export async function answersOf(context: SentimentContext, inquiryId: string): Promise<InquiryStep[]> {
  return (await stepsOfInquiry(context, inquiryId)).filter(({ kind }) => TOLD.includes(kind));
}
