import { randomUUID } from 'node:crypto';
import { refuseIfAny, type Refusal } from '../../../../core/refusal.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import { transact } from '../../../kit/transact.ts';
import { knowledgeAnswerChanged } from '../../events/knowledge.ts';
import type { SentimentContext, Transaction } from '../../store/database.ts';
import type { KnowledgeAnswer } from '../../store/knowledge/knowledge-answers.ts';
import { handedInRefusals, knowledgeColumns, type KnowledgeAnswerTexts } from './knowledge-columns.ts';

export interface PublishKnowledgeAnswerInput extends KnowledgeAnswerTexts {
  readonly region: string;
}

/**
 * Takes an answer into the knowledge base; it is public from then on, what is personal in it masked.
 *
 * @throws Refused when not permitted, or for input that rules refuse
 * @see rule P12
 */
export async function publishKnowledgeAnswer(
  input: PublishKnowledgeAnswerInput,
  context: SentimentContext,
): Promise<KnowledgeAnswer> {
  const { viewer } = context.scope;
  refuseIfAny(permissionRefusals(viewer, ['PUBLISHER'], input.region));
  refuseIfAny([...regionRefusals(input.region), ...(await handedInRefusals(input, context))]);
  const now = context.clock.now();
  return transact<Transaction, KnowledgeAnswer>(context, async (tx, record) => {
    const answer = await tx.knowledgeAnswer.create({
      data: {
        id: randomUUID(),
        regionCode: input.region,
        ...knowledgeColumns(input),
        publishedAt: now,
        recordedBy: viewer?.subject ?? '',
      },
    });
    record(knowledgeAnswerChanged('PUBLISHED', answer, now));
    return answer;
  });
}

function regionRefusals(region: string): Refusal[] {
  if (/^[0-9]{6}$/u.test(region)) return [];
  const expected = 'Region (GB/T 2260, six digits)';
  return [{ code: 'NOT_FOUND', path: ['input', 'region'], expected, got: region.slice(0, 40) }];
}
