import type { Transaction } from './database.ts';

/** The tables that are filled many rows at a time. */
type FilledTable =
  | 'region'
  | 'institution'
  | 'category'
  | 'catalogue'
  | 'catalogue_item'
  | 'catalogue_step'
  | 'legal_basis'
  | 'time_limit'
  | 'work_plan'
  | 'work_task'
  | 'work_task_unit';

/**
 * Writes many rows by one statement with one parameter; hundreds of rows with a parameter for every cell take seconds.
 *
 * @param rows - every column by its name in the Prisma schema; days as `YYYY-MM-DD`
 */
export async function fillTable(tx: Transaction, table: FilledTable, rows: readonly object[]): Promise<void> {
  const columned = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [columnOf(name), cell])),
  );
  await tx.$executeRawUnsafe(
    `insert into catalogue.${table} select * from json_populate_recordset(null::catalogue.${table}, $1::json)`,
    JSON.stringify(columned),
  );
}

function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
