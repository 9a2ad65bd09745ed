import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDateOf, yearOf } from '../../../../core/civil-date.ts';
import { DATABASE_KINDS } from '../../../support/databases.ts';
import { read } from '../asked.ts';
import { AUTHORITY, serveDocuments, type ServedDocuments } from '../serve-documents.ts';
import { store, type StoredDocument } from '../stored-documents.ts';

const TEXT = `query InterpretationPerformance($region: ID!, $year: Int!) {
  interpretationPerformance(region: $region, year: $year) {
    documentsDue interpreted diversified multiChannel diversifiedRate multiChannelRate
    targets { diversifiedRate multiChannelRate issuer { id } } } }`;

interface Listed {
  readonly totalCount: number;
  readonly pageInfo?: { readonly endCursor: string };
  readonly edges: readonly object[];
}

/** What the rules say, one document after another. */
function naive(documents: readonly StoredDocument[], region: string, year: number) {
  const prefix = region.replace(/(?:00)+$/, '');
  const due = documents.filter(
    ({ status, attribute, isPolicy, regionCode, publishedAt }) =>
      status === 'PUBLISHED' &&
      attribute === 'PROACTIVE' &&
      isPolicy === true &&
      regionCode?.startsWith(prefix) === true &&
      yearOf(civilDateOf(publishedAt)) === year,
  );
  const count = (has: (all: NonNullable<StoredDocument['interpretations']>) => boolean) =>
    due.filter(({ interpretations = [] }) => has(interpretations)).length;
  const diversified = count((all) => all.some(({ forms }) => forms.some((form) => form !== 'TEXT')));
  const multiChannel = count((all) => new Set(all.flatMap(({ channels }) => channels)).size >= 2);
  const rate = (part: number) => (due.length === 0 ? null : part / due.length);
  return {
    documentsDue: due.length,
    interpreted: count((all) => all.length > 0),
    diversified,
    multiChannel,
    diversifiedRate: rate(diversified),
    multiChannelRate: rate(multiChannel),
  };
}

const anInterpretation = fc.record({
  forms: fc.uniqueArray(fc.constantFrom('TEXT' as const, 'CHART' as const, 'SCENE' as const), { minLength: 1 }),
  channels: fc.uniqueArray(fc.constantFrom('OTHER' as const, 'NEW_MEDIA' as const, 'BROADCAST' as const), {
    minLength: 1,
  }),
});
const aDocument = fc.record({
  regionCode: fc.constantFrom('140500', '140521', '140428'),
  status: fc.constantFrom('PUBLISHED' as const, 'PUBLISHED' as const, 'WITHDRAWN' as const),
  attribute: fc.constantFrom('PROACTIVE' as const, 'PROACTIVE' as const, 'ON_REQUEST' as const),
  isPolicy: fc.boolean(),
  // The turn of the year in Shanghai, and the instants to either side of it.
  publishedAt: fc
    .constantFrom('2025-12-31T15:59:59.999Z', '2025-12-31T16:00:00.000Z', '2026-06-01T00:00:00.000Z')
    .map((at) => new Date(at)),
  interpretations: fc.array(anInterpretation, { maxLength: 3 }),
});

describe.each(DATABASE_KINDS)('interpretation performance on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedDocuments;
    beforeAll(async () => {
      served = await serveDocuments(await openMigrated());
    });
    afterAll(() => served.close());

    const asked = async (region: string, year: number) => {
      const { data, errors } = await served.ask(TEXT, { region, year });
      expect(errors).toBeUndefined();
      return (data as { interpretationPerformance: Record<string, unknown> }).interpretationPerformance;
    };

    it(
      'is what counting one document after another gives, by one statement and one for the targets',
      { timeout: 60_000 },
      async () => {
        const region = fc.constantFrom('140000', '140500', '140521');
        await fc.assert(
          fc.asyncProperty(fc.array(aDocument, { maxLength: 15 }), region, async (made, code) => {
            const documents = made.map((document, index): StoredDocument => ({
              ...document,
              id: `document-${String(index)}`,
            }));
            await store(served, documents);
            served.statements();
            expect(await asked(code, 2026)).toEqual({ ...naive(documents, code, 2026), targets: [] });
            expect(served.statements()).toHaveLength(2);
          }),
          { numRuns: 40 },
        );
      },
    );

    it('stands beside what each issuer set itself for the year', async () => {
      await served.db.issuerTarget.createMany({
        data: [
          { issuerId: AUTHORITY, year: 2026, regionCode: '140521', diversifiedRate: '0.9', multiChannelRate: '0.9' },
          { issuerId: AUTHORITY, year: 2025, regionCode: '140521', diversifiedRate: '0.6', multiChannelRate: null },
          { issuerId: 'other', year: 2026, regionCode: '140428', diversifiedRate: '0.5', multiChannelRate: null },
        ],
      });
      const own = { diversifiedRate: 0.9, multiChannelRate: 0.9, issuer: { id: AUTHORITY } };
      const other = { diversifiedRate: 0.5, multiChannelRate: null, issuer: { id: 'other' } };
      expect((await asked('140500', 2026))['targets']).toEqual([own]);
      expect((await asked('140000', 2026))['targets']).toEqual([other, own]);
      expect((await asked('140500', 2025))['targets']).toEqual([
        { ...own, diversifiedRate: 0.6, multiChannelRate: null },
      ]);
      expect((await asked('140500', 2024))['targets']).toEqual([]);
    });

    it('of each issuer stands against its target, and what pulls it down is listed', async () => {
      const publishedAt = new Date('2026-05-01T00:00:00Z');
      const made = (id: string, issuerId: string, interpretations: StoredDocument['interpretations'] = []) => ({
        ...{ id, issuerId, publishedAt, interpretations },
        regionCode: issuerId === 'a' ? '140521' : '140522',
      });
      const [good, plain] = [
        {
          forms: ['CHART' as const],
          channels: ['OTHER' as const, 'NEW_MEDIA' as const],
          interpreter: 'LEADER' as const,
        },
        { forms: ['TEXT' as const], channels: ['OTHER' as const], interpreter: 'LEADER' as const },
      ];
      const before = { ...plain, publishedAt: new Date('2025-12-31T15:59:59.999Z') };
      await store(served, [
        ...Array.from({ length: 9 }, (_, index) => made(`a-${String(index)}`, 'a', [good])),
        made('a-text', 'a', [before]),
        made('b-none', 'b'),
        made('b-text', 'b', [plain]),
      ]);
      await served.db.issuerTarget.deleteMany();
      const target = { year: 2026, diversifiedRate: '0.9', multiChannelRate: '0.9', leaderInterpretations: 9 };
      await served.db.issuerTarget.createMany({
        data: [
          { ...target, issuerId: 'a', regionCode: '140521' },
          { ...target, issuerId: 'c', regionCode: '140524', leaderInterpretations: 2 },
        ],
      });
      const list = `totalCount edges { node { id } }`;
      const text = `query ($region: ID!, $issuer: ID, $after: String) { interpretationPerformance(region: $region, year: 2026) {
        documentsDue interpreted diversified multiChannel leaderInterpretations
        issuers(first: 2, after: $after) { totalCount pageInfo { endCursor } edges { node { issuer { id } documentsDue interpreted diversified
          diversifiedRate diversifiedTarget meetsDiversified meetsMultiChannel leaderInterpretations leaderTarget meetsLeaderInterpretations } } }
        notInterpreted(issuer: $issuer) { ${list} } textOnly(issuer: $issuer) { ${list} } oneChannel(issuer: $issuer, first: 1) { ${list} } } }`;
      served.statements();
      const answer = await read<{ interpretationPerformance: Record<string, Listed> }>(served, text, {
        region: '140500',
      });
      expect(served.statements()).toHaveLength(12);
      const all = answer.interpretationPerformance;
      expect(all).toMatchObject({ documentsDue: 12, interpreted: 11, diversified: 9, leaderInterpretations: 10 });
      expect(all['notInterpreted']).toEqual({ totalCount: 1, edges: [{ node: { id: 'b-none' } }] });
      expect(all['textOnly']).toEqual({
        totalCount: 2,
        edges: [{ node: { id: 'b-text' } }, { node: { id: 'a-text' } }],
      });
      expect(all['oneChannel']).toEqual({ totalCount: 2, edges: [{ node: { id: 'b-text' } }] });
      const own = { documentsDue: 10, interpreted: 10, diversified: 9, diversifiedRate: 0.9, diversifiedTarget: 0.9 };
      const met = { meetsDiversified: true, meetsMultiChannel: true, meetsLeaderInterpretations: true };
      const open = { diversifiedTarget: null, leaderTarget: null, meetsDiversified: null, meetsMultiChannel: null };
      expect(all['issuers']).toMatchObject({
        totalCount: 3,
        edges: [
          { node: { issuer: { id: 'a' }, ...own, ...met, leaderInterpretations: 9, leaderTarget: 9 } },
          { node: { issuer: { id: 'b' }, ...open, documentsDue: 2, leaderInterpretations: 1, diversifiedRate: 0 } },
        ],
      });
      const rest = await read<{ interpretationPerformance: Record<string, Listed> }>(served, text, {
        region: '140500',
        issuer: 'a',
        after: all['issuers']?.pageInfo?.endCursor,
      });
      expect(rest.interpretationPerformance['issuers']?.edges).toMatchObject([
        {
          node: {
            issuer: { id: 'c' },
            documentsDue: 0,
            diversifiedRate: null,
            meetsDiversified: null,
            meetsLeaderInterpretations: false,
          },
        },
      ]);
      expect(rest.interpretationPerformance['textOnly']).toEqual({
        totalCount: 1,
        edges: [{ node: { id: 'a-text' } }],
      });
    });

    it.each([0, 9999])('is refused for a year that is none: %i', async (year) => {
      const { errors } = await served.ask(TEXT, { region: '140500', year });
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    });

    it('is refused for a region that is none', async () => {
      const { errors } = await served.ask(TEXT, { region: '晋城', year: 2026 });
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    });
  });
});
