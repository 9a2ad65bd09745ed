import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../../core/viewer.ts';
import { sealingKeyProblem } from '../../../../subgraphs/documents/store/application/sealing-key.ts';
import { documents } from '../../../../subgraphs/documents/index.ts';
import { sealingWith } from '../../../../subgraphs/kit/sealing.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { CONFIGURED } from '../../../support/configured.ts';
import { AUTHORITY, COUNTY, staff, type ServedDocuments } from '../serve-documents.ts';
import { APPLICATION, asked, handler, HOSPITAL, serveApplications } from './applications.ts';

const MARK = '张三丰之名';
const marked = (text: string) => `${MARK}${text}`;
const APPLICANT = {
  name: marked('甲'),
  contact: marked('电话'),
  identification: marked('证号'),
  kind: 'NATURAL_PERSON',
};
const MARKED = { ...APPLICATION, describes: marked('描述'), documentNumber: marked('文号'), applicant: APPLICANT };
const [TEXT, DAY, ID] = ['String!', 'Date!', 'ID!'];

type Arguments = Readonly<Record<string, readonly [type: string, value: unknown]>>;

describe.each(DATABASE_KINDS)('what is sealed on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    const said: string[] = [];
    const own = { error: console.error, log: console.log, warn: console.warn };
    beforeAll(async () => {
      served = await serveApplications(await openMigrated());
      const hear = (...words: unknown[]) => void said.push(words.map(String).join(' '));
      Object.assign(console, { error: hear, log: hear, warn: hear });
    });
    afterAll(async () => {
      Object.assign(console, own);
      await served.close();
    });

    const send = async (
      name: string,
      args: Arguments,
      type = 'DisclosureApplication',
      viewer: Viewer | null = handler(),
    ) => {
      const result = await asked(served, name, args, {
        viewer,
        shown: type === 'FunctionHolder' ? 'function' : 'id',
        type,
      });
      return (result.data as { answer?: { id?: string } } | null | undefined)?.answer?.id ?? '';
    };
    const receive = (input: object = {}) =>
      send('receiveApplication', { input: ['ReceiveApplicationInput!', { ...MARKED, ...input }] });

    it('is read by the office that handles it; others of the region see the rest; everyone else nothing', async () => {
      const id = await receive();
      await send('consultThirdParty', { id: [ID, id], party: [TEXT, marked('第三方')], sentOn: [DAY, '2026-11-05'] });
      const PERSONAL =
        'applicant { name contact identification } describes documentNumber consultations { party } events { note }';
      const text = `query ($id: ID!) { disclosureApplication(id: $id) { registrationNumber stage result ${PERSONAL} }
        disclosureApplications(office: "${AUTHORITY}", first: 100) { totalCount edges { node { id registrationNumber ${PERSONAL} } } }
        complaints(first: 5) { totalCount edges { node { name contact describes note outcome } } }
        informationCorrections(first: 5) { totalCount edges { node { name identification evidence note } } }
        proactiveReviews(first: 5) { totalCount edges { node { note decision } } } functionHolders(office: "${AUTHORITY}") { account } }`;
      const read = async (viewer: Viewer | null) => {
        const { data, errors } = await served.ask(text, { id }, viewer);
        expect(errors).toBeUndefined();
        return data as {
          disclosureApplication: Record<string, unknown> | null;
          disclosureApplications: { totalCount: number; edges: unknown[] };
        } & Record<string, { totalCount: number }>;
      };
      const { name, contact, identification } = APPLICANT;
      expect((await read(handler())).disclosureApplication).toMatchObject({
        ...{ applicant: { name, contact, identification }, describes: marked('描述'), documentNumber: marked('文号') },
        consultations: [{ party: marked('第三方') }],
      });
      const seeing = [handler('reader-1'), { ...handler(), role: 'REVIEWER' as const }];
      for (const viewer of seeing) expect(JSON.stringify(await read(viewer))).toContain(MARK);
      const others: Viewer[] = [
        staff('EDITOR', COUNTY),
        staff('PUBLISHER', '140500'),
        { ...staff('EDITOR', COUNTY), institution: HOSPITAL },
        staff('OPERATOR', '140000'),
      ];
      for (const viewer of others) {
        const seen = await read(viewer);
        expect(JSON.stringify(seen)).not.toContain(MARK);
        expect(seen.disclosureApplication).toMatchObject({ stage: 'HANDLING', applicant: null, describes: null });
        expect(seen.disclosureApplications.totalCount).toBeGreaterThan(0);
      }
      const strangers: (Viewer | null)[] = [
        null,
        staff('EDITOR', '140522'),
        staff('AGGREGATOR', '140000'),
        { ...staff('EDITOR', '140522'), institution: AUTHORITY },
        { ...staff('AGGREGATOR', COUNTY), institution: AUTHORITY },
      ];
      for (const viewer of strangers) {
        const seen = await read(viewer);
        expect(seen.disclosureApplication, JSON.stringify(viewer)).toBeNull();
        const lists = ['disclosureApplications', 'complaints', 'informationCorrections', 'proactiveReviews'];
        expect(lists.map((name) => seen[name]?.totalCount)).toEqual([0, 0, 0, 0]);
        expect(JSON.stringify(seen)).not.toContain(MARK);
      }
    });

    it('opens in its own place only, and an altered or foreign one not at all', async () => {
      const [one, other] = [await receive(), await receive()];
      const row = await served.db.disclosureApplication.findUniqueOrThrow({ where: { id: one } });
      await served.db.disclosureApplication.update({ where: { id: other }, data: { content: row.content } });
      const text = 'query ($id: ID!) { disclosureApplication(id: $id) { describes } }';
      const { errors } = await served.ask(text, { id: other }, handler());
      expect(errors?.[0]?.extensions['code']).toBe('INTERNAL');
      expect(said.splice(0).join('\n')).not.toContain(MARK);
    });

    it('is not served with another key than it was sealed with', async () => {
      const { pool } = served.database;
      const other = new Uint8Array(32).fill(8);
      expect(await sealingKeyProblem(pool, sealingWith(CONFIGURED.sealingKey))).toBeNull();
      expect(await sealingKeyProblem(pool, sealingWith(CONFIGURED.sealingKey))).toBeNull();
      const surroundings = {
        database: served.database,
        log: served.log,
        clock: served.clock,
        ...CONFIGURED,
        sealingKey: other,
      };
      expect(await documents.problem(surroundings)).toMatch(/^sealing key: .*another key.*SEALING_KEY/);
    });

    it('is purged once the years of retention are over, and nothing else is', async () => {
      const id = await receive();
      await send('consultThirdParty', { id: [ID, id], party: [TEXT, marked('第三方')], sentOn: [DAY, '2026-11-05'] });
      await send('answerApplication', {
        ...{ id: [ID, id], result: ['ApplicationResult!', 'REFUSED_INTERNAL'], answeredOn: [DAY, '2026-11-12'] },
        note: [TEXT, marked('答复')],
      });
      await send('archiveApplication', { id: [ID, id] });
      const file = { receivedOn: '2026-11-02', name: MARK, contact: MARK, describes: MARK };
      const complaint = await send(
        'fileComplaint',
        { input: ['FileComplaintInput!', { ...file, institution: HOSPITAL }] },
        'Complaint',
      );
      const asking = { ...file, office: AUTHORITY, identification: MARK, evidence: MARK };
      const correction = await send(
        'requestInformationCorrection',
        { input: ['RequestInformationCorrectionInput!', asking] },
        'InformationCorrection',
      );
      const decision = { decidedOn: [DAY, '2026-11-12'], note: [TEXT, MARK] } as const;
      const upheld = { id: [ID, complaint], outcome: ['ComplaintOutcome!', 'NOT_UPHELD'], ...decision } as const;
      await send('decideComplaint', upheld, 'Complaint');
      const told = ['InformationCorrectionOutcome!', 'CORRECTED'] as const;
      await send(
        'decideInformationCorrection',
        { id: [ID, correction], outcome: told, ...decision },
        'InformationCorrection',
      );
      const contest = { applicationId: id, officeId: AUTHORITY, regionCode: COUNTY, kind: 'RECONSIDERATION' } as const;
      const filed = { filedOn: new Date('2026-11-20'), recordedAt: served.clock.at, recordedBy: 'editor-1' };
      await served.db.applicationReview.create({ data: { id, ...contest, ...filed, outcome: 'PENDING' } });
      const running = documents.start({
        database: served.database,
        log: served.log,
        clock: served.clock,
        ...CONFIGURED,
      });
      const present = async () => {
        await running.chores.run();
        return served.db.disclosureApplication.findUniqueOrThrow({
          where: { id },
          include: { events: true, consultations: true },
        });
      };
      const before = served.clock.at;
      served.clock.at = new Date('2029-11-22T04:00:00.000Z');
      expect((await present()).applicant).not.toBeNull();
      served.clock.at = new Date('2029-11-22T16:00:00.000Z');
      expect((await present()).applicant).not.toBeNull();
      await served.db.applicationReview.update({ where: { id }, data: { outcome: 'UPHELD' } });
      const after = await present();
      expect(after).toMatchObject({
        ...{ applicant: null, content: null, applicantKey: null, purgedAt: served.clock.at },
        ...{
          registrationNumber: expect.any(String) as string,
          result: 'REFUSED_INTERNAL',
          applicantKind: 'NATURAL_PERSON',
        },
      });
      expect(after.events.map(({ note }) => note)).toEqual([null, null, null]);
      expect(after.consultations.map(({ party }) => party)).toEqual([null]);
      expect(await served.db.complaint.findFirstOrThrow()).toMatchObject({
        content: null,
        note: null,
        outcome: 'NOT_UPHELD',
      });
      expect(await served.db.informationCorrection.count({ where: { content: { not: null } } })).toBe(0);
      const open = await served.db.disclosureApplication.count({ where: { archivedOn: null, applicant: null } });
      expect(open).toBe(0);
      served.clock.at = before;
      await running.close();
    });
  });
});
