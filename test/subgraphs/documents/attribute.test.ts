import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { codesOf, drafted, published, reviewed, step } from './documents.ts';
import { call, callMany } from './life-calls.ts';
import { AUTHORITY, COUNTY, serveDocuments, staff, type ServedDocuments } from './serve-documents.ts';

const EDITOR = staff('EDITOR', COUNTY);
const REVIEWER = staff('REVIEWER', COUNTY, 'reviewer-a');

describe.each(DATABASE_KINDS)('the attribute of a document on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
    });
    afterAll(() => served.close());

    const hiddenDocument = async (attribute: 'ON_REQUEST' | 'WITHHELD' = 'WITHHELD', input: object = {}) => {
      const { id } = await drafted(served, { attribute, ground: '政府信息公开条例 第十六条', ...input });
      await step(served, 'fileWithDisclosureOffice', id, EDITOR);
      expect((await reviewed(served, id)).at(-1)).toMatchObject({ status: 'APPROVED' });
      return id;
    };

    it('is looked at again after a year when it is hidden, and published once it is opened', async () => {
      const head = await served.log.head();
      const id = await hiddenDocument();
      const due = async (on: string) => {
        const { data } = await served.ask(
          `{ attributeReviewsDue(region: "140500", on: "${on}", first: 100) { totalCount edges { node { id } } } }`,
          {},
          staff('REVIEWER'),
        );
        const { edges, totalCount } = (
          data as { attributeReviewsDue: { totalCount: number; edges: { node: { id: string } }[] } }
        ).attributeReviewsDue;
        expect(totalCount).toBe(edges.length);
        return edges.map(({ node }) => node.id);
      };
      expect(await due('2027-11-22')).not.toContain(id);
      expect(await due('2027-11-23')).toContain(id);
      const review = (input: string, viewer = REVIEWER) =>
        call(served, `reviewAttribute(id: "${id}", input: { ${input} })`, viewer);
      expect(codesOf(await review('attribute: WITHHELD'))).toEqual(['GROUND_MISSING']);
      expect(codesOf(await review('attribute: PROACTIVE', EDITOR))).toEqual(['ROLE_NOT_ALLOWED']);
      served.clock.at = new Date('2027-11-20T02:00:00.000Z');
      expect(await review('attribute: ON_REQUEST, ground: "第十五条", note: "可部分公开"')).toMatchObject({
        attribute: 'ON_REQUEST',
      });
      expect(await due('2028-11-19')).not.toContain(id);
      expect(await due('2028-11-20')).toContain(id);
      expect(await served.log.head()).toBe(head);
      await review('attribute: PROACTIVE');
      expect(await due('2040-01-01')).not.toContain(id);
      expect(codesOf(await review('attribute: PROACTIVE'))).toEqual(['STATUS_NOT_FITTING']);
      expect(await published(served, id)).toMatchObject({ status: 'PUBLISHED' });
      served.clock.at = new Date('2026-11-23T02:00:00.000Z');
    });

    it('is looked at again after the months that its issuer set for the year', async () => {
      await served.db.issuerTarget.create({
        data: { issuerId: AUTHORITY, year: 2026, regionCode: COUNTY, attributeReviewMonths: 6 },
      });
      const id = await hiddenDocument('ON_REQUEST');
      await served.db.issuerTarget.deleteMany();
      const row = await served.db.document.findUniqueOrThrow({ where: { id } });
      expect(row.attributeReviewDueOn).toEqual(new Date('2027-05-23T00:00:00.000Z'));
    });

    it('from before attribution is entered and recognised in bulk, all or none', async () => {
      const enter = (values: readonly object[], viewer = EDITOR) =>
        callMany(served, { text: 'enterLegacyDocuments inputs', type: 'DraftDocumentInput', values }, viewer);
      const old = (more: object) => ({ issuer: AUTHORITY, title: '旧文', body: '正文', isPolicy: false, ...more });
      const wrong = await enter([
        old({ issuedOn: '2012-01-05', documentNumber: '沁卫字〔2012〕1号' }),
        old({ documentNumber: '沁卫字〔2012〕1号', issuer: AUTHORITY }),
        old({ issuedOn: '2012-01-05', issuer: 'nobody', attribute: 'PROACTIVE', title: '' }),
      ]);
      expect(wrong.refusals?.map(({ code, path }) => [code, path.join('.')])).toEqual([
        ['VALUE_MISSING', 'inputs.1.issuedOn'],
        ['VALUE_MISSING', 'inputs.2.title'],
        ['STATUS_NOT_FITTING', 'inputs.2.attribute'],
        ['NOT_FOUND', 'inputs.2.issuer'],
        ['DOCUMENT_NUMBER_TAKEN', 'inputs.1.documentNumber'],
      ]);
      expect(await served.db.document.count({ where: { isLegacy: true } })).toBe(0);
      const entered = await enter(
        [1, 2, 3].map((n) => old({ issuedOn: '2012-01-05', documentNumber: `沁卫字〔2012〕${String(n)}号` })),
      );
      const [first = '', second = '', third = ''] = entered.documents?.map(({ id }) => id) ?? [];
      const waiting = await served.ask(
        '{ staffDocuments(region: "140521", filter: { isLegacy: true, isAttributeMissing: true }) { totalCount } }',
        {},
        EDITOR,
      );
      expect(waiting.data).toEqual({ staffDocuments: { totalCount: 3 } });
      const recognise = (values: readonly object[]) =>
        callMany(served, { text: 'recogniseAttributes decisions', type: 'RecognisedAttributeInput', values }, REVIEWER);
      const bad = await recognise([
        { document: first, attribute: 'WITHHELD' },
        { document: first, attribute: 'PROACTIVE' },
        { document: 'none', attribute: 'PROACTIVE' },
      ]);
      expect(bad.refusals?.map(({ code, path }) => [code, path.join('.')])).toEqual([
        ['GROUND_MISSING', 'decisions.0.ground'],
        ['VALUE_REPEATED', 'decisions.1.document'],
        ['NOT_FOUND', 'decisions.2.document'],
      ]);
      const good = await recognise([
        { document: third, attribute: 'PROACTIVE' },
        { document: first, attribute: 'WITHHELD', ground: '第十六条' },
        { document: second, attribute: 'ON_REQUEST', ground: '第十五条' },
      ]);
      expect(good.documents).toEqual([
        { id: third, status: 'DRAFT', attribute: 'PROACTIVE', isLegacy: true },
        { id: first, status: 'APPROVED', attribute: 'WITHHELD', isLegacy: true },
        { id: second, status: 'APPROVED', attribute: 'ON_REQUEST', isLegacy: true },
      ]);
      await reviewed(served, third);
      expect(await published(served, third)).toMatchObject({ status: 'PUBLISHED' });
      expect(codesOf(await recognise([{ document: third, attribute: 'PROACTIVE' }]))).toEqual(['STATUS_NOT_FITTING']);
    });

    it('of others is nothing that one may see: lists for staff are for staff', async () => {
      const list = '{ staffDocuments(region: "140521") { totalCount } }';
      const code = ({ errors }: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
        errors?.[0]?.extensions['code'];
      expect(code(await served.ask(list))).toBe('UNAUTHENTICATED');
      expect(code(await served.ask(list, {}, staff('EDITOR', '140522')))).toBe('FORBIDDEN');
      expect(code(await served.ask(list, {}, staff('AGGREGATOR', '140500')))).toBe('FORBIDDEN');
      expect(code(await served.ask('{ attributeReviewsDue(region: "140521", on: "2030-01-01") { totalCount } }'))).toBe(
        'UNAUTHENTICATED',
      );
      expect(code(await served.ask('{ attributeCounts(region: "140521", from: 2020, to: 2021) { year } }'))).toBe(
        'UNAUTHENTICATED',
      );
    });

    it('is listed for staff page by page, the latest draft first', async () => {
      const pages: string[] = [];
      let after: string | null = null;
      do {
        const { data } = await served.ask(
          `query ($after: String) { staffDocuments(region: "140500", first: 3, after: $after) {
            totalCount pageInfo { endCursor hasNextPage } edges { node { id status } } } }`,
          { after },
          staff('PUBLISHER', '140500'),
        );
        const { edges, pageInfo, totalCount } = (
          data as {
            staffDocuments: {
              totalCount: number;
              edges: { node: { id: string; status: string } }[];
              pageInfo: { endCursor: string; hasNextPage: boolean };
            };
          }
        ).staffDocuments;
        pages.push(...edges.map(({ node }) => node.id));
        expect(edges.every(({ node }) => node.status !== 'PUBLISHED')).toBe(true);
        if (!pageInfo.hasNextPage) expect(pages).toHaveLength(totalCount);
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      const rows = await served.db.document.findMany({
        where: { status: { not: 'PUBLISHED' } },
        orderBy: [{ draftedAt: 'desc' }, { id: 'desc' }],
      });
      expect(pages).toEqual(rows.map(({ id }) => id));
    });

    it('counts in each year by the attribute that it had then', async () => {
      await served.db.document.deleteMany();
      const at = (day: string) => (served.clock.at = new Date(`${day}T02:00:00.000Z`));
      at('2024-05-01');
      const opened = await hiddenDocument('WITHHELD');
      await hiddenDocument('ON_REQUEST');
      at('2025-05-01');
      await call(served, `reviewAttribute(id: "${opened}", input: { attribute: PROACTIVE })`, REVIEWER);
      at('2026-05-01');
      await hiddenDocument('ON_REQUEST');
      const { data } = await served.ask(
        `{ attributeCounts(region: "140500", from: 2023, to: 2026) {
            year proactive onRequest withheld issued issuedHidden onRequestChange withheldChange isShrinking } }`,
        {},
        staff('REVIEWER'),
      );
      const rows = (data as { attributeCounts: Record<string, unknown>[] }).attributeCounts.map((row) =>
        Object.values(row),
      );
      expect(rows).toEqual([
        [2023, 0, 0, 0, 0, 0, null, null, null],
        [2024, 0, 1, 1, 2, 2, 1, 1, false],
        [2025, 1, 1, 0, 0, 0, 0, -1, true],
        [2026, 1, 2, 0, 1, 1, 1, 0, false],
      ]);
      at('2026-11-23');
      const { errors } = await served.ask(
        '{ attributeCounts(region: "140500", from: 1, to: 2000000000) { year } }',
        {},
        staff('REVIEWER'),
      );
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    });
  });
});
