import { parseCivilDate } from '../../../../core/civil-date.ts';
import type { FilePlace, Finding } from '../finding.ts';
import { found } from './charge-item.ts';
import { STATES } from './vocabulary.ts';

/** The editions of the template that differ in what a file must have: 2 stands for 2.0 to 2.2. */
export type TemplateVersion = 2 | 3;

/** What a file says of itself. */
export const HEADER_FIELDS = [
  ...(['hospital_name', 'last_updated_on', 'version', 'hospital_address', 'license_number'] as const),
  ...(['location_name', 'type_2_npi', 'attestation', 'attester_name'] as const),
  ...(['hospital_location', 'affirmation'] as const),
];
export type HeaderField = (typeof HEADER_FIELDS)[number];

/** One value of a file's header and its place; of the licence the state. */
export interface HeaderValue {
  readonly text: string;
  readonly place: FilePlace;
}

const OF_BOTH: readonly HeaderField[] = HEADER_FIELDS.slice(0, 5);
const OF_VERSION: Readonly<Record<TemplateVersion, readonly HeaderField[]>> = {
  2: ['hospital_location', 'affirmation'],
  3: ['location_name', 'type_2_npi', 'attestation', 'attester_name'],
};
const PRESENT_VERSION = '3.0.0';
const ATTESTED: ReadonlySet<string> = new Set(['true', 'false']);

/**
 * Which edition of the template a file follows, by what it says; a file that says nothing known is held to the present one.
 *
 * @param version - like "3.0.0", "2.2.0" or "2.0"
 */
export function templateVersion(version: string): TemplateVersion {
  return /^2(?:\.\d+){0,2}$/.test(version) ? 2 : 3;
}

/**
 * Everything that is wrong with what a file says of itself: missing fields, blank ones, an unknown version, a day that can
 * not be read, no attestation.
 *
 * @param whole - the place of findings that lie in no value
 */
export function headerFindings(
  values: ReadonlyMap<HeaderField, HeaderValue>,
  version: TemplateVersion,
  whole: FilePlace,
): Finding[] {
  return [...OF_BOTH, ...OF_VERSION[version]].flatMap((field) => {
    const value = values.get(field);
    if (value === undefined) return [found('CMS_HEADING_MISSING', whole, { expected: field })];
    if (value.text === '') return [found('CMS_VALUE_MISSING', value.place, { expected: field })];
    return FIELD_FINDINGS[field]?.(value) ?? [];
  });
}

const FIELD_FINDINGS: Readonly<Partial<Record<HeaderField, (value: HeaderValue) => Finding[]>>> = {
  version: versionFindings,
  last_updated_on: ({ text, place }) => (isDay(text) ? [] : [found('CMS_DATE_MALFORMED', place, { got: text })]),
  attestation: attestationFindings,
  affirmation: attestationFindings,
  license_number: ({ text, place }) =>
    STATES.has(text.toUpperCase())
      ? []
      : [found('CMS_VALUE_UNKNOWN', place, { got: text, expected: [...STATES].join(' ') })],
};

function versionFindings({ text, place }: HeaderValue): Finding[] {
  if (/^3(?:\.\d+){0,2}$/.test(text)) return [];
  const isOlder = templateVersion(text) === 2;
  const code = isOlder ? 'CMS_VERSION_SUPERSEDED' : 'CMS_VERSION_UNKNOWN';
  return [found(code, place, { got: text, expected: PRESENT_VERSION })];
}

function attestationFindings({ text, place }: HeaderValue): Finding[] {
  const word = text.toLowerCase();
  if (!ATTESTED.has(word)) return [found('CMS_VALUE_UNKNOWN', place, { got: text, expected: 'true, false' })];
  return word === 'true' ? [] : [found('CMS_ATTESTATION_FALSE', place, { got: text })];
}

const DAYS = [/^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/, /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/];

/** Whether a text names a day as the template has it: `2026-04-01`, or month/day/year. */
function isDay(text: string): boolean {
  const parts = DAYS.map((shape) => shape.exec(text)?.groups).find((groups) => groups !== undefined);
  if (parts === undefined) return false;
  const { year = '', month = '', day = '' } = parts;
  return parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) !== null;
}
