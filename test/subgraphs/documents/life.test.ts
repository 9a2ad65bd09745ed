import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { bound, codesOf, drafted, published, reviewed, step } from './documents.ts';
import { call, callMany } from './life-calls.ts';
import { AUTHORITY, COUNTY, serveDocuments, staff, type ServedDocuments } from './serve-documents.ts';

const EDITOR = staff('EDITOR', COUNTY);
const REVIEWER = staff('REVIEWER', COUNTY, 'reviewer-a');

describe.each(DATABASE_KINDS)('the life of a document on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
    });
    afterAll(() => served.close());

    const look = async (id: string, selection: string, viewer: ReturnType<typeof staff> | null = EDITOR) => {
      const { data, errors } = await served.ask(
        `query ($id: ID!) { document(id: $id) { ${selection} } }`,
        { id },
        viewer,
      );
      expect(errors).toBeUndefined();
      return (data as { document: Record<string, unknown> }).document;
    };
    const hiddenDocument = async (attribute: 'ON_REQUEST' | 'WITHHELD' = 'WITHHELD', input: object = {}) => {
      const { id } = await drafted(served, { attribute, ground: '政府信息公开条例 第十六条', ...input });
      await step(served, 'fileWithDisclosureOffice', id, EDITOR);
      expect((await reviewed(served, id)).at(-1)).toMatchObject({ status: 'APPROVED' });
      return id;
    };

    it('goes through mending: what a reviewer sends back is changed, signed anew and published', async () => {
      const { id } = await drafted(served, {
        documentNumber: '沁卫体字〔2026〕71号',
        indexNumber: '076478684q/2026-1',
      });
      await step(served, 'signReviewPass', id, REVIEWER);
      expect(await call(served, `returnDocument(id: "${id}", note: "第三段数字有误")`, REVIEWER)).toMatchObject({
        status: 'DRAFT',
        reviewPasses: 0,
      });
      const amended = await call(
        served,
        `amendDocumentDraft(id: "${id}", input: { title: "改后的通知", theme: "卫生", documentNumber: "沁卫体字[2026]71号" })`,
        EDITOR,
      );
      expect(amended).toMatchObject({ title: '改后的通知', theme: '卫生', documentNumber: '沁卫体字〔2026〕71号' });
      expect(amended['indexNumber']).toBe('076478684Q/2026-1');
      await reviewed(served, id);
      expect(await published(served, id)).toMatchObject({ status: 'PUBLISHED' });
      const { steps } = (await look(id, 'steps { kind takenBy note }')) as { steps: { kind: string }[] };
      expect(steps.map(({ kind }) => kind)).toEqual([
        ...['DRAFTED', 'PASS_SIGNED', 'RETURNED', 'AMENDED', 'PASS_SIGNED', 'PASS_SIGNED', 'PASS_SIGNED', 'APPROVED'],
      ]);
      expect(steps).toContainEqual({ kind: 'RETURNED', takenBy: 'reviewer-a', note: '第三段数字有误' });
      expect(await look(id, 'steps { kind } reviews { pass } attributeChanges { after }', null)).toEqual({
        ...{ steps: null, reviews: null, attributeChanges: null },
      });
    });

    it('loses its signatures when its text changes, and its filing when its attribute does', async () => {
      const { id } = await drafted(served, { attribute: 'WITHHELD', ground: '第十四条' });
      await step(served, 'fileWithDisclosureOffice', id, EDITOR);
      await step(served, 'signReviewPass', id, REVIEWER);
      const retitled = await call(served, `amendDocumentDraft(id: "${id}", input: { title: "新题" })`, EDITOR);
      expect(retitled).toMatchObject({ status: 'DRAFT', reviewPasses: 0 });
      expect(retitled['filedAt']).not.toBeNull();
      const regrounded = await call(served, `amendDocumentDraft(id: "${id}", input: { ground: "第十六条" })`, EDITOR);
      expect(regrounded['filedAt']).toBeNull();
      await call(served, `amendDocumentDraft(id: "${id}", input: { attribute: PROACTIVE, ground: null })`, EDITOR);
      const { attributeChanges } = await look(id, 'attributeChanges { before after ground cause changedBy }');
      expect(attributeChanges).toEqual([
        { before: null, after: 'WITHHELD', ground: '第十四条', cause: 'DRAFTED', changedBy: 'editor-1' },
        { before: 'WITHHELD', after: 'PROACTIVE', ground: null, cause: 'AMENDED', changedBy: 'editor-1' },
      ]);
    });

    it('is not signed by who mended it', async () => {
      const { id } = await drafted(served);
      await call(
        served,
        `amendDocumentDraft(id: "${id}", input: { title: "新题" })`,
        staff('EDITOR', COUNTY, 'two-hats'),
      );
      const signed = await step(served, 'signReviewPass', id, staff('REVIEWER', COUNTY, 'two-hats'));
      expect(codesOf(signed)).toEqual(['REVIEWER_NOT_INDEPENDENT']);
    });

    it('is signed for every gate', async () => {
      const { id } = await drafted(served);
      const partly = await call(served, `signReviewPass(id: "${id}", gates: [LEGAL, WORDING])`, REVIEWER);
      expect(partly.refusals).toMatchObject([
        { code: 'REVIEW_GATE_MISSING', path: ['gates'], got: 'POLITICAL, POLICY, SECRECY', rules: ['D11'] },
      ]);
      await step(served, 'signReviewPass', id, REVIEWER);
      expect(await look(id, 'reviews { pass gates signedBy }')).toEqual({
        reviews: [{ pass: 1, gates: ['POLITICAL', 'POLICY', 'LEGAL', 'SECRECY', 'WORDING'], signedBy: 'reviewer-a' }],
      });
    });

    it('is not changed without a change, past its reviews, or by others, and every reason is told', async () => {
      const { id } = await drafted(served, { documentNumber: '沁卫体字〔2026〕72号', title: '题' });
      await drafted(served, { documentNumber: '沁卫体字〔2026〕73号', indexNumber: 'a/2026-1' });
      const amend = (input: string, viewer: ReturnType<typeof staff> | null = EDITOR) =>
        call(served, `amendDocumentDraft(id: "${id}", input: { ${input} })`, viewer);
      expect(codesOf(await amend(''))).toEqual(['VALUE_NOT_CHANGED']);
      expect(codesOf(await amend('title: "题"'))).toEqual(['VALUE_NOT_CHANGED']);
      expect(codesOf(await amend('title: "x"', null))).toEqual(['SIGN_IN_NEEDED']);
      expect(codesOf(await amend('title: "x"', staff('EDITOR', '140522')))).toEqual(['REGION_NOT_ALLOWED']);
      const wrong = await amend(
        'title: null, documentNumber: "沁卫体字(2026)73号", indexNumber: "a/2026-1", superior: "none", attribute: WITHHELD',
      );
      expect(wrong.refusals?.map(({ code, path }) => [code, path.join('.')])).toEqual([
        ['VALUE_MISSING', 'input.title'],
        ['GROUND_MISSING', 'input.ground'],
        ['NOT_FOUND', 'input.superior'],
        ['DOCUMENT_NUMBER_TAKEN', 'input.documentNumber'],
        ['INDEX_NUMBER_TAKEN', 'input.indexNumber'],
      ]);
      await reviewed(served, id);
      expect(codesOf(await amend('title: "x"'))).toEqual(['STATUS_NOT_FITTING']);
      expect(codesOf(await call(served, `discardDocumentDraft(id: "${id}")`, EDITOR))).toEqual(['STATUS_NOT_FITTING']);
    });

    it('may be thrown away before approval, and its number is free again', async () => {
      const { id } = await drafted(served, { documentNumber: '沁卫体字〔2026〕74号' });
      await bound(served, id);
      const { data } = await served.ask(
        `mutation { discardDocumentDraft(id: "${id}") { ... on DiscardedDocument { id title } } }`,
        {},
        EDITOR,
      );
      expect(data).toEqual({ discardDocumentDraft: { id, title: '关于做好政务公开工作的通知' } });
      expect(await served.db.document.findUnique({ where: { id } })).toBeNull();
      expect((await drafted(served, { documentNumber: '沁卫体字〔2026〕74号' })).__typename).toBe('Document');
    });

    it('waits for enterprises to be heard when it is normative and concerns them', async () => {
      const { id } = await drafted(served, { isNormative: true, isEnterpriseRelated: true });
      await reviewed(served, id);
      expect(codesOf(await published(served, id))).toEqual(['CONSULTATION_MISSING']);
      const record = (input: string) =>
        call(served, `recordDocumentConsultation(id: "${id}", input: { ${input} })`, EDITOR);
      const short = await record('opensOn: "2026-10-01", closesOn: "2026-10-29", heardFrom: "医药行业协会"');
      expect(codesOf(short)).toEqual(['CONSULTATION_TOO_SHORT']);
      await record('opensOn: "2026-10-01", closesOn: "2026-10-30", heardFrom: "医药行业协会"');
      expect(await published(served, id)).toMatchObject({ status: 'PUBLISHED' });
      expect(await look(id, 'consultation { opensOn closesOn shorteningReason heardFrom }', null)).toEqual({
        consultation: {
          ...{ opensOn: '2026-10-01', closesOn: '2026-10-30', shorteningReason: null, heardFrom: '医药行业协会' },
        },
      });
      expect(codesOf(await record('opensOn: "2026-10-01", closesOn: "2026-10-31", heardFrom: "x"'))).toEqual([
        'STATUS_NOT_FITTING',
      ]);
    });

    it('is not published by who is not the one to disclose it', async () => {
      const { id } = await drafted(served, { origin: 'OBTAINED_FROM_AGENCY' });
      await reviewed(served, id);
      expect(codesOf(await published(served, id))).toEqual(['NOT_OURS_TO_DISCLOSE']);
      expect(codesOf(await drafted(served, { origin: 'MADE_JOINTLY', leadIssuer: 'nobody' }))).toEqual(['NOT_FOUND']);
    });

    it('withholds what the superior discloses only with an exception that is recorded', async () => {
      const superior = await drafted(served);
      const withheld = { attribute: 'WITHHELD', ground: '第十四条', superior: superior.id };
      expect(codesOf(await drafted(served, withheld))).toEqual(['WITHHELD_BELOW_PROACTIVE']);
      const { id } = await drafted(served, { ...withheld, superiorException: '含本地未公开的处置预案' });
      await step(served, 'fileWithDisclosureOffice', id, EDITOR);
      expect((await reviewed(served, id)).at(-1)).toMatchObject({ status: 'APPROVED' });
    });

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
