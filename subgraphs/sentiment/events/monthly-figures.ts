import type { NewEntry } from '../../../core/change.ts';
import type { MonthlyFigures } from '../../../prisma/generated/sentiment/client/client.ts';
import type { Month } from '../rules/figures/month.ts';
import type { MonthlyFigureValues } from '../rules/figures/monthly-figures.ts';

/** The log's entry of the figures of a month. */
export function monthlyFiguresPublished(
  row: MonthlyFigures,
  { month, figures, publisherId }: MonthPublished,
): NewEntry {
  return {
    kind: row.revision === 1 ? 'PUBLISHED' : 'REVISED',
    subject: 'MONTHLY_FIGURES',
    subjectId: row.id,
    occurredAt: row.publishedAt,
    regionCode: row.regionCode,
    publisherId,
    payload: {
      ...{ region: row.regionCode, month, revision: row.revision, figures: { ...figures } },
      ...{ publishedAt: row.publishedAt.toISOString(), isSample: row.isSample },
    },
  };
}

/** What was published of a month, and by which institution. */
export interface MonthPublished {
  readonly month: Month;
  readonly figures: MonthlyFigureValues;
  readonly publisherId: string | null;
}
