import { openDatabase, type Database } from './database.ts';
import { migrate } from './migrate.ts';
import type { Project } from './project.ts';
import { withSchemaEngine } from './schema-engine.ts';

/**
 * The SQL that would bring a live database to the schema files; empty when they agree.
 *
 * Sees what Prisma's schema language can say: tables, columns, defaults, keys, plain and unique indexes, enums. What
 * migrations write by hand beside that it does not see and does not report: CHECK constraints, triggers, functions,
 * views, partial and expression indexes. A table that only a migration knows is reported as one to drop.
 */
export function drift(project: Project, database: Database): Promise<string> {
  return withSchemaEngine(project, database, async (engine, files) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: project.schema },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? '' : (stdout ?? '');
  });
}

/** The SQL that would bring the migration history to the schema files; empty when they agree. Touches no live data. */
export async function diff(project: Project, template?: Uint8Array): Promise<string> {
  const scratch = await openDatabase({ kind: 'memory', ...(template ? { template } : {}) });
  try {
    await scratch.pool.query(`CREATE SCHEMA IF NOT EXISTS "${project.namespace}"`);
    await migrate([project], scratch.pool);
    return await drift(project, scratch);
  } finally {
    await scratch.close();
  }
}
