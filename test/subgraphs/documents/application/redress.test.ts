import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { codesOf } from '../documents.ts';
import { AUTHORITY, COUNTY, institution, staff, type ServedDocuments } from '../serve-documents.ts';
import { handler, HOSPITAL, mutated, serveApplications } from './applications.ts';

describe.each(DATABASE_KINDS)('redress on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveApplications(await openMigrated());
    });
    afterAll(() => served.close());

    it('complaints about a hospital come to the health authority of its region, or of the nearest above, and are decided once', async () => {
      const filed = (institutionId: string, more: object = {}) =>
        mutated(
          served,
          'fileComplaint',
          {
            input: [
              'FileComplaintInput!',
              {
                institution: institutionId,
                receivedOn: '2026-11-02',
                name: '甲',
                contact: '乙',
                describes: '丙',
                ...more,
              },
            ],
          },
          {
            viewer: staff('EDITOR', '140500'),
            type: 'Complaint',
            shown: 'id office { id } institution { id } outcome',
          },
        );
      expect(codesOf(await filed(AUTHORITY))).toEqual(['INSTITUTION_TAKES_APPLICATIONS']);
      expect(codesOf(await filed('none', { name: ' ', receivedOn: '2026-11-24' }))).toEqual([
        ...['VALUE_IN_FUTURE', 'VALUE_MISSING', 'NOT_FOUND'],
      ]);
      const clinic = institution('clinic', '140522');
      const told = { ...clinic, payload: { ...clinic.payload, kind: 'COMMUNITY_HEALTH_CENTRE' } };
      await served.tell(told);
      expect((await filed('clinic')).refusals).toMatchObject([{ code: 'NOT_FOUND', expected: 'HEALTH_AUTHORITY' }]);
      await served.tell(institution('city', '140500'));
      expect(await filed('clinic')).toMatchObject({ office: { id: 'city' }, institution: { id: 'clinic' } });
      const complaint = await filed(HOSPITAL);
      expect(complaint).toMatchObject({ office: { id: AUTHORITY }, outcome: null });
      const decide = (id: string, decidedOn = '2026-11-10') =>
        mutated(
          served,
          'decideComplaint',
          {
            ...{ id: ['ID!', id], outcome: ['ComplaintOutcome!', 'RECTIFICATION_ORDERED'] },
            ...{ decidedOn: ['Date!', decidedOn], note: ['String!', '责令改正'] },
          },
          { type: 'Complaint', shown: 'outcome decidedOn note' },
        );
      expect(codesOf(await decide('none'))).toEqual(['NOT_FOUND']);
      expect(codesOf(await decide(complaint.id, '2026-11-01'))).toEqual(['DAY_TOO_EARLY']);
      expect(await decide(complaint.id)).toMatchObject({ outcome: 'RECTIFICATION_ORDERED', note: '责令改正' });
      expect(codesOf(await decide(complaint.id))).toEqual(['STATUS_NOT_FITTING']);
      const text = `query ($isOpen: Boolean) { complaints(region: "140521", isOpen: $isOpen) { totalCount } }`;
      const counted = async (isOpen: boolean | null) =>
        ((await served.ask(text, { isOpen }, handler())).data as { complaints: { totalCount: number } }).complaints
          .totalCount;
      expect([await counted(null), await counted(true), await counted(false)]).toEqual([1, 0, 1]);
    });

    it('requests to correct need evidence, and are corrected, refused or passed on once', async () => {
      const asked = (more: object = {}) =>
        mutated(
          served,
          'requestInformationCorrection',
          {
            input: [
              'RequestInformationCorrectionInput!',
              {
                ...{ office: AUTHORITY, receivedOn: '2026-11-02', name: '甲', contact: '乙', identification: '丙' },
                ...{ describes: '丁', evidence: '戊', ...more },
              },
            ],
          },
          { viewer: staff('EDITOR', COUNTY), type: 'InformationCorrection', shown: 'id outcome' },
        );
      expect((await asked({ evidence: '' })).refusals).toMatchObject([
        { code: 'VALUE_MISSING', path: ['input', 'evidence'], expected: 'evidence' },
      ]);
      expect(codesOf(await asked({ office: HOSPITAL }))).toEqual(['OFFICE_TAKES_NO_APPLICATIONS']);
      expect(codesOf(await asked({ office: 'none' }))).toEqual(['NOT_FOUND']);
      const { id } = await asked();
      const decide = (one: string) =>
        mutated(
          served,
          'decideInformationCorrection',
          {
            ...{ id: ['ID!', one], outcome: ['InformationCorrectionOutcome!', 'TRANSFERRED'] },
            ...{ decidedOn: ['Date!', '2026-11-10'], note: ['String!', '转送人社局'] },
          },
          { type: 'InformationCorrection', shown: 'outcome decidedOn note' },
        );
      expect(codesOf(await decide('none'))).toEqual(['NOT_FOUND']);
      expect(await decide(id)).toMatchObject({ outcome: 'TRANSFERRED', note: '转送人社局' });
      expect(codesOf(await decide(id))).toEqual(['STATUS_NOT_FITTING']);
    });
  });
});
