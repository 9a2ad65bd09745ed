import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { changed } from '../asked.ts';
import { codesOf } from '../documents.ts';
import { AUTHORITY, COUNTY, serveDocuments, staff, type ServedDocuments } from '../serve-documents.ts';

const SET = {
  name: 'setIssuerTargets',
  declares:
    '$issuer: ID!, $year: Int!, $diversifiedRate: Float, $multiChannelRate: Float, $leaderInterpretations: Int, $meetingsAttended: Int, $attributeReviewMonths: Int',
  selects: `... on IssuerTarget { issuer { id } year diversifiedRate multiChannelRate leaderInterpretations
    meetingsAttended attributeReviewMonths isSample }`,
};

describe.each(DATABASE_KINDS)('the targets of issuers on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
    });
    afterAll(() => served.close());

    const set = (values: object, viewer: ReturnType<typeof staff> | null = staff('OPERATOR')) =>
      changed(served, SET, { issuer: AUTHORITY, year: 2026, ...values }, viewer);

    it('are set by publishers and operators of the region', async () => {
      expect(codesOf(await set({}, null))).toEqual(['SIGN_IN_NEEDED']);
      expect(codesOf(await set({}, staff('EDITOR')))).toEqual(['ROLE_NOT_ALLOWED']);
      expect(codesOf(await set({}, staff('PUBLISHER', '140522')))).toEqual(['REGION_NOT_ALLOWED']);
      expect(codesOf(await set({ issuer: 'none' }))).toEqual(['NOT_FOUND']);
      expect(codesOf(await set({ year: 1999, diversifiedRate: 90, attributeReviewMonths: 0 }))).toEqual([
        'YEAR_OUT_OF_RANGE',
        'NUMBER_OUT_OF_RANGE',
        'NUMBER_OUT_OF_RANGE',
      ]);
    });

    it('stand as they were set until they are set again, and the log tells of each', async () => {
      const none = { multiChannelRate: null, meetingsAttended: null, attributeReviewMonths: null };
      const first = await set({ diversifiedRate: 0.9, leaderInterpretations: 2 }, staff('PUBLISHER'));
      expect(first).toMatchObject({
        ...none,
        issuer: { id: AUTHORITY },
        year: 2026,
        diversifiedRate: 0.9,
        leaderInterpretations: 2,
        isSample: false,
      });
      const second = await set({ multiChannelRate: 0.6667, leaderInterpretations: null, meetingsAttended: 3 });
      expect(second).toMatchObject({ diversifiedRate: 0.9, multiChannelRate: 0.6667, leaderInterpretations: null });
      const entries = (await served.entries()).slice(-2);
      expect(entries.map(({ kind, subject, subjectId }) => [kind, subject, subjectId])).toEqual([
        ['PUBLISHED', 'ISSUER_TARGET', `${AUTHORITY}/2026`],
        ['REVISED', 'ISSUER_TARGET', `${AUTHORITY}/2026`],
      ]);
      expect(entries[1]).toMatchObject({ regionCode: COUNTY, publisherId: AUTHORITY });
      expect(entries[1]?.payload).toEqual({
        issuer: AUTHORITY,
        region: COUNTY,
        year: 2026,
        diversifiedRate: '0.9',
        multiChannelRate: '0.6667',
        leaderInterpretations: null,
        meetingsAttended: 3,
        attributeReviewMonths: null,
        isSample: false,
      });
    });

    it('set twice at once are both kept', async () => {
      await Promise.all([set({ year: 2027, diversifiedRate: 0.5 }), set({ year: 2027, meetingsAttended: 1 })]);
      expect(await set({ year: 2027 })).toMatchObject({ diversifiedRate: 0.5, meetingsAttended: 1 });
    });
  });
});
