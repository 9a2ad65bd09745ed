import { createHash } from 'node:crypto';
import { Fault } from '../../../../core/fault.ts';
import type { PricingContext } from '../../store/database.ts';
import {
  EXPORT_PAGE,
  exportedLines,
  listsInForce,
  type ExportedLine,
  type ExportPlace,
  type ExportScene,
  type ListInForce,
} from '../../store/export/exported-prices.ts';

/** A part of an export: prices of one institution, each as a line of JSON. */
export interface ExportedPart {
  readonly institutionName: string;
  readonly lines: readonly ExportedLine[];
}

/** An export that is ready to be read. */
export interface PriceExport {
  /**
   * SHA-256 over the institutions and their lists in force, in hexadecimal. As long as it is the same, the export of the
   * same scene is the same, byte for byte.
   */
  readonly state: string;
  /**
   * The prices, by institution, code and id; a page at a time, no transaction held open.
   *
   * @throws Fault CURSOR_INVALID when a list was published for that day or an earlier one meanwhile
   */
  readonly parts: () => AsyncGenerator<ExportedPart>;
}

/**
 * Opens the export of the prices of an institution or a region on a day; null when no list of the kind is in force there.
 *
 * A list that is published for a later day changes nothing of it. One for the same day takes away what it replaces: an
 * export that is under way then ends as a failure, rather than as a mix of two lists.
 */
export async function exportPrices({ db }: PricingContext, scene: ExportScene): Promise<PriceExport | null> {
  const lists = await listsInForce(db, scene);
  if (lists.length === 0) return null;
  const hash = createHash('sha256');
  for (const { institution, list } of lists) hash.update(`${institution} ${list}\n`);
  return {
    state: hash.digest('hex'),
    parts: async function* () {
      for (const inForce of lists) yield* partsOf(db, scene, inForce);
    },
  };
}

async function* partsOf(
  db: PricingContext['db'],
  { kind, on }: ExportScene,
  { institution, institutionName, list }: ListInForce,
): AsyncGenerator<ExportedPart> {
  for (let behind: ExportPlace | null = null, more = true; more;) {
    const lines: ExportedLine[] = await exportedLines(db, institution, { kind, on }, behind);
    more = lines.length === EXPORT_PAGE;
    // Whatever was published before these lines were read is seen now.
    if (!more) await requireUnchanged(db, { of: { institution }, kind, on }, list);
    behind = lines.at(-1) ?? null;
    if (lines.length > 0) yield { institutionName, lines };
  }
}

async function requireUnchanged(db: PricingContext['db'], scene: ExportScene, list: string): Promise<void> {
  const [now] = await listsInForce(db, scene);
  if (now?.list !== list) throw changedMeanwhile(list, now?.list ?? 'none');
}

/** What an export was begun from is no longer there. */
export function changedMeanwhile(expected: string, got: string): Fault {
  const message = `The prices changed since the export began: expected ${expected} in force, got ${got}. Begin it anew.`;
  return new Fault('CURSOR_INVALID', message);
}
