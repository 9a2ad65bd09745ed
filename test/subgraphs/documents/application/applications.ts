import type { ExecutionResult } from 'graphql';
import type { Viewer } from '../../../../core/viewer.ts';
import type { Database } from '../../../../prisma/storage/database.ts';
import { publishedYears } from '../../../../subgraphs/catalogue/store/published-years.ts';
import { drafted, type Outcome } from '../documents.ts';
import { AUTHORITY, COUNTY, institution, serveDocuments, staff, type ServedDocuments } from '../serve-documents.ts';

/** A hospital of the county. */
export const HOSPITAL = 'hospital-140521';

/** The documents subgraph with the published years of the working calendar, and a hospital beside the authority. */
export async function serveApplications(database: Database): Promise<ServedDocuments> {
  const served = await serveDocuments(database);
  const hospital = institution(HOSPITAL, COUNTY);
  await served.tell(
    { ...hospital, payload: { ...hospital.payload, kind: 'HOSPITAL' } },
    ...publishedYears()
      .filter(({ year }) => year >= 2025)
      .map((year) => yearTold(year)),
  );
  return served;
}

/** What the log tells of a year of the working calendar. */
export function yearTold(year: { readonly year: number; readonly holidays: unknown; readonly workdays: unknown }) {
  const payload = { ...year, isSample: false } as never;
  const about = { subject: 'WORKING_CALENDAR', subjectId: String(year.year), regionCode: '000000' } as const;
  return {
    ...about,
    kind: 'PUBLISHED',
    occurredAt: new Date('2026-11-01T00:00:00Z'),
    publisherId: null,
    payload,
  } as const;
}

/** An account of the office that handles applications. */
export function handler(subject = 'editor-1'): Viewer {
  return { ...staff('EDITOR', COUNTY, subject), institution: AUTHORITY };
}

const REFUSED = '... on Refused { refusals { code path message expected got rules } }';

/** What is selected of an application after each step. */
const SHOWN =
  'id registrationNumber stage receivedOn answerDueOn provisional isLate result answeredOn consultations { id kind party outcome answerBy } fee { amount basis quantity payBy paidOn } proactiveReview { id }';

/** An application as it may be received. */
export const APPLICATION = {
  office: AUTHORITY,
  route: 'IN_PERSON',
  receivedOn: '2026-11-02',
  describes: '2025年度医疗废物处置经费的支出明细',
  applicant: { name: '申请人甲', contact: '13900000000', identification: '140521199001010011', kind: 'NATURAL_PERSON' },
} as const;

interface Asked {
  readonly viewer?: Viewer | null;
  readonly shown?: string;
  readonly type?: string;
}

/** Runs a mutation. `args` are GraphQL arguments by name, each with its type, such as `id: ID!`. */
export async function mutated(
  served: ServedDocuments,
  name: string,
  args: Readonly<Record<string, readonly [type: string, value: unknown]>>,
  { viewer = handler(), shown = SHOWN, type = 'DisclosureApplication' }: Asked = {},
): Promise<Outcome> {
  const { data, errors } = await asked(served, name, args, { viewer, shown, type });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as { answer: Outcome }).answer;
}

/** The same with whatever comes of it. */
export function asked(
  served: ServedDocuments,
  name: string,
  args: Readonly<Record<string, readonly [type: string, value: unknown]>>,
  { viewer, shown, type }: { viewer: Viewer | null; shown: string; type: string },
): Promise<ExecutionResult> {
  const declared = Object.entries(args).map(([arg, [kind]]) => `$${arg}: ${kind}`);
  const handed = Object.keys(args).map((arg) => `${arg}: $${arg}`);
  const text = `mutation (${declared.join(', ')}) {
    answer: ${name}(${handed.join(', ')}) { __typename ... on ${type} { ${shown} } ${REFUSED} } }`;
  const values = Object.fromEntries(Object.entries(args).map(([arg, [, value]]) => [arg, value]));
  return served.ask(text, values, viewer);
}

/** Registers an application; `input` overrides what stands in {@link APPLICATION}. */
export function received(
  served: ServedDocuments,
  input: object = {},
  viewer: Viewer | null = handler(),
): Promise<Outcome> {
  const whole = { ...APPLICATION, ...input };
  return mutated(served, 'receiveApplication', { input: ['ReceiveApplicationInput!', whole] }, { viewer });
}

/** A document that was signed for issue and is disclosed on request. */
export async function approved(served: ServedDocuments): Promise<Outcome> {
  const document = await drafted(served, { attribute: 'ON_REQUEST', ground: '政府信息公开条例 第十六条' });
  await served.db.document.update({ where: { id: document.id }, data: { status: 'APPROVED' } });
  return document;
}

/** Steps by their plain arguments. */
export function stepsOf(served: ServedDocuments) {
  const day = (value: string) => ['Date!', value] as const;
  return {
    askForCorrection: (id: string, askedOn: string, correctBy: string, what = '请明确年度') =>
      mutated(served, 'askForCorrection', {
        ...{ id: ['ID!', id], askedOn: day(askedOn), correctBy: day(correctBy), what: ['String!', what] },
      }),
    recordCorrection: (id: string, correctedOn: string) =>
      mutated(served, 'recordCorrection', { id: ['ID!', id], correctedOn: day(correctedOn) }),
    consultThirdParty: (id: string, sentOn: string, deliveredOn: string | null = null) =>
      mutated(served, 'consultThirdParty', {
        ...{ id: ['ID!', id], party: ['String!', '第三方乙'], sentOn: day(sentOn), deliveredOn: ['Date', deliveredOn] },
      }),
    reply: (consultation: string, repliedOn: string, reply: string, isReasonable: boolean | null = null) =>
      mutated(served, 'recordConsultationReply', {
        ...{ consultation: ['ID!', consultation], repliedOn: day(repliedOn) },
        ...{ reply: ['ConsultationReply!', reply], isReasonable: ['Boolean', isReasonable] },
      }),
    extend: (id: string, days: number, toldOn: string, approvedBy = 'head-1') =>
      mutated(served, 'extendApplication', {
        ...{ id: ['ID!', id], days: ['Int!', days], toldOn: day(toldOn) },
        ...{ approvedBy: ['String!', approvedBy], reason: ['String!', '案情复杂'] },
      }),
    notifyFee: (id: string, notifiedOn: string, basis = 'BY_ITEM', pages: number | null = null) =>
      mutated(served, 'notifyFee', {
        ...{ id: ['ID!', id], basis: ['FeeBasis!', basis], pages: ['Int', pages], notifiedOn: day(notifiedOn) },
      }),
    recordFeePaid: (id: string, paidOn: string) =>
      mutated(served, 'recordFeePaid', { id: ['ID!', id], paidOn: day(paidOn) }),
    answer: (
      id: string,
      result: string,
      answeredOn: string,
      more: { viewer?: Viewer; document?: string; repeats?: string } = {},
    ) =>
      mutated(
        served,
        'answerApplication',
        {
          ...{ id: ['ID!', id], result: ['ApplicationResult!', result], answeredOn: day(answeredOn) },
          ...{
            note: ['String!', '现予答复'],
            document: ['ID', more.document ?? null],
            repeats: ['ID', more.repeats ?? null],
          },
        },
        { viewer: more.viewer ?? handler() },
      ),
    archive: (id: string) => mutated(served, 'archiveApplication', { id: ['ID!', id] }),
  };
}
