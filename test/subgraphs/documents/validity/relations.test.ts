import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { changed, read } from '../asked.ts';
import { codesOf, drafted, published, publishedPolicy, reviewed, step, withdrawn } from '../documents.ts';
import { COUNTY, institution, serveDocuments, staff, type ServedDocuments } from '../serve-documents.ts';

const RELATE = {
  name: 'relateDocument',
  declares: '$id: ID!, $relates: [RelatedDocumentInput!]!',
  selects: '... on Document { id amends { id } repeals { id } }',
};
const DECLARE = {
  name: 'declareValidity',
  declares:
    '$id: ID!, $validity: Validity!, $basis: ValidityBasisInput!, $note: String!, $isCorrection: Boolean, $expiresOn: Date',
  selects: '... on Document { id validity expiresOn validityChangedAt }',
};
const SHOWN = `query ($id: ID!) { document(id: $id) { validity validityChangedAt amends { id } repeals { id }
  amendedBy { id } repealedBy { id title } } }`;
const OTHER = 'authority-140522';

describe.each(DATABASE_KINDS)('documents that change others on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
      await served.tell(institution(OTHER, '140522'));
    });
    afterAll(() => served.close());

    type Viewer = ReturnType<typeof staff> | null;
    const relate = (id: string, relates: object[], viewer: Viewer = staff('EDITOR')) =>
      changed(served, RELATE, { id, relates }, viewer);
    const declare = (id: string, input: object, viewer: Viewer = staff('PUBLISHER')) =>
      changed(served, DECLARE, { id, basis: { text: '省政府决定' }, note: '已废止', ...input }, viewer);
    const shown = async (id: string, viewer: Viewer = null) =>
      (await read<{ document: Record<string, unknown> | null }>(served, SHOWN, { id }, viewer)).document;
    const repealing = async (target: string, kind = 'REPEALS') => {
      const { id } = await drafted(served, { title: '新办法' });
      await relate(id, [{ document: target, kind }]);
      await reviewed(served, id);
      return id;
    };

    it('do so at the moment they are published, with an entry for each', async () => {
      const [first, second] = [(await publishedPolicy(served)).id, (await publishedPolicy(served)).id];
      const { id } = await drafted(served);
      const related = await relate(id, [
        { document: first, kind: 'AMENDS' },
        { document: second, kind: 'REPEALS' },
      ]);
      expect(related).toMatchObject({ amends: [{ id: first }], repeals: [{ id: second }] });
      await reviewed(served, id);
      expect(await shown(first)).toMatchObject({ validity: 'IN_FORCE', validityChangedAt: null, amendedBy: [] });
      expect(await shown(second, staff('EDITOR'))).toMatchObject({ repealedBy: [] });
      const before = (await served.entries()).length;
      served.clock.at = new Date(served.clock.at.getTime() + 1_000);
      const now = served.clock.at.toISOString();
      await published(served, id);
      const entries = (await served.entries()).slice(before);
      expect(entries.map(({ kind, subjectId, payload }) => [kind, subjectId, payload['validity']])).toEqual([
        ['PUBLISHED', id, 'IN_FORCE'],
        ['REVISED', first, 'AMENDED'],
        ['REVISED', second, 'REPEALED'],
      ]);
      expect(entries[0]?.payload).toMatchObject({ amends: [first], repeals: [second] });
      expect(entries[1]?.payload).toMatchObject({ validityChangedAt: now, amends: [], repeals: [] });
      expect(entries[1]?.payload['title']).toBe('关于做好政务公开工作的通知');
      expect(await shown(first)).toMatchObject({ validity: 'AMENDED', validityChangedAt: now, amendedBy: [{ id }] });
      expect(await shown(second)).toMatchObject({ validity: 'REPEALED', repealedBy: [{ id }], amendedBy: [] });
      expect(await shown(id)).toMatchObject({ amends: [{ id: first }], repeals: [{ id: second }] });
      const steps = await served.db.documentStep.findMany({ where: { documentId: second, kind: 'VALIDITY_CHANGED' } });
      expect(steps).toMatchObject([{ takenBy: 'publisher-1', takenAt: served.clock.at, note: id }]);
    });

    it('are stated on a draft, by its staff, of what is public and holds', async () => {
      const target = (await publishedPolicy(served)).id;
      const hidden = (await drafted(served)).id;
      const { id } = await drafted(served);
      const one = [{ document: target, kind: 'AMENDS' }];
      expect(codesOf(await relate(id, one, null))).toEqual(['SIGN_IN_NEEDED']);
      expect(codesOf(await relate(id, one, staff('REVIEWER')))).toEqual(['ROLE_NOT_ALLOWED']);
      expect(codesOf(await relate(id, one, staff('EDITOR', '140522')))).toEqual(['REGION_NOT_ALLOWED']);
      expect(codesOf(await relate('none', one))).toEqual(['NOT_FOUND']);
      expect(codesOf(await relate(id, [...one, ...one]))).toEqual(['VALUE_REPEATED']);
      const mixed = [
        { document: 'none', kind: 'AMENDS' },
        { document: hidden, kind: 'REPEALS' },
      ];
      expect((await relate(id, mixed)).refusals).toMatchObject([
        { code: 'NOT_FOUND', path: ['relates', '0', 'document'] },
        { code: 'STATUS_NOT_FITTING', path: ['relates', '1', 'document'] },
      ]);
      expect(await relate(id, one)).toMatchObject({ amends: [{ id: target }] });
      expect(await relate(id, [])).toMatchObject({ amends: [], repeals: [] });
      await reviewed(served, id);
      expect(codesOf(await relate(id, one))).toEqual(['STATUS_NOT_FITTING']);
    });

    it('of another issuer need one who answers for its region, also when they are published', async () => {
      const target = (await publishedBeside(served)).id;
      const { id } = await drafted(served);
      const one = [{ document: target, kind: 'REPEALS' }];
      expect(codesOf(await relate(id, one, staff('EDITOR', COUNTY)))).toEqual(['REGION_NOT_ALLOWED']);
      await relate(id, one, staff('EDITOR', '140500'));
      await reviewed(served, id);
      const refused = await published(served, id);
      expect(refused.refusals).toMatchObject([{ code: 'REGION_NOT_ALLOWED', path: ['relates', target] }]);
      expect(await published(served, id, staff('PUBLISHER', '140500'))).toMatchObject({ status: 'PUBLISHED' });
      expect(await shown(target)).toMatchObject({ validity: 'REPEALED' });
    });

    it('do not change what holds no more by then; of two at once the second is refused', async () => {
      const target = (await publishedPolicy(served)).id;
      const both = [await repealing(target), await repealing(target)];
      const answers = await Promise.all(both.map((id) => published(served, id)));
      expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Document', 'Refused']);
      expect(answers.flatMap((one) => codesOf(one) ?? [])).toEqual(['VALIDITY_NOT_FITTING']);
    });

    it('that are withdrawn leave what they repealed as it is, until a publisher puts it right by name', async () => {
      const target = (await publishedPolicy(served)).id;
      const id = await repealing(target);
      await published(served, id);
      await withdrawn(served, id);
      expect(await shown(target)).toMatchObject({ validity: 'REPEALED', repealedBy: [] });
      expect(codesOf(await declare(target, { validity: 'IN_FORCE' }))).toEqual(['VALIDITY_NOT_FITTING']);
      const back = await declare(target, { validity: 'IN_FORCE', isCorrection: true });
      expect(back).toMatchObject({ validity: 'IN_FORCE', validityChangedAt: served.clock.at.toISOString() });
      const last = (await served.entries()).at(-1);
      expect(last).toMatchObject({ kind: 'REVISED', subjectId: target, payload: { validity: 'IN_FORCE' } });
      const steps = await served.db.documentStep.findMany({
        where: { documentId: target, kind: 'VALIDITY_CHANGED', note: { not: id } },
      });
      expect(steps).toMatchObject([{ takenBy: 'publisher-1', note: '已废止\n省政府决定' }]);
    });

    it('may have none of their own: then a publisher declares it, on a basis', async () => {
      const { id } = await publishedPolicy(served);
      const basis = (await publishedPolicy(served)).id;
      const repealed = { validity: 'REPEALED', basis: { document: basis } };
      expect(codesOf(await declare(id, repealed, null))).toEqual(['SIGN_IN_NEEDED']);
      expect(codesOf(await declare(id, repealed, staff('EDITOR')))).toEqual(['ROLE_NOT_ALLOWED']);
      expect(codesOf(await declare(id, repealed, staff('PUBLISHER', '140522')))).toEqual(['REGION_NOT_ALLOWED']);
      const refused = await declare(id, { ...repealed, basis: { document: 'none' }, note: ' ' });
      expect(codesOf(refused)).toEqual(['VALUE_MISSING', 'NOT_FOUND']);
      expect(await declare(id, repealed)).toMatchObject({ validity: 'REPEALED', expiresOn: null });
      const prolonged = { validity: 'IN_FORCE', isCorrection: true, expiresOn: '2026-11-22' };
      expect(codesOf(await declare(id, prolonged))).toEqual(['DAY_IN_PAST']);
      expect(await declare(id, { ...prolonged, expiresOn: '2027-12-31' })).toMatchObject({ expiresOn: '2027-12-31' });
    });

    it('cost as many statements for fifty documents as for one', async () => {
      const text = `query ($first: Int!) { documents(first: $first) { edges { node { id validityChangedAt amends { id } repeals { id }
        amendedBy { id } repealedBy { id } } } } }`;
      const costs: number[] = [];
      for (const first of [1, 50]) {
        served.statements();
        await read(served, text, { first });
        costs.push(served.statements().length);
      }
      expect(costs[1]).toBe(costs[0]);
      expect(costs[0]).toBeLessThanOrEqual(2);
    });
  });
});

/** A public document of the county beside. */
async function publishedBeside(served: ServedDocuments) {
  const { id } = await drafted(served, { issuer: OTHER, title: '邻县办法' });
  for (const account of ['a', 'b', 'c']) await step(served, 'signReviewPass', id, staff('REVIEWER', '140522', account));
  return published(served, id, staff('PUBLISHER', '140522'));
}
