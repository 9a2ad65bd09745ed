import { regionRange } from '../../../../core/region-code.ts';
import { inGroups, perRequest } from '../../../kit/per-request.ts';
import { regionsAbove } from '../../rules/knowledge/sought-answer.ts';
import type { KnowledgeAnswer } from '../knowledge/knowledge-answers.ts';
import type { SentimentContext } from '../database.ts';

/** A topic of which many complain, and from when on an answer counts. */
export interface AnsweredTopic {
  readonly topic: string;
  readonly regionCode: string;
  readonly since: Date;
}

/**
 * The latest special response (专项回应) to a topic, of a region, of one above it or below it, published or revised since an
 * instant and not withdrawn; one statement for all topics of a region.
 *
 * @see rule P12
 */
export async function specialResponseTo(
  context: SentimentContext,
  { topic, regionCode, since }: AnsweredTopic,
): Promise<KnowledgeAnswer | null> {
  const answers = await perRequest(context, `special responses: ${regionCode}`, async (topics: readonly string[]) => {
    const { from, to } = regionRange(regionCode);
    const rows = await context.db.knowledgeAnswer.findMany({
      where: {
        topic: { in: [...topics] },
        isSpecialResponse: true,
        withdrawnAt: null,
        OR: [{ regionCode: { in: regionsAbove(regionCode) } }, { regionCode: { gte: from, lte: to } }],
      },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    });
    return inGroups(topics, rows, (row) => row.topic ?? '');
  }).load(topic);
  return answers.find(({ publishedAt, revisedAt }) => (revisedAt ?? publishedAt) >= since) ?? null;
}
