import { Prisma, type KnowledgeAnswer } from '../../../../prisma/generated/sentiment/client/client.ts';
import { Fault } from '../../../../core/fault.ts';
import { regionRange } from '../../../../core/region-code.ts';
import { readPage, type Page, type PageArgs, type Position } from '../../../kit/page.ts';
import { entityLoader } from '../../../kit/per-request.ts';
import { staffRegions } from '../../../kit/staff.ts';
import { regionsAbove, soughtAnswer, type SoughtAnswer } from '../../rules/knowledge/sought-answer.ts';
import type { Database, SentimentContext, Transaction } from '../database.ts';

export type { KnowledgeAnswer } from '../../../../prisma/generated/sentiment/client/client.ts';

/** One answer by its id, batched; one that was withdrawn only for staff of its region. */
export const knowledgeAnswerById = entityLoader<Database, KnowledgeAnswer>({
  typeName: 'KnowledgeAnswer',
  keyOf: (answer) => answer.id,
  find: (query, ids, { db, scope }) => {
    const own = staffRegions(scope.viewer).map(({ from, to }) => ({ regionCode: { gte: from, lte: to } }));
    return db.knowledgeAnswer.findMany({ ...query, where: { id: { in: ids }, OR: [{ withdrawnAt: null }, ...own] } });
  },
});

/** An answer that nobody else changes until the transaction ends; null when there is none. */
export async function lockKnowledgeAnswer(tx: Transaction, id: string): Promise<KnowledgeAnswer | null> {
  await tx.$queryRaw`SELECT 1 FROM sentiment.knowledge_answer WHERE id = ${id} FOR UPDATE`;
  return tx.knowledgeAnswer.findUnique({ where: { id } });
}

/** Which answers a list holds. */
export interface KnowledgeFilter {
  /** Answers of this region and of those above it. */
  readonly region: string;
  /** Words that an answer holds, all of them. */
  readonly text?: string | null | undefined;
  readonly topic?: string | null | undefined;
}

/** An answer on a list: whether all that is sought stands in its question. */
interface Ranked {
  readonly id: string;
  readonly publishedAt: Date;
  readonly rank: number;
}

/**
 * Answers that hold in a region: those whose question has all that is sought first, then the newest; two queries, and one
 * for their count. What is withdrawn is not among them.
 *
 * @throws Fault BAD_USER_INPUT for a region code that is none, CURSOR_INVALID for a cursor of another list
 */
export function knowledgeAnswersOf(
  { db }: SentimentContext,
  filter: KnowledgeFilter,
  page: PageArgs,
): Promise<Page<KnowledgeAnswer>> {
  const sought = soughtAnswer(filter.text ?? '');
  const conditions = conditionsOf(filter, sought);
  return readPage<KnowledgeAnswer & { readonly rank: number }>(page, {
    find: async (take, position) => {
      const ranked = await db.$queryRaw<Ranked[]>(rankedOf(conditions, rankOf(sought), placeOf(position), take));
      const rows = await db.knowledgeAnswer.findMany({ where: { id: { in: ranked.map(({ id }) => id) } } });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ranked.flatMap(({ id, rank }) => {
        const row = byId.get(id);
        return row === undefined ? [] : [{ ...row, rank }];
      });
    },
    positionOf: ({ rank, publishedAt, id }) => [String(rank), publishedAt.toISOString(), id],
    count: async () => {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM sentiment.knowledge_answer k WHERE ${conditions}`;
      return row?.count ?? 0;
    },
  });
}

function rankedOf(conditions: Prisma.Sql, rank: Prisma.Sql, behind: Ranked | null, take: number): Prisma.Sql {
  const after =
    behind === null
      ? Prisma.empty
      : Prisma.sql`WHERE (rank, "publishedAt", id) < (${behind.rank}::int, ${behind.publishedAt}, ${behind.id})`;
  return Prisma.sql`
    SELECT id, "publishedAt", rank FROM (
      SELECT k.id, k.published_at AS "publishedAt", ${rank} AS rank FROM sentiment.knowledge_answer k WHERE ${conditions}) hit
     ${after} ORDER BY rank DESC, "publishedAt" DESC, id DESC LIMIT ${take}`;
}

/** What the terms do not prove is looked up in the text; where nothing of what is sought can be found, nothing is. */
function conditionsOf({ region, topic }: KnowledgeFilter, sought: SoughtAnswer | null): Prisma.Sql {
  regionRange(region);
  const conditions = [
    Prisma.sql`k.withdrawn_at IS NULL`,
    Prisma.sql`k.region_code = ANY(${regionsAbove(region)}::text[])`,
  ];
  if (topic != null) conditions.push(isStorable(topic) ? Prisma.sql`k.topic = ${topic.trim()}` : Prisma.sql`false`);
  if (sought !== null) {
    conditions.push(
      sought.words.length === 0 ? Prisma.sql`false` : Prisma.sql`k.terms @> ${[...sought.terms]}::text[]`,
    );
    conditions.push(...sought.words.map((word) => Prisma.sql`position(${word} in k.search_text) > 0`));
  }
  return Prisma.join(conditions, ' AND ');
}

/** A database is not asked for what it can not hold. */
function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

function rankOf(sought: SoughtAnswer | null): Prisma.Sql {
  if (sought === null || sought.words.length === 0) return Prisma.sql`0`;
  const inQuestion = sought.words.map((word) => Prisma.sql`position(${word} in split_part(k.search_text, ' ', 1)) > 0`);
  return Prisma.sql`(${Prisma.join(inQuestion, ' AND ')})::int`;
}

function placeOf(position: Position | null): Ranked | null {
  if (position === null) return null;
  const [rank = '', published = '', id = ''] = position;
  const publishedAt = new Date(published);
  const isInstant = !Number.isNaN(publishedAt.getTime()) && publishedAt.toISOString() === published;
  if (isInstant && /^[01]$/u.test(rank)) return { rank: Number(rank), publishedAt, id };
  throw new Fault(
    'CURSOR_INVALID',
    `Expected a page cursor of knowledge answers, got one of ${JSON.stringify(position)}.`,
  );
}
