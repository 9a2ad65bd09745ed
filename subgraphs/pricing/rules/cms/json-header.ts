import type { FilePlace, Finding } from '../finding.ts';
import type { Said } from './charge-item.ts';
import {
  headerFindings,
  templateVersion,
  type HeaderField,
  type HeaderValue,
  type TemplateVersion,
} from './file-header.ts';
import type { JsonObject, JsonShapes } from './json-shape.ts';

/** Those members of the whole file that say what it is. */
export const JSON_HEADER_MEMBERS = [
  ...['hospital_name', 'last_updated_on', 'version', 'hospital_address', 'license_information', 'location_name'],
  ...['type_2_npi', 'attestation', 'hospital_location', 'affirmation'],
] as const;

/**
 * By which edition of the template the items of a file are judged, from what of its header has come before them; the
 * present one when nothing has.
 */
export function jsonVersion({ members }: JsonObject): TemplateVersion {
  const { version } = members;
  if (typeof version === 'string') return templateVersion(version.trim());
  return 'affirmation' in members || 'hospital_location' in members ? 2 : 3;
}

/** Everything that is wrong with what a JSON file says of itself. */
export function jsonHeaderFindings(
  header: JsonObject,
  shapes: JsonShapes,
  locate: (at: string) => FilePlace,
): Finding[] {
  const values = new Map<HeaderField, HeaderValue>();
  const set = (field: HeaderField, { text, at }: Said): void =>
    void values.set(field, { text, place: locate(String(at)) });
  for (const field of ['hospital_name', 'last_updated_on', 'version'] as const) {
    if (field in header.members) set(field, shapes.said(header, field));
  }
  for (const field of ['hospital_address', 'location_name', 'hospital_location', 'type_2_npi'] as const) {
    if (field in header.members) set(field, shapes.texts(header, field));
  }
  const licence = shapes.member(header, 'license_information');
  if (licence !== null) set('license_number', shapes.said(licence, 'state'));
  const attestation = shapes.member(header, 'attestation');
  if (attestation !== null) {
    set('attestation', shapes.confirmed(attestation, 'confirm_attestation'));
    set('attester_name', shapes.said(attestation, 'attester_name'));
  }
  const affirmation = shapes.member(header, 'affirmation');
  if (affirmation !== null) set('affirmation', shapes.confirmed(affirmation, 'confirm_affirmation'));
  return headerFindings(values, jsonVersion(header), locate(''));
}
