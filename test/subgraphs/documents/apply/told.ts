import type { Json } from '../../../../core/change.ts';
import type { HeldEntry } from '../../../../subgraphs/kit/applier.ts';
import { AUTHORITY, COUNTY } from '../serve-documents.ts';

type Payload = Readonly<Record<string, Json>>;

const DOCUMENT: Payload = {
  ...{ title: '关于做好政务公开工作的通知', body: '正文', documentNumber: null, indexNumber: null },
  ...{ issuer: AUTHORITY, region: COUNTY, attribute: 'PROACTIVE', isPolicy: false, isNormative: false },
  ...{ isEnterpriseRelated: false, theme: null, genre: null, origin: 'MADE', leadIssuer: null },
  ...{ disclosureClause: null, validity: 'IN_FORCE', validityChangedAt: null, issuedOn: null, effectiveOn: null },
  ...{ expiresOn: null, publishedAt: '2026-11-01T00:00:00.000Z', superior: null, amends: [], repeals: [] },
  ...{ catalogueItems: [], isSample: true },
};

/** What a county tells of a document; what is left out is as in any other. */
export function toldDocument(subjectId: string, payload: Payload = {}): HeldEntry {
  return {
    ...{ id: `entry of ${subjectId}`, originId: 'county', lane: COUNTY, kind: 'PUBLISHED', subject: 'DOCUMENT' },
    ...{ subjectId, occurredAt: new Date('2026-11-01T00:00:00.000Z'), regionCode: COUNTY, publisherId: AUTHORITY },
    ...{ catalogueItemIds: [], payload: { ...DOCUMENT, ...payload } },
  };
}
