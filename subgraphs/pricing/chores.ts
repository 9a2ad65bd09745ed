import type { Chore } from '../kit/chores.ts';
import { indexMissingNames } from './commands/search/index-missing-names.ts';
import type { Database } from './store/database.ts';

/** What is done at the start and every so often. */
export const chores: readonly Chore<Database>[] = [
  { name: 'names of prices are searchable', everyMs: 86_400_000, run: indexMissingNames },
];
