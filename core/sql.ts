/** What runs statements of SQL: a Prisma transaction, a `pg` client, or a session for bulk work. */
export interface SqlRunner {
  $queryRawUnsafe<Result>(sql: string, ...values: unknown[]): Promise<Result>;
}

/**
 * A session for bulk work: its temporary tables last until it is released. On a PostgreSQL server it is a connection of
 * its own; the embedded database has one session for all, so there the names of temporary tables must be unlike any
 * others, they must be dropped in the end, and other work goes on between the statements.
 */
export interface BulkSession extends SqlRunner {
  /**
   * Loads lines in the text format of `COPY`, each ended by a line feed.
   *
   * @param target - the table and its columns: `staged (code, name)`
   */
  copy(target: string, lines: string): Promise<void>;
  /** Does some work in one transaction, READ COMMITTED; nothing of it stays when it throws. */
  transaction<Result>(work: (tx: SqlRunner) => Promise<Result>): Promise<Result>;
  release(): Promise<void>;
}
