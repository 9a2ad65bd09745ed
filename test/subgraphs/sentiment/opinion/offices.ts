import type { NewEntry } from '../../../../core/change.ts';
import { AUTHORITY, COUNTY } from '../events.ts';

const institution = (id: string, name: string, kind: string, region: string): NewEntry => ({
  ...AUTHORITY,
  subjectId: id,
  regionCode: region,
  payload: { name, kind, region },
});

/** Offices of the county and the authority above it, as the log tells of them. */
export const HOSPITAL = 'hospital-140521';
export const CENTRE = 'centre-140521';
export const SUPERVISION = 'supervision-140521';
export const SUPERIOR = 'authority-140500';
export const OFFICES: readonly NewEntry[] = [
  AUTHORITY,
  institution(HOSPITAL, '沁水县某医院', 'HOSPITAL', COUNTY),
  institution(CENTRE, '沁水县疾病预防控制中心', 'DISEASE_CONTROL_CENTRE', COUNTY),
  institution(SUPERVISION, '沁水县卫生监督所', 'HEALTH_SUPERVISION', COUNTY),
  institution(SUPERIOR, '晋城市卫生健康委员会', 'HEALTH_AUTHORITY', '140500'),
];

/** When events of these tests are detected, and instants so many hours later. */
export const DETECTED = new Date('2026-11-23T01:30:00.000Z');
export const later = (hours: number): Date => new Date(DETECTED.getTime() + hours * 3_600_000);
export const at = (hours: number): string => later(hours).toISOString();
