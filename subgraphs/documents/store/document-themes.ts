import { regionRange } from '../../../core/region-code.ts';
import type { DocumentsContext } from './database.ts';

/** A theme, and how many published documents are classed under it. */
export interface DocumentTheme {
  readonly theme: string;
  readonly documents: number;
  /** Those that hold: neither repealed nor expired. */
  readonly inForce: number;
}

/** The most themes that one answer lists; a classification of themes has some dozens. */
const MOST_THEMES = 500;

/**
 * The themes of what a region and those below it published, the one with the most documents first.
 *
 * @see rule D20
 */
export function documentThemes({ db }: DocumentsContext, region: string): Promise<DocumentTheme[]> {
  const { from, to } = regionRange(region);
  return db.$queryRaw<DocumentTheme[]>`
    SELECT theme, count(*)::int AS documents,
           count(*) FILTER (WHERE validity IN ('IN_FORCE', 'AMENDED'))::int AS "inForce"
      FROM documents.document
     WHERE status = 'PUBLISHED' AND theme IS NOT NULL AND region_code BETWEEN ${from} AND ${to}
     GROUP BY theme ORDER BY 2 DESC, theme COLLATE "C" LIMIT ${MOST_THEMES}`;
}
