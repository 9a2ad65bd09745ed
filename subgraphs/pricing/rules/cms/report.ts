import type { Finding } from '../finding.ts';
import type { Locate, Said } from './charge-item.ts';
import type { TemplateVersion } from './file-header.ts';

/** What the findings of an item depend on beside the item. */
export interface ItemContext {
  readonly version: TemplateVersion;
  /**
   * Where payers are named. In HEADINGS they are whether or not an item has a charge of theirs; an item of which it is
   * said in CELLS, or which has an ENTRY for each, should name none without a charge.
   */
  readonly payersIn: 'CELLS' | 'HEADINGS' | 'ENTRIES';
  readonly locate: Locate;
}

/** Notes a finding at the place of a value; what stands there is what was got, when not said otherwise. */
export type Report = (
  code: Finding['code'],
  said: Said,
  detail?: { readonly expected?: string; readonly got?: string },
) => void;

/** Reports a value that is given and is none of those that may be. */
export function oneOf(allowed: ReadonlySet<string>, said: Said, report: Report): void {
  if (said.text === '' || allowed.has(said.text) || allowed.has(said.text.toLowerCase())) return;
  if (!allowed.has(said.text.toUpperCase())) report('CMS_VALUE_UNKNOWN', said, { expected: [...allowed].join(', ') });
}
