import { changed } from '../asked.ts';
import { bound, drafted, published, publishedPolicy, reviewed, withdrawn } from '../documents.ts';
import { change, discussed, linked, listed, publishedCatalogue, atNoon } from '../decision/decisions.ts';
import { changeReport, WHOLE } from '../report/reports.ts';
import { AUTHORITY, COUNTY, staff, type ServedDocuments } from '../serve-documents.ts';

/** What a county made public by its commands, as far as tests speak of it by name. */
export interface CountyStory {
  readonly superior: string;
  readonly carriedOut: string;
  /** Repealed by {@link successor} on 1 January 2027. */
  readonly repealed: string;
  readonly successor: string;
  /** Ends with 31 December 2026. */
  readonly ending: string;
  readonly gone: string;
  readonly decision: string;
}

const CLEAN_UP = { name: 'publishCleanUp', declares: '$input: PublishCleanUpInput!', selects: '... on CleanUp { id }' };
const RELATE = {
  name: 'relateDocument',
  declares: '$id: ID!, $relates: [RelatedDocumentInput!]!',
  selects: '... on Document { id }',
};
const TARGETS = {
  name: 'setIssuerTargets',
  declares: '$issuer: ID!, $year: Int!, $diversifiedRate: Float, $meetingsAttended: Int',
  selects: '... on IssuerTarget { year }',
};
const UNEXPLAIN = {
  name: 'withdrawInterpretation',
  declares: '$id: ID!, $reason: WithdrawalReason!, $note: String!',
  selects: '... on Document { id }',
};

/** Lets a county do all that its log tells of documents, by its real commands. */
export async function countyStory(county: ServedDocuments): Promise<CountyStory> {
  atNoon(county, '2026-03-02');
  const decision = await decisionStory(county);
  county.clock.at = new Date('2026-11-23T02:00:00.000Z');
  const documents = await documentStory(county);
  await changed(county, TARGETS, { issuer: AUTHORITY, year: 2026, diversifiedRate: 0.25, meetingsAttended: 2 });
  await changed(county, TARGETS, { issuer: AUTHORITY, year: 2026, diversifiedRate: 0.5 });
  await changeReport(county, 'publishAnnualReport', WHOLE);
  await changeReport(county, 'publishAnnualReport', { entered: { permits: 13 } });
  return { ...documents, decision };
}

/** A decision from the catalogue to the answer to the public, and one that is given up. */
async function decisionStory(county: ServedDocuments): Promise<string> {
  const [id, other] = [await listed(county, '疾控体系改革'), await listed(county, '县域医共体')];
  await publishedCatalogue(county);
  await discussed(county, id);
  const document = (await drafted(county, { title: '改革方案', issuedOn: '2026-06-12' })).id;
  await reviewed(county, document);
  await published(county, document);
  await change(county, 'recordDecisionDocument', { id, document });
  await linked(county, id, 'RESULT', { url: null, document });
  const input = { opinionsCollected: 3, opinionsAdopted: 1, notAdoptedReasons: '与上位法不一致' };
  await change(county, 'publishDecisionFeedback', { id, input });
  await change(county, 'abandonDecision', { id: other, reason: '情况变化' });
  const late = await listed(county, '托育服务');
  await discussed(county, late);
  await change(county, 'recordDecisionDocument', { id: late, document });
  return id;
}

async function documentStory(county: ServedDocuments) {
  const numbered = (number: number, more: object = {}) => ({
    ...{ documentNumber: `沁卫发〔2026〕${String(number)}号`, catalogueItems: ['item-a', 'item-b'] },
    ...{ isNormative: true, theme: '卫生健康', genre: '办法', issuedOn: '2026-11-01', ...more },
  });
  const superior = (await publishedPolicy(county, numbered(1, { title: '上级文件' }))).id;
  const carriedOut = (await publishedPolicy(county, numbered(2, { superior, body: '鼋鼍 落实 ＣＯＶＩＤ-19 措施' })))
    .id;
  const repealed = (await publishedPolicy(county, numbered(3))).id;
  const ending = (await publishedPolicy(county, numbered(4, { expiresOn: '2026-12-31' }))).id;
  const amended = (await publishedPolicy(county, numbered(5))).id;
  const gone = (await publishedPolicy(county, numbered(6, { title: '印发有误的通知' }))).id;
  const successor = await relating(county, numbered(7, { effectiveOn: '2027-01-01' }), [
    { document: repealed, kind: 'REPEALS' },
  ]);
  await relating(county, numbered(8), [
    { document: amended, kind: 'AMENDS' },
    { document: gone, kind: 'AMENDS' },
  ]);
  await explainedTwice(county, amended);
  await cleanedUp(county, [superior, gone], ending);
  await withdrawn(county, gone);
  return { superior, carriedOut, repealed, ending, gone, successor };
}

async function relating(county: ServedDocuments, input: object, relates: readonly object[]): Promise<string> {
  const { id } = await drafted(county, { isPolicy: true, ...input });
  await changed(county, RELATE, { id, relates }, staff('EDITOR'));
  await bound(county, id);
  await reviewed(county, id);
  await published(county, id);
  return id;
}

/** Gives a second interpretation and takes the first one back. */
async function explainedTwice(county: ServedDocuments, document: string): Promise<void> {
  const [first] = await county.db.interpretation.findMany({ where: { documentId: document } });
  await bound(county, document, { title: '二次解读', forms: ['TEXT', 'SCENE'] }, staff('PUBLISHER', COUNTY));
  const taken = { id: first?.id, reason: 'PUBLISHED_IN_ERROR', note: '图表有误' };
  await changed(county, UNEXPLAIN, taken, staff('PUBLISHER', COUNTY));
}

async function cleanedUp(county: ServedDocuments, kept: readonly string[], toBeAmended: string): Promise<void> {
  const all = await county.db.document.findMany({ where: { isNormative: true, status: 'PUBLISHED' } });
  const results = all.map(({ id }) => {
    if (kept.includes(id)) return { document: id, outcome: 'KEPT', note: '继续有效' };
    return { document: id, outcome: id === toBeAmended ? 'TO_BE_AMENDED' : 'KEPT' };
  });
  const input = { issuer: AUTHORITY, title: '清理结果', asOf: '2026-11-20', results };
  await changed(county, CLEAN_UP, { input });
}
