import type { SentimentContext } from './database.ts';

/** Whether the log has told of an institution. */
export async function isKnownInstitution({ db }: SentimentContext, id: string): Promise<boolean> {
  return (await db.followedInstitution.count({ where: { id } })) > 0;
}
