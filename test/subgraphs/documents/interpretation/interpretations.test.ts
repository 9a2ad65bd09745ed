import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { changed, read } from '../asked.ts';
import { bound, codesOf, drafted, published, publishedPolicy, reviewed, withdrawn } from '../documents.ts';
import { serveDocuments, staff, type ServedDocuments } from '../serve-documents.ts';

const AMEND = {
  name: 'amendInterpretation',
  declares: '$id: ID!, $input: BindInterpretationInput!',
  selects: '... on Interpretation { id title forms stage interpreter publishedAt }',
};
const OF_DOCUMENT = '... on Document { id interpretations { id stage interpreter } }';
const UNBIND = { name: 'unbindInterpretation', declares: '$id: ID!', selects: OF_DOCUMENT };
const WITHDRAW = {
  name: 'withdrawInterpretation',
  declares: '$id: ID!, $reason: WithdrawalReason!, $note: String!',
  selects: OF_DOCUMENT,
};
const TEXT = { title: '专家解读', body: '访谈', forms: ['EXPERT_INTERVIEW'], channels: ['NEW_MEDIA'] };

describe.each(DATABASE_KINDS)('interpretations on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
    });
    afterAll(() => served.close());

    type Viewer = ReturnType<typeof staff> | null;
    const amend = (id: string, input: object = {}, viewer: Viewer = staff('EDITOR')) =>
      changed(served, AMEND, { id, input: { ...TEXT, ...input } }, viewer);
    const unbind = (id: string, viewer: Viewer = staff('EDITOR')) => changed(served, UNBIND, { id }, viewer);
    const withdraw = (id: string, note = '数据有误', viewer: Viewer = staff('PUBLISHER')) =>
      changed(served, WITHDRAW, { id, reason: 'PUBLISHED_IN_ERROR', note }, viewer);
    const steps = async (documentId: string) =>
      (
        await served.db.documentStep.findMany({
          where: { documentId, kind: 'INTERPRETATION_BOUND' },
          orderBy: [{ takenAt: 'asc' }],
        })
      ).map(({ note }) => note);
    const later = () => (served.clock.at = new Date(served.clock.at.getTime() + 60_000));

    it('are the first one by the drafting unit, unless they say otherwise', async () => {
      const { id } = await drafted(served, { isPolicy: true });
      const first = await bound(served, id);
      later();
      const led = await bound(served, id, { interpreter: 'LEADER', title: '局长解读' });
      const shown = await read<{ document: { interpretations: object[] } }>(
        served,
        'query ($id: ID!) { document(id: $id) { interpretations { id stage interpreter } } }',
        { id },
        staff('EDITOR'),
      );
      expect(shown.document.interpretations).toEqual(
        expect.arrayContaining([
          { id: first.id, stage: 'FIRST', interpreter: 'DRAFTING_UNIT' },
          { id: led.id, stage: 'FIRST', interpreter: 'LEADER' },
        ]),
      );
      expect(await steps(id)).toEqual(['一图读懂', '局长解读']);
    });

    it('come a second time only for what is public, and the log says which they are', async () => {
      const { id } = await drafted(served);
      for (const stage of ['SECOND', 'FOLLOW_UP']) {
        expect(codesOf(await bound(served, id, { stage }))).toEqual(['STATUS_NOT_FITTING']);
      }
      await reviewed(served, id);
      await published(served, id);
      const second = await bound(served, id, { stage: 'SECOND', interpreter: 'EXPERT' }, staff('PUBLISHER'));
      expect((await served.entries()).at(-1)).toMatchObject({
        subject: 'INTERPRETATION',
        subjectId: second.id,
        payload: { stage: 'SECOND', interpreter: 'EXPERT' },
      });
    });

    it('are written anew and taken off until they are out', async () => {
      const { id } = await drafted(served, { isPolicy: true });
      const { id: one } = await bound(served, id);
      const { id: other } = await bound(served, id);
      for (const act of [amend, unbind]) {
        const by = (viewer: Viewer) => (act === amend ? amend(one, {}, viewer) : unbind(one, viewer));
        expect(codesOf(await by(null))).toEqual(['SIGN_IN_NEEDED']);
        expect(codesOf(await by(staff('REVIEWER')))).toEqual(['ROLE_NOT_ALLOWED']);
        expect(codesOf(await by(staff('EDITOR', '140522')))).toEqual(['REGION_NOT_ALLOWED']);
        expect(codesOf(await (act === amend ? amend('none') : unbind('none')))).toEqual(['NOT_FOUND']);
      }
      expect(codesOf(await amend(one, { forms: [], title: '', stage: 'SECOND' }))).toEqual([
        'VALUE_MISSING',
        'VALUE_MISSING',
        'STATUS_NOT_FITTING',
      ]);
      later();
      expect(await amend(one, { interpreter: 'EXPERT' })).toMatchObject({
        title: '专家解读',
        forms: ['EXPERT_INTERVIEW'],
        interpreter: 'EXPERT',
        publishedAt: null,
      });
      later();
      expect(await unbind(other)).toMatchObject({ id, interpretations: [{ id: one }] });
      expect(codesOf(await unbind(other))).toEqual(['NOT_FOUND']);
      expect((await steps(id)).slice(-2)).toEqual(['修改解读：专家解读', '解除关联：一图读懂']);
      await reviewed(served, id);
      await published(served, id);
      for (const late of [await amend(one), await unbind(one)]) expect(codesOf(late)).toEqual(['STATUS_NOT_FITTING']);
    });

    it('are withdrawn one by one while a policy document keeps any', async () => {
      const { id, interpretations } = await publishedPolicy(served);
      const [first] = interpretations as { id: string }[];
      const only = first?.id ?? '';
      expect(codesOf(await withdraw(only, '数据有误', null))).toEqual(['SIGN_IN_NEEDED']);
      expect(codesOf(await withdraw(only, '数据有误', staff('EDITOR')))).toEqual(['ROLE_NOT_ALLOWED']);
      expect(codesOf(await withdraw(only, ' '))).toEqual(['VALUE_MISSING', 'INTERPRETATION_MISSING']);
      const { id: second } = await bound(served, id, { stage: 'SECOND' }, staff('PUBLISHER'));
      const both = await Promise.all([withdraw(only), withdraw(second)]);
      expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Document', 'Refused']);
      expect(both.flatMap((one) => codesOf(one) ?? [])).toEqual(['INTERPRETATION_MISSING']);
      const last = (await served.entries()).at(-1);
      expect(last).toMatchObject({ kind: 'WITHDRAWN', subject: 'INTERPRETATION' });
      expect(last?.payload).toEqual({ reason: 'PUBLISHED_IN_ERROR', note: '数据有误' });
      expect((await steps(id)).at(-1)).toMatch(/^撤回解读：一图读懂（PUBLISHED_IN_ERROR）\n数据有误$/u);
      expect(await served.db.interpretation.count({ where: { documentId: id } })).toBe(1);
      const left = both.find(({ __typename }) => __typename === 'Document')?.['interpretations'] as { id: string }[];
      await withdrawn(served, id);
      expect(codesOf(await withdraw(left[0]?.id ?? ''))).toEqual(['STATUS_NOT_FITTING']);
    });
  });
});
