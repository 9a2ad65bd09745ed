import { inGroups, perRequest } from '../../../kit/per-request.ts';
import { areNearTitles } from '../../rules/inquiry/repetition.ts';
import type { SentimentContext } from '../database.ts';
import type { Inquiry } from './rows.ts';

/** How many of one contact and of one topic are looked at for an inquiry, and how many are given in all. */
const MOST_SEEN = 200;
const MOST_GIVEN = 10;

/** An inquiry, and one that it may repeat. */
interface Pair {
  readonly asked: string;
  readonly askedTitle: string;
  readonly id: string;
  readonly title: string;
  readonly isSamePerson: boolean;
}

/**
 * Inquiries of the same region that one may repeat: those of the same contact, and those of the same topic with nearly the
 * same title; the last received first. Two statements, however many inquiries a request asks for.
 */
export function possibleRepeatsOf(context: SentimentContext, id: string): Promise<Inquiry[]> {
  return perRequest(context, 'possible repeats', async (ids: readonly string[]) => {
    const pairs = (await pairsOf(context, ids)).filter(
      ({ isSamePerson, askedTitle, title }) => isSamePerson || areNearTitles(askedTitle, title),
    );
    const found = inGroups(ids, pairs, ({ asked }) => asked).map((group) => new Set(group.map((pair) => pair.id)));
    const rows = await context.db.inquiry.findMany({
      where: { id: { in: [...new Set(pairs.map((pair) => pair.id))] } },
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    });
    return found.map((group) => rows.filter((row) => group.has(row.id)).slice(0, MOST_GIVEN));
  }).load(id);
}

function pairsOf({ db }: SentimentContext, ids: readonly string[]): Promise<Pair[]> {
  return db.$queryRaw<Pair[]>`
    SELECT one.id AS asked, one.title AS "askedTitle", other.id, other.title, other.same AS "isSamePerson"
      FROM sentiment.inquiry one, LATERAL (
        (SELECT o.id, o.title, true AS same FROM sentiment.inquiry o
          WHERE o.contact_digest = one.contact_digest AND o.region_code = one.region_code AND o.id <> one.id
          ORDER BY o.received_at DESC LIMIT ${MOST_SEEN})
        UNION ALL
        (SELECT o.id, o.title, false FROM sentiment.inquiry o
          WHERE o.topic = one.topic AND o.region_code = one.region_code AND o.id <> one.id
          ORDER BY o.received_at DESC LIMIT ${MOST_SEEN})) other
     WHERE one.id = ANY (${[...ids]}::text[])`;
}
