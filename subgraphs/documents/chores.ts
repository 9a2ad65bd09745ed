import type { Chore } from '../kit/chores.ts';
import { purging } from './commands/application/purge-personal.ts';
import { indexMissingDocuments } from './commands/search/index-missing-documents.ts';
import { applyRelations } from './commands/validity/apply-relations.ts';
import { expireDocuments } from './commands/validity/expire-documents.ts';
import type { Database } from './store/database.ts';

/** What falls due with time alone. */
export const chores: readonly Chore<Database>[] = [
  purging,
  { name: 'documents expire', everyMs: 60_000, run: expireDocuments },
  { name: 'documents take effect on others', everyMs: 60_000, run: applyRelations },
  { name: 'documents are searchable', everyMs: 60_000, run: indexMissingDocuments },
];
