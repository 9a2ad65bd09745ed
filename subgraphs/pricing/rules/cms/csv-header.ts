import { columnLetters, type SheetRow } from '../../../../core/table.ts';
import type { FilePlace, Finding } from '../finding.ts';
import { found } from './charge-item.ts';
import {
  HEADER_FIELDS,
  headerFindings,
  templateVersion,
  type HeaderField,
  type HeaderValue,
  type TemplateVersion,
} from './file-header.ts';
import { headingParts, normalHeading } from './headings.ts';

/** What the first two rows say of the file. */
export interface CsvHeader {
  readonly version: TemplateVersion;
  readonly findings: readonly Finding[];
}

const FIELDS: ReadonlySet<string> = new Set(HEADER_FIELDS);

/**
 * Reads the first two rows of a standard charge file: headings, and what stands under them.
 *
 * @param headings - the first row
 * @param values - the second
 */
export function readCsvHeader(headings: SheetRow, values: SheetRow, sheet: string | null): CsvHeader {
  const read = new Map<HeaderField, HeaderValue>();
  const findings: Finding[] = [];
  for (const [index, raw] of headings.cells.entries()) {
    const heading = raw.replace(/^\uFEFF/, '').trim();
    const field = headerField(heading);
    if (field === null) continue;
    const column = { sheet, column: columnLetters(index), heading };
    if (read.has(field))
      findings.push(found('CMS_HEADING_REPEATED', { ...column, row: headings.number }, { got: heading }));
    else
      read.set(
        field,
        headerValue(field, heading, {
          text: (values.cells[index] ?? '').trim(),
          column,
          rows: [headings.number, values.number],
        }),
      );
  }
  const version = templateVersion(read.get('version')?.text ?? '');
  const whole = { sheet, row: headings.number, column: null, heading: null };
  return { version, findings: [...findings, ...headerFindings(read, version, whole)] };
}

/** Which field a heading is; of a statement by its beginning and by what it alone says. */
function headerField(heading: string): HeaderField | null {
  const name = normalHeading(heading);
  if (/^to the best of its knowledge and belief\b.*45 cfr 180\.50/.test(name))
    return name.includes('hospital attests') ? 'attestation' : 'affirmation';
  const [first = '', state] = headingParts(heading);
  if (first === 'license_number') return state === undefined ? null : 'license_number';
  return FIELDS.has(name) ? (name as HeaderField) : null;
}

interface Below {
  readonly text: string;
  readonly column: Omit<FilePlace, 'row'>;
  readonly rows: readonly [heading: number, value: number];
}

/** The state of a licence stands in its heading; whether the hospital has a number is left open. */
function headerValue(field: HeaderField, heading: string, { text, column, rows }: Below): HeaderValue {
  if (field !== 'license_number') return { text, place: { ...column, row: rows[1] } };
  return { text: (headingParts(heading)[1] ?? '').toUpperCase(), place: { ...column, row: rows[0] } };
}
