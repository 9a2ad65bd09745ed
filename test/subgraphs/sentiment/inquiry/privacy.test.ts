import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../../core/viewer.ts';
import { sentiment } from '../../../../subgraphs/sentiment/index.ts';
import { CONFIGURED } from '../../../support/configured.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { COUNTY } from '../events.ts';
import { HOSPITAL, SUPERIOR } from '../opinion/offices.ts';
import { staff, type ServedSentiment } from '../serve-sentiment.ts';
import { codesOf, received, RECEIVED, seen, serveInquiries, step, STEPS } from './inquiries.ts';

const MARK = '欧阳标记';
const PHONE = '13812345678';
const PERSONAL = {
  ...{ title: `${MARK}反映住院报销，电话${PHONE}`, topic: '医保', body: `我是${MARK}，电话${PHONE}` },
  ...{ name: MARK, contact: PHONE },
};
const noted = (field: string) => ({ [field]: `${MARK}${PHONE}`, evidence: [{ title: `来电记录 ${PHONE}` }] });

describe.each(DATABASE_KINDS)('what is personal of an inquiry on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSentiment;
    const said: string[] = [];
    const own = { error: console.error, log: console.log, warn: console.warn };
    beforeAll(async () => {
      served = await serveInquiries(await openMigrated());
      const hear = (...words: unknown[]) => void said.push(words.map(String).join(' '));
      Object.assign(console, { error: hear, log: hear, warn: hear });
    });
    afterAll(async () => {
      Object.assign(console, own);
      await served.close();
    });

    const take = (name: string, id: string, input: object) => step(served, name, { id, input });
    const handled = async () => {
      const { id, receipt } = await received(served, { ...PERSONAL, office: HOSPITAL });
      await take('superviseInquiry', id, noted('note'));
      await take('extendInquiry', id, { ...noted('reason'), days: 2 });
      await take('answerInquiry', id, noted('answer'));
      await take('rateInquiry', id, { ...noted('note'), isSatisfied: false });
      await take('reworkInquiry', id, noted('reason'));
      await take('answerInquiry', id, noted('answer'));
      await take('closeInquiry', id, noted('note'));
      const petition = await received(served, { ...PERSONAL, kind: 'PETITION', office: HOSPITAL });
      await take('acceptPetition', petition.id, noted('note'));
      await take('answerInquiry', petition.id, noted('answer'));
      await take('requestPetitionReview', petition.id, { ...noted('reason'), office: SUPERIOR });
      await take('decidePetitionReview', petition.id, noted('answer'));
      return { id, receipt };
    };
    /** Every row of every table of the hub as text, with the bytes as text too. */
    const everything = async () => {
      const { rows: tables } = await served.database.pool.query<{ name: string }>(
        `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
          where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
      );
      const texts: string[] = [];
      for (const { name } of tables) {
        const { rows } = await served.database.pool.query<{ text: string }>(`select t::text as text from ${name} t`);
        texts.push(...rows.map(({ text }) => text));
      }
      return texts.join('\n');
    };
    const inHex = (text: string) => Buffer.from(text, 'utf8').toString('hex');

    it('stands in no table, no entry of the log and no word of the process, and comes out whole for staff', async () => {
      const { id } = await handled();
      served.clock.at = new Date('2027-06-01T00:00:00.000Z');
      await served.chores();
      served.clock.at = RECEIVED;
      const stored = await everything();
      expect(stored).toContain(id);
      const told = JSON.stringify(await served.entries());
      for (const text of [stored, told, said.join('\n')]) {
        expect(text).not.toContain(MARK);
        expect(text).not.toContain(PHONE);
        expect(text).not.toContain(inHex(MARK));
        expect(text).not.toContain(inHex(PHONE));
      }
      expect(await seen(served, id)).toMatchObject({ body: PERSONAL.body, name: MARK, contact: PHONE });
      expect((await seen(served, id)).steps.map(({ note }) => note).filter((note) => note !== null)).toHaveLength(7);
      expect((await seen(served, id)).title).toMatch(/反映住院报销/);
    });

    it('is read by staff of the region only; nobody else gets the receipt, the title or what was done', async () => {
      const { id } = await handled();
      const others: (Viewer | null)[] = [null, staff('PUBLISHER', '140522'), staff('AGGREGATOR')];
      const hidden = { receipt: null, title: null, body: null, name: null, contact: null, isSatisfied: null };
      for (const viewer of others) {
        const one = await seen(served, id, viewer);
        expect(one).toMatchObject({ ...hidden, steps: [], repeats: null, possibleRepeats: [] });
        expect(one).toMatchObject({ kind: 'CONSULTATION', stage: 'CLOSED', topic: '医保' });
        expect(JSON.stringify(one)).not.toContain(MARK);
        const list = await served.ask('{ inquiries(first: 5) { totalCount edges { node { id } } } }', {}, viewer);
        if (viewer?.regions[0] !== '140522') expect(list.data).toEqual({ inquiries: { totalCount: 0, edges: [] } });
      }
      expect(await seen(served, id, staff('REVIEWER', COUNTY))).toMatchObject({ body: PERSONAL.body });
    });

    it('does not come back in what is refused or wrong', async () => {
      const answers: unknown[] = [
        await received(served, { ...PERSONAL, region: MARK, receivedAt: '2099-01-01T00:00:00Z' }),
      ];
      for (const name of STEPS.filter((one) => one !== 'markInquiryRepeated')) {
        const wrong = { id: 'nothing', input: {} };
        const text = `mutation { ${name}(id: "${wrong.id}", input: "${MARK}") { __typename } }`;
        answers.push(await served.ask(text, {}, staff('PUBLISHER')));
      }
      const long = { ...PERSONAL, title: MARK.repeat(100), body: MARK.repeat(20_000), name: `${MARK}\u0007` };
      const refused = await received(served, long);
      expect(codesOf(refused)).toEqual(['VALUE_TOO_LONG', 'VALUE_TOO_LONG', 'CHARACTER_NOT_PRINTABLE']);
      expect(JSON.stringify(answers[0])).not.toContain(PHONE);
      expect(JSON.stringify(refused)).not.toContain(MARK);
    });

    it('is erased so many years after the end, once, and the rest stays', async () => {
      const { id, receipt } = await handled();
      served.clock.at = new Date('2029-11-22T15:00:00.000Z');
      await served.chores();
      expect(await seen(served, id)).toMatchObject({ body: PERSONAL.body });
      served.clock.at = new Date('2029-11-23T00:00:00.000Z');
      await served.chores();
      await served.chores();
      const gone = await seen(served, id);
      expect(gone).toMatchObject({ body: null, name: null, contact: null, stage: 'CLOSED', topic: '医保' });
      expect(gone['steps']).toMatchObject(Array.from({ length: 9 }, () => ({ note: null, evidence: [] })));
      expect(gone.deadlines.map(({ state }) => state)).toEqual(['MET', 'MET']);
      const text = 'query ($receipt: String!) { inquiryByReceipt(receipt: $receipt) { answers { text } } }';
      const { data } = await served.ask(text, { receipt });
      expect(data).toEqual({ inquiryByReceipt: { answers: [{ text: null }, { text: null }] } });
      const { rows } = await served.database.pool.query('select contact_digest from sentiment.inquiry where id = $1', [
        id,
      ]);
      expect(rows).toEqual([{ contact_digest: null }]);
      served.clock.at = RECEIVED;
    });

    it('keeps the hub from starting with another key than the one that sealed it', async () => {
      const { database, log, clock } = served;
      const problem = (fill: number) =>
        sentiment.problem({ database, log, clock, ...CONFIGURED, sealingKey: new Uint8Array(32).fill(fill) });
      expect(await problem(7)).toBeNull();
      expect(await problem(7)).toBeNull();
      expect(await problem(8)).toMatch(/sealed with another key/);
    });
  });
});
