import type { NewEntry } from '../../../../core/change.ts';
import type { Viewer } from '../../../../core/viewer.ts';
import type { Database } from '../../../../prisma/storage/database.ts';
import { publishedYears } from '../../../../subgraphs/catalogue/store/published-years.ts';
import { COUNTY } from '../events.ts';
import { OFFICES } from '../opinion/offices.ts';
import { serveSentiment, staff, type ServedSentiment } from '../serve-sentiment.ts';

/** A Monday morning in Shanghai; the year 2026 is published in full, 2027 is not. */
export const RECEIVED = new Date('2026-11-23T02:00:00.000Z');

/** What an inquiry shows to staff. */
const SHOWN = `id receipt stage kind route topic title isSatisfied receivedAt answeredAt closedAt office { id } body name contact
  deadlines { kind round dueAt state isOverdue isProvisional metAt rules trace { on counted why } alarms { stage dueAt } }
  steps { kind at by note office { id } days toldOn evidence { title url } } repeats { id } possibleRepeats { id }`;
const REFUSED = '... on Refused { refusals { code path message expected got rules } }';

export interface ShownDeadline {
  readonly kind: string;
  readonly round: number;
  readonly dueAt: string;
  readonly state: string;
  readonly isOverdue: boolean;
  readonly isProvisional: boolean;
  readonly metAt: string | null;
  readonly rules: readonly string[];
  readonly trace: readonly { readonly on: string; readonly counted: boolean; readonly why: string }[];
  readonly alarms: readonly { readonly stage: string; readonly dueAt: string }[];
}

/** What comes of an inquiry, or of why a step was refused. */
export interface ShownInquiry {
  readonly id: string;
  readonly receipt: string;
  readonly stage: string;
  readonly title: string | null;
  readonly topic: string | null;
  readonly office: { readonly id: string } | null;
  readonly deadlines: readonly ShownDeadline[];
  readonly steps: readonly {
    readonly kind: string;
    readonly note: string | null;
    readonly office: { id: string } | null;
  }[];
  readonly possibleRepeats: readonly { readonly id: string }[];
  readonly refusals?: readonly {
    readonly code: string;
    readonly path: readonly string[];
    readonly message: string;
    readonly expected: string | null;
    readonly got: string | null;
  }[];
  readonly [field: string]: unknown;
}

/** The subgraph with offices and the published years of the working calendar. */
export async function serveInquiries(database: Database): Promise<ServedSentiment> {
  const served = await serveSentiment(database);
  served.clock.at = RECEIVED;
  await served.tell(
    ...OFFICES,
    ...publishedYears()
      .filter(({ year }) => year >= 2025)
      .map(yearTold),
  );
  return served;
}

/** What the log tells of a year of the working calendar. */
export function yearTold(year: {
  readonly year: number;
  readonly holidays: unknown;
  readonly workdays: unknown;
}): NewEntry {
  return {
    ...{ kind: 'REVISED', subject: 'WORKING_CALENDAR', subjectId: String(year.year), regionCode: '000000' },
    ...{ occurredAt: RECEIVED, publisherId: null, payload: { ...year, isSample: false } as never },
  };
}

/** A step with an inquiry; which types its arguments have is read off their names. */
const TYPES: Readonly<Record<string, string>> = {
  assignInquiry: 'AssignInquiryInput',
  superviseInquiry: 'SuperviseInquiryInput',
  extendInquiry: 'ExtendInquiryInput',
  answerInquiry: 'AnswerInquiryInput',
  rateInquiry: 'RateInquiryInput',
  reworkInquiry: 'ReasonedInquiryStepInput',
  markInquiryRepeated: 'NotedInquiryStepInput',
  closeInquiry: 'NotedInquiryStepInput',
  objectToInquiry: 'ReasonedInquiryStepInput',
  acceptPetition: 'NotedInquiryStepInput',
  declinePetition: 'ReasonedInquiryStepInput',
  requestPetitionReview: 'RequestPetitionReviewInput',
  decidePetitionReview: 'DecidePetitionReviewInput',
};
export const STEPS = Object.keys(TYPES);

/** Takes a step, as a publisher of the prefecture when not said otherwise. */
export async function step(
  served: ServedSentiment,
  name: string,
  { id, input = {}, of }: { readonly id: string; readonly input?: object; readonly of?: string },
  viewer: Viewer | null = staff('PUBLISHER'),
): Promise<ShownInquiry> {
  const needsInput = !['acceptPetition', 'closeInquiry', 'markInquiryRepeated'].includes(name);
  const type = `${TYPES[name] ?? ''}${needsInput ? '!' : ''}`;
  const [declared, given] = name === 'markInquiryRepeated' ? [', $of: ID!', ', of: $of'] : ['', ''];
  const text = `mutation ($id: ID!, $input: ${type}${declared}) { answer: ${name}(id: $id, input: $input${given}) {
    __typename ... on Inquiry { ${SHOWN} } ${REFUSED} } }`;
  return outcome(await served.ask(text, { id, input, ...(of === undefined ? {} : { of }) }, viewer));
}

/** Records a question as an editor; `input` overrides what stands here. */
export async function received(
  served: ServedSentiment,
  input: object = {},
  viewer: Viewer | null = staff('EDITOR'),
): Promise<ShownInquiry> {
  const text = `mutation ($input: ReceiveInquiryInput!) { answer: receiveInquiry(input: $input) {
    __typename ... on Inquiry { ${SHOWN} } ${REFUSED} } }`;
  const whole = {
    ...{ region: COUNTY, route: 'WEBSITE_MESSAGE', kind: 'CONSULTATION' },
    ...{ title: '医保报销比例咨询', body: '请问住院报销比例是多少？' },
    ...input,
  };
  return outcome(await served.ask(text, { input: whole }, viewer));
}

/** The inquiry as staff see it now. */
export async function seen(served: ServedSentiment, id: string, viewer: Viewer | null = staff('EDITOR')) {
  const text = `query ($id: ID!) { answer: inquiry(id: $id) { ${SHOWN} } }`;
  return outcome(await served.ask(text, { id }, viewer));
}

function outcome({ data, errors }: { data?: unknown; errors?: unknown }): ShownInquiry {
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as { answer: ShownInquiry }).answer;
}

/** The codes of a refusal; undefined when there was none. */
export function codesOf({ refusals }: ShownInquiry): readonly string[] | undefined {
  return refusals?.map(({ code }) => code);
}

/** The deadline of a kind that was set last. */
export function deadline({ deadlines }: ShownInquiry, kind: string): ShownDeadline {
  const found = deadlines.filter((one) => one.kind === kind).toSorted((one, other) => one.round - other.round);
  const last = found.at(-1);
  if (last === undefined)
    throw new Error(`expected a deadline ${kind}, got ${deadlines.map((one) => one.kind).join()}`);
  return last;
}

/** The last instant of a civil day in Shanghai. */
export function endOf(day: string): string {
  return `${day}T15:59:59.999Z`;
}
