import type { Transaction } from './database.ts';

/** Whether the log has told of an institution. Within a transaction `db` is that transaction. */
export async function isKnownInstitution({ db }: { readonly db: Transaction }, id: string): Promise<boolean> {
  return (await db.followedInstitution.count({ where: { id } })) > 0;
}
