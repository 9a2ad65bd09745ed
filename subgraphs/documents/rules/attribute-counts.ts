/** How many documents stood in each class at the end of a year, and how many were issued in it. */
export interface AttributeCounts {
  readonly year: number;
  readonly proactive: number;
  readonly onRequest: number;
  readonly withheld: number;
  /** Approved in the year, of any class, and of the two hidden ones. */
  readonly issued: number;
  readonly issuedHidden: number;
}

/** The same, and what became of the two hidden classes since the year before; null in the first year that was asked for. */
export interface ComparedCounts extends AttributeCounts {
  readonly change: { readonly onRequest: number; readonly withheld: number } | null;
  /** Whether neither of the hidden classes grew, as they are to shrink year by year (逐年压缩). */
  readonly isShrinking: boolean | null;
}

/**
 * Sets each year beside the one before it.
 *
 * @param years - in their order
 * @see rule D5
 */
export function comparedCounts(years: readonly AttributeCounts[]): ComparedCounts[] {
  return years.map((counts, index) => {
    const before = years[index - 1];
    if (before === undefined) return { ...counts, change: null, isShrinking: null };
    const change = { onRequest: counts.onRequest - before.onRequest, withheld: counts.withheld - before.withheld };
    return { ...counts, change, isShrinking: change.onRequest <= 0 && change.withheld <= 0 };
  });
}
