import type { Holdings } from '../../../kit/context.ts';
import type { Database } from '../../store/database.ts';
import { lockUnsearchable, makeSearchable } from '../../store/search/search-writes.ts';

/** How many documents one transaction takes in hand. */
const BATCH = 200;

/**
 * Lets the search find every published document that it does not find yet, those from before there was a search, and makes
 * the terms of those that were taken over from another hub without them.
 */
export async function indexMissingDocuments({ db }: Pick<Holdings<Database>, 'db'>): Promise<void> {
  for (let taken = BATCH; taken === BATCH;) {
    taken = await db.$transaction(async (tx) => {
      const documents = await lockUnsearchable(tx, BATCH);
      await makeSearchable(tx, documents);
      return documents.length;
    });
  }
}
