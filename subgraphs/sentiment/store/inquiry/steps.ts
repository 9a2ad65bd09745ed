import type { Json } from '../../../../core/change.ts';
import type { Sealing } from '../../../kit/sealing.ts';
import { inGroups, perRequest } from '../../../kit/per-request.ts';
import type { SentimentContext, Transaction } from '../database.ts';
import type { InquiryStep, InquiryStepKind } from './rows.ts';
import { sealedIfAny, stepRow } from './sealed.ts';

/** A step that is taken with an inquiry. */
export interface NewInquiryStep {
  readonly kind: InquiryStepKind;
  readonly at: Date;
  /** The account. */
  readonly by: string;
  readonly officeId?: string | null;
  /** Sealed. */
  readonly note?: string | null;
  readonly evidence?: readonly { readonly title: string; readonly url: string | null }[];
  readonly knowledgeId?: string | null;
  /** What is counted and dated of it; nothing personal. */
  readonly detail?: { readonly [name: string]: Json };
}

/** Adds steps to an inquiry that this transaction has created or locked, behind so many that were taken. */
export async function addInquirySteps(
  tx: Transaction,
  { inquiryId, taken, sealing }: { readonly inquiryId: string; readonly taken: number; readonly sealing: Sealing },
  steps: readonly NewInquiryStep[],
): Promise<void> {
  await tx.inquiryStep.createMany({
    data: steps.map(({ note, evidence = [], detail = {}, ...step }, index) => {
      const sequence = taken + index + 1;
      return {
        ...step,
        ...{ inquiryId, sequence, detail },
        note: sealedIfAny(sealing, ['inquiry-step.note', stepRow(inquiryId, sequence)], note),
        evidence: evidence.map(({ title, url }) => ({ title, url })),
      };
    }),
  });
}

/** The steps of an inquiry in their order. */
export function inquiryStepsOf(tx: Transaction, inquiryId: string): Promise<InquiryStep[]> {
  return tx.inquiryStep.findMany({ where: { inquiryId }, orderBy: { sequence: 'asc' } });
}

const NAME = 'steps of inquiries';

/** The same for the fields of a request; one statement, however many inquiries it asks for. */
export function stepsOfInquiry(context: SentimentContext, inquiryId: string): Promise<InquiryStep[]> {
  return perRequest(context, NAME, async (ids: readonly string[]) => {
    const rows = await context.db.inquiryStep.findMany({
      where: { inquiryId: { in: [...ids] } },
      orderBy: [{ inquiryId: 'asc' }, { sequence: 'asc' }],
    });
    return inGroups(ids, rows, (row) => row.inquiryId);
  }).load(inquiryId);
}

/** Makes the rest of a request read steps anew, after a change. */
export function forgetSteps(context: Pick<SentimentContext, 'loaders'>): void {
  context.loaders.delete(NAME);
}
