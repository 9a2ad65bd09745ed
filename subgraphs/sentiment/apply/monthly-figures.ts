import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { daysOfMonth } from '../rules/figures/month.ts';
import { MONTHLY_COUNTS, MONTHLY_RATES } from '../rules/figures/monthly-figures.ts';
import { ToldPayload } from '../../kit/told-payload.ts';
import { remove, upsert, type HeldTable } from '../../kit/held-table.ts';

const TABLE: HeldTable = {
  name: 'sentiment.monthly_figures',
  key: { id: 'text' },
  columns: {
    ...{ region_code: 'text', month: 'date', figures: 'jsonb', revision: 'int' },
    ...{ published_at: 'timestamptz', is_sample: 'boolean' },
  },
  kept: { published_by: 'text' },
};

/** Takes over the figures of months, as they were published. */
export async function applyMonthlyFigures(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const standing = entries.filter(({ kind }) => kind !== 'WITHDRAWN');
  await upsert(tx, TABLE, standing.map(rowOf));
  const gone = entries.filter(({ kind }) => kind === 'WITHDRAWN');
  await remove(
    tx,
    TABLE,
    gone.map(({ subjectId: id }) => ({ id })),
  );
}

function rowOf(entry: HeldEntry) {
  const told = ToldPayload.of(entry);
  const [region, month] = [told.text('region'), told.text('month')];
  if (daysOfMonth(month) === null) told.refuse('month', 'a month YYYY-MM');
  if (entry.subjectId !== `${region}/${month}`) told.refuse('month', 'the one that the id names');
  checkFigures(told.inner('figures'));
  return {
    ...{ id: entry.subjectId, region_code: region, month: `${month}-01`, figures: told.whole('figures') },
    ...{ revision: told.count('revision'), published_at: told.instant('publishedAt') },
    ...{ is_sample: told.flag('isSample'), published_by: '' },
  };
}

/** Every figure that is served must be there. */
function checkFigures(figures: ToldPayload): void {
  for (const name of Object.keys(MONTHLY_COUNTS)) figures.count(name);
  for (const name of Object.keys(MONTHLY_RATES)) figures.textOrNull(name);
}
