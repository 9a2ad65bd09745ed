import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../../core/viewer.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
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

describe.each(DATABASE_KINDS)('what is personal on $kind', ({ isAvailable, openMigrated }) => {
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

    const answers: string[] = [];
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
      answers.push(JSON.stringify(result));
      return (result.data as { answer?: { id?: string } } | null | undefined)?.answer?.id ?? '';
    };
    const receive = (input: object = {}) =>
      send('receiveApplication', { input: ['ReceiveApplicationInput!', { ...MARKED, ...input }] });

    /** Everything that the tables hold, bytes in hexadecimal. */
    const tables = async (): Promise<string> => {
      const { pool } = served.database;
      const names = await pool.query<{ name: string }>(
        `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
          where table_schema in ('documents', 'feed', 'catalogue', 'public') and table_type = 'BASE TABLE'`,
      );
      const rows: string[] = [];
      for (const { name } of names.rows) {
        const found = await pool.query<{ row: string }>(`select t::text as row from ${name} t`);
        rows.push(...found.rows.map(({ row }) => row));
      }
      return rows.join('\n');
    };

    it('stands in no answer, no line of the log and no byte of a table, whichever mutation it is sent by', async () => {
      const id = await receive();
      const second = await receive();
      await send('askForCorrection', {
        ...{ id: [ID, id], askedOn: [DAY, '2026-11-03'], correctBy: [DAY, '2026-11-20'], what: [TEXT, marked('补正')] },
      });
      await send('recordCorrection', {
        ...{ id: [ID, id], correctedOn: [DAY, '2026-11-04'], describes: ['String', marked('已补正')] },
      });
      for (const name of ['consultThirdParty', 'consultCoMaker']) {
        await send(name, {
          ...{
            id: [ID, id],
            party: [TEXT, marked('第三方')],
            sentOn: [DAY, '2026-11-05'],
            note: ['String', marked('征求')],
          },
        });
      }
      const consultations = await served.db.consultation.findMany({ where: { applicationId: id } });
      const third = consultations.find(({ kind }) => kind === 'THIRD_PARTY')?.id ?? '';
      for (const { id: consultation } of consultations) {
        await send('recordConsultationDelivery', {
          consultation: [ID, consultation],
          deliveredOn: [DAY, '2026-11-06'],
        });
        await send('recordConsultationReply', {
          ...{
            consultation: [ID, consultation],
            repliedOn: [DAY, '2026-11-09'],
            reply: ['ConsultationReply!', 'REFUSED'],
          },
          ...{ isReasonable: ['Boolean', true], note: ['String', marked('不同意')] },
        });
      }
      await send('tellThirdParty', {
        consultation: [ID, third],
        toldOn: [DAY, '2026-11-10'],
        note: [TEXT, marked('告知')],
      });
      await send('extendApplication', {
        ...{ id: [ID, id], days: ['Int!', 5], approvedBy: [TEXT, 'head-1'], toldOn: [DAY, '2026-11-10'] },
        reason: [TEXT, marked('延期')],
      });
      await send('askForReasons', { id: [ID, id], askedOn: [DAY, '2026-11-10'], note: ['String', marked('说明')] });
      await send('recordReasons', {
        ...{
          id: [ID, id],
          givenOn: [DAY, '2026-11-11'],
          isReasonable: ['Boolean!', true],
          note: ['String', marked('理由')],
        },
      });
      for (const one of [id, second]) {
        await send('answerApplication', {
          ...{ id: [ID, one], result: ['ApplicationResult!', 'GRANTED'], answeredOn: [DAY, '2026-11-12'] },
          note: [TEXT, marked('答复')],
        });
      }
      const review = await served.db.proactiveReview.findFirstOrThrow({ where: { applicationId: id } });
      await send(
        'decideProactiveReview',
        { id: [ID, review.id], decision: ['ProactiveReviewDecision!', 'REMAINS'], note: [TEXT, marked('不转')] },
        'ProactiveReview',
        handler('manager-1'),
      );
      const complaint = await send(
        'fileComplaint',
        {
          input: [
            'FileComplaintInput!',
            { institution: HOSPITAL, receivedOn: '2026-11-02', name: MARK, contact: MARK, describes: MARK },
          ],
        },
        'Complaint',
      );
      const decision = { decidedOn: [DAY, '2026-11-12'], note: [TEXT, marked('处理')] } as const;
      await send(
        'decideComplaint',
        { id: [ID, complaint], outcome: ['ComplaintOutcome!', 'NOT_UPHELD'], ...decision },
        'Complaint',
      );
      const personal = { name: MARK, contact: MARK, identification: MARK, describes: MARK, evidence: MARK };
      const correction = await send(
        'requestInformationCorrection',
        {
          input: ['RequestInformationCorrectionInput!', { office: AUTHORITY, receivedOn: '2026-11-02', ...personal }],
        },
        'InformationCorrection',
      );
      const outcome = ['InformationCorrectionOutcome!', 'TRANSFERRED'] as const;
      await send(
        'decideInformationCorrection',
        { id: [ID, correction], outcome, ...decision },
        'InformationCorrection',
      );
      expect(answers.filter((answer) => answer.includes('Refused') || answer.includes('errors'))).toEqual([]);
      await send('archiveApplication', { id: [ID, id] });

      expect(await served.db.applicationEvent.count({ where: { note: { not: null } } })).toBeGreaterThan(8);
      const stored = await tables();
      expect(stored).toContain(id);
      expect(answers.join()).not.toContain(MARK);
      expect(JSON.stringify(await served.entries())).not.toContain(MARK);
      for (const trace of [
        MARK,
        Buffer.from(MARK).toString('hex'),
        Buffer.from(MARK).toString('base64').slice(0, 16),
      ]) {
        expect(stored.includes(trace), trace).toBe(false);
      }
      expect(said.join('\n')).not.toContain(MARK);
    });

    it('is not repeated by any refusal or error, however wrong the input is', async () => {
      answers.length = 0;
      const long = marked('长'.repeat(6_000));
      await receive({ describes: long, documentNumber: long, items: -1 });
      await receive({ applicant: { ...APPLICANT, name: long, contact: long, identification: long } });
      await receive({ office: MARK });
      await receive({ route: MARK });
      await receive({ receivedOn: MARK });
      await receive({ items: MARK });
      await receive({ describes: { [MARK]: MARK } });
      await receive({ describes: [MARK] });
      await receive({ applicant: MARK });
      await receive({ applicant: { ...APPLICANT, kind: MARK } });
      await receive({ applicant: { ...APPLICANT, name: 1 } });
      await receive({ applicant: { ...APPLICANT, [MARK]: MARK } });
      await receive({ applicant: { name: MARK } });
      await receive({ applicant: null, describes: MARK });
      await send('receiveApplication', { input: ['ReceiveApplicationInput!', MARK] });
      for (const name of ['askForReasons', 'archiveApplication', 'recordFeePaid', 'notifyFee']) {
        await send(name, { id: [ID, MARK], askedOn: [DAY, MARK], paidOn: [DAY, MARK] });
      }
      await send('archiveApplication', { id: [ID, MARK] });
      await send('answerApplication', {
        ...{ id: [ID, MARK], result: ['ApplicationResult!', MARK], answeredOn: [DAY, MARK], note: [TEXT, { a: MARK }] },
      });
      await send('recordConsultationDelivery', { consultation: [ID, MARK], deliveredOn: [DAY, '2026-11-06'] });
      await send(
        'decideProactiveReview',
        {
          ...{ id: [ID, MARK], decision: ['ProactiveReviewDecision!', 'REMAINS'], note: [TEXT, long] },
        },
        'ProactiveReview',
      );
      await send(
        'appointOfficer',
        {
          ...{ office: [ID, MARK], function: ['DisclosureFunction!', 'APPLICATION_ANSWERING'], account: [TEXT, MARK] },
        },
        'FunctionHolder',
        staff('PUBLISHER', COUNTY),
      );
      await send(
        'appointOfficer',
        {
          ...{
            office: [ID, AUTHORITY],
            function: ['DisclosureFunction!', 'APPLICATION_ANSWERING'],
            account: [TEXT, MARK],
          },
        },
        'FunctionHolder',
        staff('PUBLISHER', COUNTY),
      );
      const input = { institution: MARK, receivedOn: '2026-11-02', name: long, contact: long, describes: long };
      await send('fileComplaint', { input: ['FileComplaintInput!', input] }, 'Complaint');
      const text = `mutation { receiveApplication(input: { office: "a", route: IN_PERSON, receivedOn: "${MARK}", describes: "b",
        applicant: { name: "${MARK}", contact: "c", identification: "d", kind: OTHER } }) { __typename } }`;
      answers.push(JSON.stringify(await served.ask(text, {}, handler())));
      expect(answers.filter((answer) => answer.includes('Refused') || answer.includes('errors'))).toHaveLength(
        answers.length,
      );
      expect(answers.length).toBeGreaterThan(20);
      for (const answer of answers) expect(answer).not.toContain(MARK);
      expect(said.join('\n')).not.toContain(MARK);
      expect((await tables()).includes(MARK)).toBe(false);
    });
  });
});
