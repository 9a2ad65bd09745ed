import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { codesOf } from '../documents.ts';
import { COUNTY, staff, type ServedDocuments } from '../serve-documents.ts';
import {
  APPLICATION,
  handler,
  HOSPITAL,
  mutated,
  received,
  serveApplications,
  stepsOf,
  yearTold,
} from './applications.ts';

const AGREED = new URL('../../../contract/operations/staff.graphql', import.meta.url);

describe.each(DATABASE_KINDS)('applications on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    let steps: ReturnType<typeof stepsOf>;
    beforeAll(async () => {
      served = await serveApplications(await openMigrated());
      steps = stepsOf(served);
    });
    afterAll(() => served.close());

    const at = (day: string) => {
      served.clock.at = new Date(`${day}T04:00:00.000Z`);
    };

    it('are received by the operation that was agreed on, and say until when they are answered', async () => {
      at('2026-11-23');
      const agreed = await readFile(AGREED, 'utf8');
      const text = agreed.slice(agreed.indexOf('mutation ReceiveApplication'));
      const { data, errors } = await served.ask(
        text,
        { input: { ...APPLICATION, receivedOn: '2026-11-20' } },
        handler(),
      );
      expect(errors).toBeUndefined();
      const { receiveApplication } = data as { receiveApplication: Record<string, unknown> };
      expect(receiveApplication).toMatchObject({
        __typename: 'DisclosureApplication',
        registrationNumber: '2026-00001',
        receivedOn: '2026-11-20',
        answerDueOn: '2026-12-18',
        provisional: false,
      });
      const trace = receiveApplication['deadlineTrace'] as { on: string; counted: boolean; why: string }[];
      expect(trace[0]).toEqual({ on: '2026-11-21', counted: false, why: 'WEEKEND' });
      expect(trace.at(-1)).toEqual({ on: '2026-12-18', counted: true, why: 'WORKING_DAY' });
      expect(trace.filter(({ counted }) => counted)).toHaveLength(20);
    });

    it('are numbered without a gap by office and year, however many come at once and are refused', async () => {
      at('2027-01-05');
      const all = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          received(served, { receivedOn: '2027-01-04', describes: index % 4 === 0 ? ' ' : '事项' }),
        ),
      );
      const numbers = all.flatMap((one) => (one.__typename === 'Refused' ? [] : [String(one['registrationNumber'])]));
      expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6].map((number) => `2027-0000${String(number)}`));
    });

    it('lack nothing, and all that is wrong is told at once without repeating it', async () => {
      at('2026-11-23');
      const refused = await received(served, {
        ...{ office: 'nowhere', receivedOn: '2026-11-24', describes: ' ', items: 0, documentNumber: 'x'.repeat(201) },
        applicant: { name: '', contact: 'y'.repeat(501), identification: '\t', kind: 'OTHER' },
      });
      expect(refused.refusals?.map(({ code, path, rules }) => [code, path.join('.'), rules.join()])).toEqual([
        ['VALUE_IN_FUTURE', 'input.receivedOn', 'R3'],
        ['VALUE_MISSING', 'input.describes', 'R2'],
        ['VALUE_TOO_LONG', 'input.documentNumber', 'R2'],
        ['VALUE_MISSING', 'input.applicant.name', 'R2'],
        ['VALUE_TOO_LONG', 'input.applicant.contact', 'R2'],
        ['VALUE_MISSING', 'input.applicant.identification', 'R2'],
        ['QUANTITY_OUT_OF_RANGE', 'input.items', 'R14'],
        ['NOT_FOUND', 'input.office', ''],
      ]);
      expect(codesOf(await received(served, { receivedOn: '2025-11-21' }))).toEqual(['DAY_TOO_EARLY']);
      expect(codesOf(await received(served, { receivedOn: '2025-11-22' }))).toBeUndefined();
    });

    it('are not made to a hospital, which is complained of instead', async () => {
      const refused = await received(served, { office: HOSPITAL }, staff('EDITOR', COUNTY));
      expect(refused.refusals).toMatchObject([
        { code: 'OFFICE_TAKES_NO_APPLICATIONS', expected: 'HEALTH_AUTHORITY', got: 'HOSPITAL', rules: ['C20'] },
      ]);
    });

    it('are handled by editors and publishers of the region, and of the office when their token names one', async () => {
      const elsewhere = { ...staff('EDITOR', COUNTY), institution: HOSPITAL };
      for (const [viewer, codes] of [
        [null, ['SIGN_IN_NEEDED']],
        [staff('REVIEWER', COUNTY), ['ROLE_NOT_ALLOWED']],
        [staff('AGGREGATOR', COUNTY), ['ROLE_NOT_ALLOWED']],
        [staff('EDITOR', '140522'), ['REGION_NOT_ALLOWED']],
        [elsewhere, ['OFFICE_NOT_OWN']],
        [staff('PUBLISHER', '140500'), undefined],
      ] as const) {
        expect(codesOf(await received(served, {}, viewer))).toEqual(codes);
        const { id } = await received(served);
        const archived = await mutated(served, 'archiveApplication', { id: ['ID!', id] }, { viewer });
        expect(codesOf(archived)).toEqual(codes ?? ['STATUS_NOT_FITTING']);
      }
      expect(codesOf(await steps.archive('none'))).toEqual(['NOT_FOUND']);
    });

    it('are corrected once, within seven working days, and then count anew', async () => {
      at('2026-11-23');
      const { id } = await received(served);
      expect(codesOf(await steps.askForCorrection(id, '2026-11-12', '2026-11-12'))).toEqual([
        'DAY_TOO_FAR',
        'DAY_TOO_EARLY',
      ]);
      const asked = await steps.askForCorrection(id, '2026-11-11', '2026-11-20');
      expect(asked).toMatchObject({ stage: 'AWAITING_CORRECTION', answerDueOn: null });
      expect(codesOf(await steps.askForCorrection(id, '2026-11-11', '2026-11-20'))).toEqual([
        ...['STATUS_NOT_FITTING', 'STEP_TAKEN_ALREADY'],
      ]);
      expect(codesOf(await steps.consultThirdParty(id, '2026-11-12'))).toEqual(['STATUS_NOT_FITTING']);
      expect(codesOf(await steps.recordCorrection(id, '2026-11-10'))).toEqual(['DAY_TOO_EARLY']);
      expect(await steps.recordCorrection(id, '2026-11-18')).toMatchObject({
        stage: 'HANDLING',
        answerDueOn: '2026-12-16',
      });
      expect(codesOf(await steps.recordCorrection(id, '2026-11-18'))).toEqual(['STATUS_NOT_FITTING']);
      expect(codesOf(await steps.askForCorrection(id, '2026-11-11', '2026-11-20'))).toEqual(['STEP_TAKEN_ALREADY']);
    });

    it('stand still while a third party is asked, and are not given against its good reason', async () => {
      at('2026-11-23');
      const { id } = await received(served);
      const sent = await steps.consultThirdParty(id, '2026-11-05', '2026-11-06');
      const [consultation] = sent['consultations'] as { id: string }[];
      expect(sent).toMatchObject({
        answerDueOn: '2026-12-22',
        consultations: [{ kind: 'THIRD_PARTY', party: '第三方乙', outcome: 'OPEN', answerBy: '2026-11-27' }],
      });
      const about = consultation?.id ?? '';
      expect(codesOf(await steps.answer(id, 'GRANTED', '2026-11-10'))).toEqual(['CONSULTATION_OPEN']);
      expect(codesOf(await steps.reply(about, '2026-11-05', 'REFUSED'))).toEqual(['DAY_TOO_EARLY', 'VALUE_MISSING']);
      expect(await steps.reply(about, '2026-11-10', 'REFUSED', true)).toMatchObject({
        answerDueOn: '2026-12-03',
        consultations: [{ outcome: 'REFUSED' }],
      });
      expect(codesOf(await steps.reply(about, '2026-11-10', 'CONSENTED'))).toEqual(['STEP_TAKEN_ALREADY']);
      expect(codesOf(await steps.answer(id, 'GRANTED', '2026-11-12'))).toEqual(['CONSULTATION_REFUSED']);
      const told = {
        consultation: ['ID!', about],
        toldOn: ['Date!', '2026-11-11'],
        note: ['String!', '公共利益'],
      } as const;
      expect(codesOf(await mutated(served, 'tellThirdParty', told))).toBeUndefined();
      expect(await steps.answer(id, 'GRANTED', '2026-11-12')).toMatchObject({ stage: 'ANSWERED', result: 'GRANTED' });
      expect(codesOf(await steps.reply('none', '2026-11-10', 'CONSENTED'))).toEqual(['NOT_FOUND']);
    });

    it('are extended once, by someone else, while their time limit runs', async () => {
      at('2026-12-01');
      const { id } = await received(served);
      expect(codesOf(await steps.extend(id, 21, '2026-12-01', 'editor-1'))).toEqual([
        ...['DAYS_OUT_OF_RANGE', 'APPROVER_NOT_INDEPENDENT', 'DAY_TOO_FAR'],
      ]);
      expect(await steps.extend(id, 10, '2026-11-30')).toMatchObject({ answerDueOn: '2026-12-14' });
      expect(codesOf(await steps.extend(id, 10, '2026-11-30'))).toEqual(['STEP_TAKEN_ALREADY']);
    });

    it('cost what the items of an applicant in a month come to, and wait for the payment', async () => {
      at('2026-11-23');
      const applicant = { ...APPLICATION.applicant, identification: '140521 19800101 0022' };
      const first = await received(served, { applicant, items: 10 });
      const same = { ...applicant, identification: '140521198001010022' };
      const second = await received(served, { applicant: same, items: 25, deliveryForm: 'PAPER' });
      const october = await received(served, { applicant: same, items: 11, receivedOn: '2026-10-30' });
      expect(codesOf(await steps.notifyFee(first.id, '2026-11-04'))).toEqual(['FEE_NOT_DUE']);
      expect(codesOf(await steps.notifyFee(first.id, '2026-11-04', 'BY_PAGE', 31))).toEqual([
        'FEE_BY_PAGE_NOT_FITTING',
      ]);
      expect(codesOf(await steps.notifyFee(second.id, '2026-11-04', 'BY_PAGE', 30))).toEqual(['FEE_NOT_DUE']);
      expect(codesOf(await steps.recordFeePaid(second.id, '2026-11-04'))).toEqual(['STEP_MISSING']);
      expect(await steps.notifyFee(second.id, '2026-11-04')).toMatchObject({
        answerDueOn: '2026-12-30',
        fee: { amount: '3000', basis: 'BY_ITEM', quantity: 25, payBy: '2026-12-04', paidOn: null },
      });
      expect(codesOf(await steps.notifyFee(second.id, '2026-11-04', 'BY_PAGE', 100))).toEqual(['STEP_TAKEN_ALREADY']);
      expect(await steps.recordFeePaid(second.id, '2026-11-05')).toMatchObject({
        answerDueOn: '2026-12-01',
        fee: { paidOn: '2026-11-05' },
      });
      expect(await steps.notifyFee(october.id, '2026-11-04')).toMatchObject({ fee: { amount: '100' } });
    });

    it('that repeat an earlier one name it, of the same applicant and answered', async () => {
      at('2026-11-23');
      const [earlier, again] = [await received(served), await received(served)];
      const other = await received(served, { applicant: { ...APPLICATION.applicant, identification: 'other' } });
      const needs = ['RESULT_NEEDS_EARLIER_APPLICATION'];
      expect(codesOf(await steps.answer(again.id, 'NOT_HANDLED_REPEATED', '2026-11-10'))).toEqual(needs);
      const repeating = (repeats: string) => steps.answer(again.id, 'NOT_HANDLED_REPEATED', '2026-11-10', { repeats });
      expect(codesOf(await repeating(earlier.id))).toEqual(needs);
      await steps.answer(earlier.id, 'UNABLE_NOT_HELD', '2026-11-05');
      await steps.answer(other.id, 'UNABLE_NOT_HELD', '2026-11-05');
      expect(codesOf(await repeating(other.id))).toEqual(needs);
      expect(codesOf(await repeating(again.id))).toEqual(needs);
      expect(await repeating(earlier.id)).toMatchObject({ result: 'NOT_HANDLED_REPEATED' });
      const [before, after] = [await received(served), await received(served, { receivedOn: '2026-10-30' })];
      await steps.answer(after.id, 'UNABLE_NOT_HELD', '2026-11-05');
      expect(await steps.answer(before.id, 'NOT_HANDLED_REPEATED', '2026-11-10', { repeats: after.id })).toMatchObject({
        result: 'NOT_HANDLED_REPEATED',
      });
    });

    it('are answered late all the same, marked so, and archived after the answer only', async () => {
      at('2026-12-10');
      const { id } = await received(served);
      expect(codesOf(await steps.archive(id))).toEqual(['STATUS_NOT_FITTING']);
      expect(await steps.answer(id, 'REFUSED_INTERNAL', '2026-12-01')).toMatchObject({
        isLate: true,
        stage: 'ANSWERED',
      });
      expect(codesOf(await steps.answer(id, 'GRANTED', '2026-12-01'))).toEqual(['STATUS_NOT_FITTING']);
      expect(codesOf(await steps.extend(id, 1, '2026-11-20'))).toEqual(['STATUS_NOT_FITTING']);
      expect(await steps.archive(id)).toMatchObject({ stage: 'ARCHIVED' });
      expect(codesOf(await steps.archive(id))).toEqual(['STATUS_NOT_FITTING']);
    });

    it('are changed by one at a time', async () => {
      at('2026-11-23');
      const { id } = await received(served);
      const both = await Promise.all([1, 2, 3].map(() => steps.answer(id, 'REFUSED_INTERNAL', '2026-11-10')));
      expect(both.map(({ __typename }) => __typename).sort()).toEqual(['DisclosureApplication', 'Refused', 'Refused']);
      expect(await served.db.applicationEvent.count({ where: { applicationId: id } })).toBe(1);
    });

    it('are counted anew when the holidays of a year are published', async () => {
      at('2026-12-28');
      const { id } = await received(served, { receivedOn: '2026-12-25' });
      const { id: done } = await received(served, { receivedOn: '2026-12-25' });
      await steps.answer(done, 'REFUSED_INTERNAL', '2026-12-28');
      const standing = async (one: string) => {
        const text =
          'query ($id: ID!) { disclosureApplication(id: $id) { answerDueOn provisional deadlineTrace { on } } }';
        const { data } = await served.ask(text, { id: one }, handler());
        return (data as { disclosureApplication: { deadlineTrace: { on: string }[] } }).disclosureApplication;
      };
      expect(await standing(id)).toMatchObject({ answerDueOn: '2027-01-22', provisional: true });
      const holidays = [{ on: '2027-01-01', name: '元旦' }];
      await served.tell(yearTold({ year: 2027, holidays, workdays: [] }));
      for (const one of [id, done]) {
        const now = await standing(one);
        expect(now).toMatchObject({ answerDueOn: '2027-01-25', provisional: false });
        expect(now.deadlineTrace.at(-1)?.on).toBe('2027-01-25');
      }
    });
  });
});
