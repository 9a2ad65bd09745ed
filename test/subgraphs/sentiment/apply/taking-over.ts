import { CHANGE_SUBJECTS } from '../../../../core/change.ts';
import type { LogEntry } from '../../../../feed/entry.ts';
import { inTransaction } from '../../../../prisma/storage/bulk-session.ts';
import type { HeldEntry } from '../../../../subgraphs/kit/applier.ts';
import { sentiment } from '../../../../subgraphs/sentiment/index.ts';
import { COUNTY } from '../events.ts';
import { staff, type ServedSentiment } from '../serve-sentiment.ts';

/** What the public can ask that the log tells. */
const PUBLIC = `{
  opinionEvents(region: "${COUNTY}", first: 50) { totalCount nodes {
    id title topic severity status stage detectedAt isSample region { code } places { code } coordinatedBy { code } responsible { id }
    respondedAt closedAt responseDueAt verificationDueAt isOverdue
    responses { id kind body publishedAt channels isSample event { id } refutes { id claim } }
    rumours { id claim refutedBy { id } }
    deadlines { kind startedAt dueAt rules working round metAt state isOverdue isProvisional trace { on }
      alarms { stage reachedAt firedAt dueAt } } } }
  overdue: opinionEvents(overdue: true) { nodes { id } }
  topical: opinionEvents(topic: "就医") { totalCount nodes { id } }
  knowledgeAnswers(region: "${COUNTY}", first: 50) { totalCount nodes { id region { code } office { id } topic question answer
    isSpecialResponse version publishedAt revisedAt withdrawnAt isSample reviewOn isDueForReview } }
  found: knowledgeAnswers(region: "${COUNTY}", text: "接种 门诊") { nodes { id question } }
  monthlyFigures(region: "${COUNTY}", month: "2026-10") { id region { code } month revision publishedAt isSample
    figures { eventsDetected eventsAnsweredOnTime inquiriesReceived eventOnTimeRate satisfiedRate } }
  responsePerformance(region: "${COUNTY}", from: "2026-11-01", to: "2026-11-30") {
    events respondedOnTime respondedLate open overdue medianHoursToRespond
    bySeverity { severity events respondedOnTime respondedLate open }
    byOffice { office { id } events respondedOnTime } byRegion { region { code } events } } }`;

/** Everything that the public is shown. */
export async function publicView(served: ServedSentiment): Promise<unknown> {
  const { data, errors } = await served.ask(PUBLIC);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** Entries as a city holds them that pulled them from the county. */
export function held(entries: readonly LogEntry[]): readonly HeldEntry[] {
  return entries
    .filter(({ subject }) => sentiment.applier?.subjects.includes(subject))
    .map((entry) => ({ ...entry, lane: COUNTY }));
}

/** Takes entries over in one transaction. */
export async function take({ database }: ServedSentiment, entries: readonly HeldEntry[]): Promise<void> {
  const { applier } = sentiment;
  if (applier === null) throw new Error('Expected the subgraph to take over what others publish.');
  const client = await database.pool.connect();
  try {
    await inTransaction(client, (tx) => applier.apply(tx, entries, NO_FILES));
  } finally {
    client.release();
  }
}

const NO_FILES = {
  lines: (path: string): never => {
    throw new Error(`Expected no file to be asked for, got ${path}.`);
  },
};

/** What a snapshot of the same hub has: the last entry of each subject that is live, sorted by subject and then by id. */
export function snapshotOf(entries: readonly HeldEntry[]): readonly HeldEntry[] {
  const last = new Map(entries.map((entry) => [`${entry.subject} ${entry.subjectId}`, entry]));
  const place = ({ subject }: HeldEntry): number => CHANGE_SUBJECTS.indexOf(subject);
  return [...last.values()]
    .filter(({ kind }) => kind !== 'WITHDRAWN')
    .sort((one, other) => place(one) - place(other) || (one.subjectId < other.subjectId ? -1 : 1));
}

/** All that stands in the tables that entries are written to and is not withdrawn, as text. */
export async function stored({ database }: ServedSentiment): Promise<string> {
  const tables = ['opinion_event', 'opinion_response', 'rumour', 'response_clock', 'deadline_alarm', 'monthly_figures'];
  const texts: string[] = [];
  for (const rows of [...tables, '(select * from sentiment.knowledge_answer where withdrawn_at is null)']) {
    const table = rows.startsWith('(') ? rows : `sentiment.${rows}`;
    const found = await database.pool.query<{ all: string }>(
      `select coalesce(json_agg(t order by t.id), '[]')::text as all from ${table} t`,
    );
    texts.push(`${rows}: ${found.rows[0]?.all ?? ''}`);
  }
  return texts.join('\n');
}

/** Empties the tables that entries are written to. */
export async function emptied({ database }: ServedSentiment): Promise<void> {
  await database.pool.query(
    'truncate sentiment.opinion_event, sentiment.knowledge_answer, sentiment.monthly_figures cascade',
  );
}

/** Publishes the figures of a month of the county. */
export async function publishFigures(served: ServedSentiment, month: string): Promise<void> {
  const text = `mutation { publishMonthlyFigures(region: "${COUNTY}", month: "${month}") { __typename } }`;
  const { data } = await served.ask(text, {}, staff('PUBLISHER'));
  if (JSON.stringify(data) !== '{"publishMonthlyFigures":{"__typename":"MonthlyFigures"}}')
    throw new Error(`Expected figures, got ${JSON.stringify(data)}.`);
}
