import type { NewEntry } from '../../../core/change.ts';
import { fromUtcMidnight } from '../../../core/civil-date.ts';
import type { WithdrawalReason } from '../../../core/withdrawal.ts';
import type { KnowledgeAnswer } from '../../../prisma/generated/sentiment/client/client.ts';

/** The log's entry of an answer of the knowledge base: as it is public, what is personal masked. */
export function knowledgeAnswerChanged(
  kind: 'PUBLISHED' | 'REVISED',
  answer: KnowledgeAnswer,
  occurredAt: Date,
): NewEntry {
  return {
    ...about(answer, occurredAt),
    kind,
    payload: {
      region: answer.regionCode,
      office: answer.officeId,
      topic: answer.topic,
      question: answer.question,
      answer: answer.answer,
      isSpecialResponse: answer.isSpecialResponse,
      version: answer.version,
      reviewOn: answer.reviewOn === null ? null : fromUtcMidnight(answer.reviewOn),
      publishedAt: answer.publishedAt.toISOString(),
      revisedAt: answer.revisedAt?.toISOString() ?? null,
      isSample: answer.isSample,
    },
  };
}

/** The log's tombstone of an answer; it holds the reason and nothing of what was withdrawn. */
export function knowledgeAnswerWithdrawn(
  answer: KnowledgeAnswer,
  reason: WithdrawalReason,
  occurredAt: Date,
): NewEntry {
  return { ...about(answer, occurredAt), kind: 'WITHDRAWN', payload: { reason, note: null } };
}

function about(answer: KnowledgeAnswer, occurredAt: Date) {
  return {
    subject: 'KNOWLEDGE_ANSWER',
    subjectId: answer.id,
    occurredAt,
    regionCode: answer.regionCode,
    publisherId: answer.officeId,
  } as const;
}
