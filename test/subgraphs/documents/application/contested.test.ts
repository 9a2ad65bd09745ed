import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { codesOf } from '../documents.ts';
import { AUTHORITY, type ServedDocuments } from '../serve-documents.ts';
import { mutated, received, serveApplications } from './applications.ts';

describe.each(DATABASE_KINDS)('applications on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveApplications(await openMigrated());
      served.clock.at = new Date('2026-12-10T04:00:00.000Z');
    });
    afterAll(() => served.close());

    it('are contested before the authority above or in court, as the annual report counts them', async () => {
      const { id } = await received(served);
      const contested = (kind: string, outcome: string, decidedOn: string | null, filedOn = '2026-12-01') =>
        mutated(
          served,
          'recordApplicationReview',
          {
            ...{ id: ['ID!', id], kind: ['ApplicationReviewKind!', kind], filedOn: ['Date!', filedOn] },
            ...{ outcome: ['ApplicationReviewOutcome!', outcome], decidedOn: ['Date', decidedOn] },
          },
          { type: 'ApplicationReview', shown: 'id kind outcome filedOn decidedOn application { id }' },
        );
      const after = 'LITIGATION_AFTER_RECONSIDERATION';
      expect(codesOf(await contested(after, 'PENDING', null))).toEqual(['LITIGATION_NOT_FITTING']);
      expect(codesOf(await contested('RECONSIDERATION', 'PENDING', '2026-12-05', '2026-11-01'))).toEqual([
        ...['DAY_TOO_EARLY', 'OUTCOME_NEEDS_DAY'],
      ]);
      const pending = await contested('RECONSIDERATION', 'PENDING', null);
      expect(pending).toMatchObject({ outcome: 'PENDING', decidedOn: null, application: { id } });
      const upheld = await contested('RECONSIDERATION', 'UPHELD', '2026-12-05');
      expect(upheld).toMatchObject({ id: pending.id, outcome: 'UPHELD', decidedOn: '2026-12-05' });
      expect(codesOf(await contested('RECONSIDERATION', 'PENDING', null))).toEqual(['STATUS_NOT_FITTING']);
      expect(codesOf(await contested('RECONSIDERATION', 'OTHER', '2026-12-05', '2026-11-30'))).toEqual([
        'DAY_TOO_EARLY',
      ]);
      expect(codesOf(await contested('DIRECT_LITIGATION', 'PENDING', null))).toEqual(['LITIGATION_NOT_FITTING']);
      expect(codesOf(await contested(after, 'OTHER', null))).toEqual(['OUTCOME_NEEDS_DAY']);
      expect(codesOf(await contested(after, 'PENDING', null))).toBeUndefined();
      expect(await served.db.applicationReview.count({ where: { applicationId: id, officeId: AUTHORITY } })).toBe(2);
    });
  });
});
