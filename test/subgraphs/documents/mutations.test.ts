import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { bound, codesOf, drafted, published, publishedPolicy, reviewed, step } from './documents.ts';
import { AUTHORITY, COUNTY, institution, serveDocuments, staff, type ServedDocuments } from './serve-documents.ts';

describe.each(DATABASE_KINDS)('documents on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
    });
    afterAll(() => served.close());

    const read = async (id: string, viewer: ReturnType<typeof staff> | null = null) =>
      (
        (await served.ask('query ($id: ID!) { document(id: $id) { title } }', { id }, viewer)).data as {
          document: unknown;
        }
      ).document;
    const newest = async (count: number) => (await served.entries()).slice(-count);

    it('are drafted with their number in its normal form, and told to nobody', async () => {
      const head = await served.log.head();
      const draft = await drafted(served, {
        documentNumber: '沁卫体字(2026)1号',
        catalogueItems: ['item-2', 'item-1', 'item-2'],
      });
      expect(draft).toMatchObject({ status: 'DRAFT', attribute: 'PROACTIVE', documentNumber: '沁卫体字〔2026〕1号' });
      const row = await served.db.document.findUniqueOrThrow({ where: { id: draft.id }, include: { items: true } });
      expect(row).toMatchObject({
        documentNumberAsTyped: '沁卫体字(2026)1号',
        draftedBy: 'editor-1',
        regionCode: COUNTY,
      });
      expect(row.items).toHaveLength(2);
      expect(await served.log.head()).toBe(head);
      expect(await read(draft.id)).toBeNull();
      expect(await read(draft.id, staff('REVIEWER', '140522'))).toBeNull();
      expect(await read(draft.id, staff('AGGREGATOR'))).toBeNull();
      expect(await read(draft.id, staff('REVIEWER', COUNTY))).not.toBeNull();
    });

    it('bear a number that their issuer has once, however it is typed', async () => {
      await drafted(served, { documentNumber: '沁卫体字〔2026〕2号' });
      expect(codesOf(await drafted(served, { documentNumber: '沁卫体字【2026】２号' }))).toEqual([
        'DOCUMENT_NUMBER_TAKEN',
      ]);
      await served.tell(institution('authority-2', COUNTY));
      const other = await drafted(served, { issuer: 'authority-2', documentNumber: '沁卫体字〔2026〕2号' });
      expect(other.__typename).toBe('Document');
    });

    it('that are drafted at once with one number are one draft and a refusal', async () => {
      const both = await Promise.all([1, 2, 3].map(() => drafted(served, { documentNumber: '沁卫体字〔2026〕3号' })));
      expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Document', 'Refused', 'Refused']);
      expect(both.flatMap((one) => codesOf(one) ?? [])).toEqual(['DOCUMENT_NUMBER_TAKEN', 'DOCUMENT_NUMBER_TAKEN']);
    });

    it('are drafted by editors and publishers of the region only, and tell others nothing of what there is', async () => {
      await drafted(served, { documentNumber: '沁卫体字〔2026〕4号' });
      const again = { documentNumber: '沁卫体字〔2026〕4号', superior: 'none' };
      expect(codesOf(await drafted(served, again, null))).toEqual(['SIGN_IN_NEEDED']);
      expect(codesOf(await drafted(served, again, staff('REVIEWER')))).toEqual(['ROLE_NOT_ALLOWED']);
      expect(codesOf(await drafted(served, again, staff('EDITOR', '140522')))).toEqual(['REGION_NOT_ALLOWED']);
      expect(codesOf(await drafted(served, again, staff('PUBLISHER', COUNTY)))).toEqual([
        'NOT_FOUND',
        'DOCUMENT_NUMBER_TAKEN',
      ]);
    });

    it('are refused as drafts for every reason at once, with the place of each', async () => {
      const wrong = {
        issuer: 'nobody',
        title: ' ',
        indexNumber: '076478685Q/2021-00081',
        attribute: 'WITHHELD',
        superior: 'none',
      };
      expect((await drafted(served, wrong)).refusals?.map(({ code, path }) => [code, path.join('.')])).toEqual([
        ['VALUE_MISSING', 'input.title'],
        ['INDEX_NUMBER_MALFORMED', 'input.indexNumber'],
        ['GROUND_MISSING', 'input.ground'],
        ['NOT_FOUND', 'input.issuer'],
        ['NOT_FOUND', 'input.superior'],
      ]);
    });

    it('are not withheld when the document that they carry out is disclosed proactively', async () => {
      const superior = (await publishedPolicy(served)).id;
      const input = { superior, attribute: 'WITHHELD', ground: '政府信息公开条例 第十四条' };
      expect(codesOf(await drafted(served, input))).toEqual(['WITHHELD_BELOW_PROACTIVE']);
      expect((await drafted(served, { ...input, attribute: 'ON_REQUEST' })).__typename).toBe('Document');
    });

    it('are reviewed three times, by three accounts of which none is the drafter', async () => {
      const { id } = await drafted(served, {}, staff('EDITOR', COUNTY, 'writer'));
      const sign = (account: string) => step(served, 'signReviewPass', id, staff('REVIEWER', COUNTY, account));
      expect(codesOf(await sign('writer'))).toEqual(['REVIEWER_NOT_INDEPENDENT']);
      expect(await sign('a')).toMatchObject({ status: 'IN_REVIEW', reviewPasses: 1 });
      expect(codesOf(await sign('a'))).toEqual(['REVIEWER_NOT_INDEPENDENT']);
      expect(await sign('b')).toMatchObject({ status: 'IN_REVIEW', reviewPasses: 2 });
      expect(await sign('c')).toMatchObject({ status: 'APPROVED', reviewPasses: 3 });
      expect(codesOf(await sign('d'))).toEqual(['STATUS_NOT_FITTING']);
      expect(codesOf(await step(served, 'signReviewPass', id, staff('PUBLISHER', COUNTY)))).toEqual([
        'ROLE_NOT_ALLOWED',
      ]);
    });

    it('that one account signs twice at once have one pass signed', async () => {
      const { id } = await drafted(served);
      const sign = () => step(served, 'signReviewPass', id, staff('REVIEWER', COUNTY, 'a'));
      const both = await Promise.all([sign(), sign()]);
      expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Document', 'Refused']);
      expect(await served.db.reviewPass.count({ where: { documentId: id } })).toBe(1);
    });

    it('that are not for everyone are filed before they are approved, and never published', async () => {
      const { id } = await drafted(served, { attribute: 'ON_REQUEST', ground: '政府信息公开条例 第十五条' });
      expect((await reviewed(served, id)).map(codesOf)).toEqual([undefined, undefined, ['NOT_FILED']]);
      const filed = await step(served, 'fileWithDisclosureOffice', id, staff('EDITOR', COUNTY));
      expect(filed).toMatchObject({ ground: '政府信息公开条例 第十五条', filedAt: served.clock.at.toISOString() });
      const third = await step(served, 'signReviewPass', id, staff('REVIEWER', COUNTY, 'reviewer-c'));
      expect(third).toMatchObject({ status: 'APPROVED' });
      expect(codesOf(await published(served, id))).toEqual(['NOT_PUBLIC']);
      expect(codesOf(await step(served, 'fileWithDisclosureOffice', id, staff('EDITOR')))).toEqual([
        'STATUS_NOT_FITTING',
      ]);
    });

    it('are refused for publication for every reason at once, with the rules', async () => {
      const { id } = await drafted(served, { isPolicy: true, attribute: null });
      const refused = await published(served, id);
      expect(refused.refusals?.map(({ code, rules }) => [code, rules])).toEqual([
        ['ATTRIBUTE_MISSING', ['D1', 'D3']],
        ['REVIEW_INCOMPLETE', ['D11']],
        ['INTERPRETATION_MISSING', ['I2']],
      ]);
    });

    it('go out with their interpretations at one instant, each with its entry of the log', async () => {
      const input = {
        isPolicy: true,
        documentNumber: '沁卫体字〔2026〕5号',
        indexNumber: '076478684Q/2021-00081',
        issuedOn: '2026-11-20',
        catalogueItems: ['item-b', 'item-a'],
      };
      const { id } = await drafted(served, input);
      const first = await bound(served, id);
      const second = await bound(served, id, { forms: ['TEXT'], channels: ['OTHER', 'OTHER'] });
      expect(first['publishedAt']).toBeNull();
      await reviewed(served, id);
      const before = (await served.entries()).length;
      const now = served.clock.at.toISOString();
      const document = await published(served, id);
      expect(document).toMatchObject({ status: 'PUBLISHED', publishedAt: now });
      const bothIds = [first.id, second.id].sort();
      expect(document['interpretations']).toEqual(bothIds.map((one) => ({ id: one, publishedAt: now })));
      const entries = await newest(3);
      expect(await served.entries()).toHaveLength(before + 3);
      expect(entries[0]).toMatchObject({
        kind: 'PUBLISHED',
        subject: 'DOCUMENT',
        subjectId: id,
        regionCode: COUNTY,
        publisherId: AUTHORITY,
        catalogueItemIds: ['item-a', 'item-b'],
      });
      expect(entries[0]?.payload).toEqual({
        title: '关于做好政务公开工作的通知',
        body: '正文',
        documentNumber: '沁卫体字〔2026〕5号',
        indexNumber: '076478684Q/2021-00081',
        issuer: AUTHORITY,
        region: COUNTY,
        attribute: 'PROACTIVE',
        isPolicy: true,
        isNormative: false,
        isEnterpriseRelated: false,
        theme: null,
        genre: null,
        origin: 'MADE',
        leadIssuer: null,
        disclosureClause: null,
        validity: 'IN_FORCE',
        validityChangedAt: null,
        issuedOn: '2026-11-20',
        effectiveOn: null,
        expiresOn: null,
        publishedAt: now,
        superior: null,
        amends: [],
        repeals: [],
        catalogueItems: ['item-a', 'item-b'],
        isSample: false,
      });
      expect(entries.slice(1).map(({ kind, subject, subjectId }) => [kind, subject, subjectId])).toEqual(
        bothIds.map((one) => ['PUBLISHED', 'INTERPRETATION', one]),
      );
      expect(entries.find(({ subjectId }) => subjectId === second.id)?.payload).toEqual({
        document: id,
        title: '一图读懂',
        body: '图解',
        forms: ['TEXT'],
        channels: ['OTHER'],
        stage: 'FIRST',
        interpreter: 'DRAFTING_UNIT',
        publishedAt: now,
        isSample: false,
      });
      expect(JSON.stringify(entries)).not.toMatch(/editor-1|reviewer-|publisher-1/);
      expect(await read(id)).toEqual({ title: '关于做好政务公开工作的通知' });
    });

    it('that several publish at once go out once; the others are told that they did', async () => {
      const { id } = await drafted(served);
      await reviewed(served, id);
      const before = (await served.entries()).length;
      const all = await Promise.all([1, 2, 3, 4].map(() => published(served, id)));
      expect(all.map(({ __typename }) => __typename).sort()).toEqual(['Document', 'Refused', 'Refused', 'Refused']);
      expect(all.flatMap((one) => codesOf(one) ?? [])).toEqual(Array.from({ length: 3 }, () => 'STATUS_NOT_FITTING'));
      expect(await served.entries()).toHaveLength(before + 1);
    });

    it('are published by publishers of the region only, who learn nothing of what is not theirs', async () => {
      const { id } = await drafted(served, { isPolicy: true });
      expect(codesOf(await published(served, id, null))).toEqual(['SIGN_IN_NEEDED']);
      expect(codesOf(await published(served, 'none', null))).toEqual(['SIGN_IN_NEEDED']);
      expect(codesOf(await published(served, id, staff('EDITOR')))).toEqual(['ROLE_NOT_ALLOWED']);
      expect(codesOf(await published(served, id, staff('PUBLISHER', '140522')))).toEqual(['REGION_NOT_ALLOWED']);
      expect(codesOf(await published(served, 'none'))).toEqual(['NOT_FOUND']);
    });

    it('that are public take a further interpretation at once, from a publisher', async () => {
      const { id } = await publishedPolicy(served);
      expect(codesOf(await bound(served, id, {}, staff('EDITOR')))).toEqual(['ROLE_NOT_ALLOWED']);
      served.clock.at = new Date(served.clock.at.getTime() + 60_000);
      const late = await bound(served, id, {}, staff('PUBLISHER'));
      expect(late).toMatchObject({ publishedAt: served.clock.at.toISOString(), document: { id } });
      expect(await newest(1)).toMatchObject([{ kind: 'PUBLISHED', subject: 'INTERPRETATION', subjectId: late.id }]);
      expect(codesOf(await bound(served, id, { forms: [], title: '' }, staff('PUBLISHER')))).toEqual([
        'VALUE_MISSING',
        'VALUE_MISSING',
      ]);
    });
  });
});
