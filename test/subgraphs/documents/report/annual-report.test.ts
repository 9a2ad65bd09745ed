import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { codesOf } from '../documents.ts';
import { AUTHORITY, COUNTY, institution, serveDocuments, staff, type ServedDocuments } from '../serve-documents.ts';
import { changeReport, count, report, storeCases, WHOLE, type Case } from './reports.ts';

const ANSWERED: Case = {
  office: AUTHORITY,
  kind: 'ENTERPRISE',
  receivedOn: '2025-03-01',
  answered: { on: '2025-03-20', result: 'PARTLY_GRANTED' },
};

describe.each(DATABASE_KINDS)('the annual report on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
      await served.tell(institution('other-authority', '140522'));
      const hospital = institution('hospital', COUNTY);
      await served.tell({ ...hospital, payload: { ...hospital.payload, kind: 'HOSPITAL' } });
    });
    afterAll(() => served.close());
    beforeEach(async () => {
      await served.database.pool.query('truncate documents.annual_report, documents.document cascade');
      await storeCases(served, [ANSWERED]);
      served.clock.at = new Date('2026-01-20T04:00:00.000Z');
    });
    const publish = (input: object = WHOLE) => changeReport(served, 'publishAnnualReport', input);
    const standings = async (on: string) => {
      const { data, errors } = await served.ask(
        `query ($on: Date) { annualReports(region: "140500", year: 2025, on: $on) {
           office { id } region { code } dueOn firstPublishedAt isLate isOverdue report { year isLive revision } } }`,
        { on },
      );
      expect(errors).toBeUndefined();
      return (data as { annualReports: object[] }).annualReports;
    };

    it('is counted for staff while it is not published, and nobody else sees it', async () => {
      const live = await report(served);
      expect(live).toMatchObject({ isLive: true, firstPublishedAt: null, publishedAt: null, revision: 0, texts: [] });
      expect(live?.missing).toEqual([
        ...WHOLE.texts.map(({ heading }) => heading),
        ...['permits', 'penalties', 'compulsoryMeasures', 'feesTenThousandYuan'],
      ]);
      expect(count(live?.applications ?? [], 'PARTLY_GRANTED', 'ENTERPRISE')).toBe(1);
      expect(await report(served, {}, null)).toBeNull();
      expect(await report(served, { isLive: true }, null)).toBeNull();
      expect(await report(served, {}, staff('EDITOR', '140522'))).toBeNull();
      expect(await report(served, {}, staff('AGGREGATOR'))).toBeNull();
      expect(await report(served, {}, staff('OPERATOR'))).toMatchObject({ isLive: true });
      expect(await report(served, { office: 'none' })).toBeNull();
    });

    it('is written bit by bit; what is not named stays, and what is emptied is gone', async () => {
      const write = (input: object) => changeReport(served, 'writeAnnualReport', input, { viewer: staff('EDITOR') });
      await write({ texts: [{ heading: 'OVERVIEW', text: ' 总体平稳 ' }], entered: { permits: 1, penalties: 2 } });
      const more = await write({ texts: [{ heading: 'PROBLEMS', text: '仍有不足' }], feesTenThousandYuan: '12.50' });
      expect(more).toMatchObject({
        isLive: true,
        texts: [
          { heading: 'OVERVIEW', part: 1, text: '总体平稳' },
          { heading: 'PROBLEMS', part: 5, text: '仍有不足' },
        ],
        proactive: { permits: 1, penalties: 2, compulsoryMeasures: null, feesTenThousandYuan: '12.5' },
      });
      const less = await write({ texts: [{ heading: 'OVERVIEW', text: '' }], entered: { permits: null } });
      expect(less).toMatchObject({
        texts: [{ heading: 'PROBLEMS' }],
        proactive: { permits: null, penalties: 2, regulationsMade: 0, feesTenThousandYuan: '12.5' },
      });
      const none = await write({ feesTenThousandYuan: null });
      expect(none).toMatchObject({ proactive: { feesTenThousandYuan: null } });
    });

    it('is frozen when it is published, told by the log, and corrected by publishing it again', async () => {
      const before = (await served.entries()).length;
      expect(await publish()).toMatchObject({ isLive: false, revision: 1, missing: [] });
      await storeCases(served, [ANSWERED, { ...ANSWERED, receivedOn: '2025-05-01', answered: null }]);
      const frozen = await report(served, {}, null);
      expect(frozen).toMatchObject({
        isLive: false,
        firstPublishedAt: '2026-01-20T04:00:00.000Z',
        proactive: { permits: 12, penalties: 3, compulsoryMeasures: 0, feesTenThousandYuan: '0.1' },
        texts: WHOLE.texts.map(({ heading, text }) => ({ heading, text })),
      });
      expect(count(frozen?.applications ?? [], 'RECEIVED', 'TOTAL')).toBe(1);
      const live = await report(served, { isLive: true });
      expect(live).toMatchObject({ isLive: true, revision: 1 });
      expect(count(live?.applications ?? [], 'RECEIVED', 'TOTAL')).toBe(2);
      served.clock.at = new Date('2026-02-03T04:00:00.000Z');
      expect(await publish({ texts: [{ heading: 'PROBLEMS', text: '更正' }] })).toMatchObject({
        revision: 2,
        firstPublishedAt: '2026-01-20T04:00:00.000Z',
        publishedAt: '2026-02-03T04:00:00.000Z',
      });
      const told = (await served.entries()).slice(before);
      expect(told).toMatchObject([
        { kind: 'PUBLISHED', subject: 'ANNUAL_REPORT', subjectId: `${AUTHORITY}/2025`, publisherId: AUTHORITY },
        {
          kind: 'REVISED',
          regionCode: COUNTY,
          payload: {
            office: AUTHORITY,
            region: COUNTY,
            year: 2025,
            firstPublishedAt: '2026-01-20T04:00:00.000Z',
            publishedAt: '2026-02-03T04:00:00.000Z',
            revision: 2,
            feesTenThousandYuan: '0.1',
            entered: { permits: 12, penalties: 3, compulsoryMeasures: 0 },
            normative: { made: 0, repealed: 0, inForce: 0 },
            isSample: false,
          },
        },
      ]);
      expect(told[1]?.payload['texts']).toMatchObject({ PROBLEMS: '更正', OVERVIEW: 'OVERVIEW 的正文' });
      expect(told[1]?.payload['applications']).toMatchObject({
        RECEIVED: { TOTAL: 2, ENTERPRISE: 2, NATURAL_PERSON: 0 },
        CARRIED_FORWARD: { TOTAL: 1 },
      });
      expect(JSON.stringify(told)).not.toContain('case-');
    });

    it('is not published before its year is over, nor with parts missing, and says all of that at once', async () => {
      served.clock.at = new Date('2025-12-31T15:59:59.999Z');
      const early = await publish({ texts: WHOLE.texts.slice(1), entered: WHOLE.entered });
      expect(early.refusals?.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
        'VALUE_IN_FUTURE year',
        'VALUE_MISSING input.OVERVIEW',
        'VALUE_MISSING input.feesTenThousandYuan',
      ]);
      expect(await report(served)).toMatchObject({ texts: [] });
      served.clock.at = new Date('2025-12-31T16:00:00.000Z');
      expect(await publish()).toMatchObject({ revision: 1 });
    });

    it('is in time until the last instant of 31 January in Shanghai', async () => {
      served.clock.at = new Date('2026-01-31T15:59:59.999Z');
      await publish();
      served.clock.at = new Date('2026-01-31T16:00:00.000Z');
      await changeReport(served, 'publishAnnualReport', WHOLE, {
        office: 'other-authority',
        viewer: staff('PUBLISHER'),
      });
      expect(await standings('2026-02-01')).toEqual([
        {
          office: { id: AUTHORITY },
          region: { code: COUNTY },
          dueOn: '2026-01-31',
          firstPublishedAt: '2026-01-31T15:59:59.999Z',
          isLate: false,
          isOverdue: false,
          report: { year: 2025, isLive: false, revision: 1 },
        },
        expect.objectContaining({ office: { id: 'other-authority' }, isLate: true, isOverdue: false }),
      ]);
      await served.database.pool.query('truncate documents.annual_report');
      expect(await standings('2026-01-31')).toMatchObject([{ isOverdue: false, report: null }, { isOverdue: false }]);
      expect(await standings('2026-02-01')).toMatchObject([{ isOverdue: true }, { isOverdue: true }]);
    });

    it('is found by the reference that the log gives, published only', async () => {
      const text = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
        ... on AnnualReport { year revision } } }`;
      const representations = [`${AUTHORITY}/2025`, 'none/2025', 'nonsense'].map((id) => ({
        __typename: 'AnnualReport',
        id,
      }));
      await changeReport(served, 'writeAnnualReport', WHOLE);
      const ask = async () => (await served.ask(text, { representations })).data;
      expect(await ask()).toEqual({ _entities: [null, null, null] });
      await publish();
      served.statements();
      expect(await ask()).toEqual({ _entities: [{ year: 2025, revision: 1 }, null, null] });
      expect(served.statements()).toHaveLength(1);
    });

    it('is changed by those who may, of offices that make one', async () => {
      const by = async (viewer: ReturnType<typeof staff> | null, office = AUTHORITY) =>
        codesOf(await changeReport(served, 'publishAnnualReport', WHOLE, { viewer, office }));
      expect(await by(null)).toEqual(['SIGN_IN_NEEDED']);
      expect(await by(staff('EDITOR'))).toEqual(['ROLE_NOT_ALLOWED']);
      expect(await by(staff('PUBLISHER', '140522'))).toEqual(['REGION_NOT_ALLOWED']);
      expect(await by(staff('PUBLISHER'), 'hospital')).toEqual(['NOT_FOUND']);
      expect(await by(staff('PUBLISHER'), 'none')).toEqual(['NOT_FOUND']);
      const odd = { entered: { permits: -1 }, feesTenThousandYuan: '1e3' };
      const refused = await changeReport(served, 'writeAnnualReport', odd, { year: 2027 });
      expect(codesOf(refused)).toEqual(['YEAR_OUT_OF_RANGE', 'NUMBER_OUT_OF_RANGE', 'AMOUNT_MALFORMED']);
    });

    it('is asked for by a year that there are reports of', async () => {
      const codes = async (query: string) => (await served.ask(query)).errors?.map((one) => one.extensions['code']);
      expect(await codes(`{ annualReport(office: "${AUTHORITY}", year: 2007) { year } }`)).toEqual(['BAD_USER_INPUT']);
      expect(await codes('{ annualReports(region: "140500", year: 9999) { dueOn } }')).toEqual(['BAD_USER_INPUT']);
    });
  });
});
