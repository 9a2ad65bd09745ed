import type { Holdings } from '../../../kit/context.ts';
import type { Database } from '../../store/database.ts';
import { addNames, unknownNames } from '../../store/names.ts';

/** How many names one transaction looks at. */
const BATCH = 2_000;

/** Lets the search find every name that it does not know yet: those of prices from before there was a search. */
export async function indexMissingNames({ db }: Pick<Holdings<Database>, 'db'>): Promise<void> {
  for (let after: string | null = ''; after !== null;) {
    const from: string = after;
    after = await db.$transaction(async (tx) => {
      const { names, last } = await unknownNames(tx, from, BATCH);
      await addNames(tx, names);
      return last;
    });
  }
}
