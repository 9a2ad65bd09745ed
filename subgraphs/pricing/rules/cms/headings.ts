import type { SheetRow } from '../../../../core/table.ts';

/** A heading of the template as it is compared: its parts between `|`, without blanks around them, in small letters. */
export function headingParts(heading: string): string[] {
  return heading
    .replace(/^\uFEFF/, '')
    .split('|')
    .map((part) => part.trim().toLowerCase());
}

/** The parts joined again. */
export function normalHeading(heading: string): string {
  return headingParts(heading).join('|');
}

const TELLING: ReadonlySet<string> = new Set([
  ...['hospital_name', 'last_updated_on', 'version', 'location_name', 'hospital_location', 'hospital_address'],
  ...['license_number', 'type_2_npi', 'attester_name'],
]);
const ENOUGH = 3;

/**
 * Whether a file's first row is that of the US standard charge file: at least three of the headings with which the
 * template begins, in any order, letter case and spacing.
 *
 * @see 45 CFR 180.50
 */
export function isCmsHeader(row: SheetRow): boolean {
  const names = row.cells.map((cell) => headingParts(cell)[0] ?? '').map((name) => name.replaceAll(/[\s-]+/g, '_'));
  return new Set(names.filter((name) => TELLING.has(name))).size >= ENOUGH;
}
