import type { NewEntry } from '../../../core/change.ts';
import type { Institution, Region } from '../../../prisma/generated/catalogue/client/client.ts';

/** The log's entry of a region. */
export function regionPublished(region: Region, occurredAt: Date): NewEntry {
  const { code, name, level, parentCode, isPseudo } = region;
  const payload = { name, level, parent: parentCode, isPseudo };
  return {
    kind: 'PUBLISHED',
    subject: 'REGION',
    subjectId: code,
    occurredAt,
    regionCode: code,
    publisherId: null,
    payload,
  };
}

/** The log's entry of an institution. */
export function institutionPublished(institution: Institution, occurredAt: Date): NewEntry {
  const { id, name, kind, regionCode, superiorId, hospitalGrade, isSample } = institution;
  const payload = { name, kind, region: regionCode, superior: superiorId, hospitalGrade, isSample };
  return { kind: 'PUBLISHED', subject: 'INSTITUTION', subjectId: id, occurredAt, regionCode, publisherId: id, payload };
}
