import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { AUTHORITY, staff, type ServedDocuments } from '../serve-documents.ts';
import { handler, received, serveApplications, stepsOf } from './applications.ts';

const LIST = `query ($office: ID, $region: ID, $stage: ApplicationStage, $from: Date, $to: Date, $overdueOn: Date, $first: Int = 100, $after: String) {
  disclosureApplications(office: $office, region: $region, stage: $stage, receivedFrom: $from, receivedTo: $to, overdueOn: $overdueOn, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id receivedOn } } } }`;

interface List {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: { readonly id: string; readonly receivedOn: string } }[];
}

describe.each(DATABASE_KINDS)('lists of applications on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    const made: { id: string; receivedOn: string }[] = [];
    beforeAll(async () => {
      served = await serveApplications(await openMigrated());
      for (let index = 0; index < 12; index += 1) {
        const receivedOn = `2026-11-0${String(2 + (index % 4))}`;
        made.push({ id: (await received(served, { receivedOn })).id, receivedOn });
      }
      const steps = stepsOf(served);
      await steps.consultThirdParty(made[0]?.id ?? '', '2026-11-03', '2026-11-03');
      await steps.answer(made[1]?.id ?? '', 'REFUSED_INTERNAL', '2026-11-10');
      await steps.askForCorrection(made[2]?.id ?? '', '2026-11-05', '2026-11-20');
    });
    afterAll(() => served.close());

    const listed = async (variables: Record<string, unknown>) => {
      const { data, errors } = await served.ask(LIST, variables, handler());
      expect(errors).toBeUndefined();
      return (data as { disclosureApplications: List }).disclosureApplications;
    };
    const newestFirst = () =>
      [...made]
        .sort((one, other) => (one.receivedOn + one.id < other.receivedOn + other.id ? 1 : -1))
        .map(({ id }) => id);

    it('give each once, the last received first, page after page', async () => {
      const ids: string[] = [];
      for (let after: string | null = null, hasNext = true; hasNext;) {
        const page: List = await listed({ first: 5, after });
        ids.push(...page.edges.map(({ node }) => node.id));
        [after, hasNext] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
      }
      expect(ids).toEqual(newestFirst());
    });

    it.each<[string, Record<string, unknown>, number]>([
      ['of an office', { office: AUTHORITY }, 12],
      ['of another office', { office: 'none' }, 0],
      ['of a region and those below it', { region: '140500' }, 12],
      ['of another region', { region: '140522' }, 0],
      ['at a stage', { stage: 'ANSWERED' }, 1],
      ['awaiting a correction', { stage: 'AWAITING_CORRECTION' }, 1],
      ['received on a day or later', { from: '2026-11-04' }, 6],
      ['received on a day or earlier', { to: '2026-11-02' }, 3],
      ['overdue on their last day', { overdueOn: '2026-11-30' }, 0],
      // Three were received on 2 November; one of them waits for a third party.
      ['overdue the day after', { overdueOn: '2026-12-01' }, 2],
      ['overdue long after, but for the answered and those that await a correction', { overdueOn: '2027-12-01' }, 10],
    ])('hold those %s', async (_what, variables, count) => {
      const list = await listed(variables);
      expect(list.totalCount).toBe(count);
      expect(list.edges).toHaveLength(count);
    });

    it('cost as many statements for all as for one, with their traces, consultations and fees', async () => {
      const text = `query ($first: Int!) { disclosureApplications(first: $first) { edges { node { id answerDueOn isPaused daysLeft(on: "2026-11-10")
        isOverdue leansOnConsultation deadlineTrace { on counted why note } events { kind on until note } consultations { party outcome }
        correction { correctBy } extension { days } fee { amount } proactiveReview { id } reviews { kind } applicant { name } describes } } } }`;
      const cost = async (first: number) => {
        served.statements();
        const { errors } = await served.ask(text, { first }, handler());
        expect(errors).toBeUndefined();
        return served.statements().length;
      };
      const one = await cost(1);
      expect(one).toBeLessThanOrEqual(3);
      expect(await cost(12)).toBe(one);
    });

    it('refuse a cursor of another list and a page out of bounds', async () => {
      const foreign = Buffer.from(JSON.stringify(['nonsense', 'id'])).toString('base64url');
      for (const [variables, code] of [
        [{ after: foreign }, 'CURSOR_INVALID'],
        [{ after: Buffer.from('[]').toString('base64url') }, 'CURSOR_INVALID'],
        [{ first: 101 }, 'LIMIT_EXCEEDED'],
        [{ region: '晋城' }, 'BAD_USER_INPUT'],
      ] as const) {
        const { errors } = await served.ask(LIST, variables, handler());
        expect(errors?.[0]?.extensions['code']).toBe(code);
      }
    });

    it('answer a fee, and what makes the day of receipt, to anyone', async () => {
      const text = `{ processingFee(basis: BY_ITEM, quantity: 12) { amount bands { from to quantity unitAmount amount } }
        receiptEvent(route: INTERNET_OR_FAX) }`;
      expect((await served.ask(text)).data).toEqual({
        processingFee: {
          amount: '200',
          bands: [
            { from: 1, to: 10, quantity: 10, unitAmount: '0', amount: '0' },
            { from: 11, to: 30, quantity: 2, unitAmount: '100', amount: '200' },
          ],
        },
        receiptEvent: 'CONFIRMED_BY_BOTH',
      });
      const wrong = await served.ask('{ processingFee(basis: BY_PAGE, quantity: -1) { amount } }', {}, staff('EDITOR'));
      expect(wrong.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    });
  });
});
