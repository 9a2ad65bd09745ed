import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { bound, codesOf, drafted, published, reviewed, step } from './documents.ts';
import { call } from './life-calls.ts';
import { COUNTY, serveDocuments, staff, type ServedDocuments } from './serve-documents.ts';

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
        'PUBLISHED',
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
  });
});
