import { CHANGE_SUBJECTS } from '../../../../core/change.ts';
import type { LogEntry } from '../../../../feed/entry.ts';
import { inTransaction } from '../../../../prisma/storage/bulk-session.ts';
import { applier } from '../../../../subgraphs/documents/apply/applier.ts';
import { latestOf, type HeldEntry, type HubFiles } from '../../../../subgraphs/kit/applier.ts';
import { read } from '../asked.ts';
import { COUNTY, type ServedDocuments } from '../serve-documents.ts';

const NO_FILES: HubFiles = {
  lines: (path) => {
    throw new Error(`No file is expected to be read, got ${path}`);
  },
};

/** Entries of a county's log as a city pulls them, of the subjects that documents own. */
export function held(entries: readonly LogEntry[]): readonly HeldEntry[] {
  return entries
    .filter(({ subject }) => applier.subjects.includes(subject))
    .map((entry) => ({ ...entry, lane: COUNTY }));
}

/** Takes entries over in one transaction. */
export async function take({ database }: ServedDocuments, entries: readonly HeldEntry[]): Promise<void> {
  const client = await database.pool.connect();
  try {
    await inTransaction(client, (tx) => applier.apply(tx, entries, NO_FILES));
  } finally {
    client.release();
  }
}

/** What stands now, as an export gives it: by subject, then by id. */
export function snapshotOf(entries: readonly HeldEntry[]): readonly HeldEntry[] {
  const rank = ({ subject }: HeldEntry) => CHANGE_SUBJECTS.indexOf(subject);
  return latestOf(entries)
    .filter(({ kind }) => kind !== 'WITHDRAWN')
    .toSorted((one, other) => rank(one) - rank(other) || (one.subjectId < other.subjectId ? -1 : 1));
}

/** Those that name what may have come after them, which are taken over once more when all are there. */
export function referring(entries: readonly HeldEntry[]): readonly HeldEntry[] {
  return entries.filter(({ subject, payload }) =>
    (applier.references[subject] ?? []).some((member) => {
      const named = payload[member];
      return Array.isArray(named) ? named.length > 0 : named != null;
    }),
  );
}

const TABLES = [
  ...['document', 'document_item', 'document_relation', 'document_search', 'interpretation', 'clean_up'],
  ...['clean_up_result', 'issuer_target', 'decision_catalogue', 'major_decision', 'decision_step', 'decision_meeting'],
  ...['decision_link', 'annual_report'],
];

/** All rows as they are stored, but for numbers that only say in which order they were written. */
export async function stored({ database }: ServedDocuments): Promise<Readonly<Record<string, readonly string[]>>> {
  const all: Record<string, string[]> = {};
  for (const table of TABLES) all[table] = await rowsOf(database, `select t::text as row from documents.${table} t`);
  const steps = 'select (document_id, kind, taken_by, taken_at, note)::text as row from documents.document_step';
  return { ...all, document_step: await rowsOf(database, steps) };
}

async function rowsOf({ pool }: ServedDocuments['database'], sql: string): Promise<string[]> {
  const { rows } = await pool.query<{ row: string }>(`${sql} order by 1`);
  return rows.map(({ row }) => row);
}

/** Empties a city of all that it took over. */
export async function emptied({ database }: ServedDocuments): Promise<void> {
  const roots = ['document', 'clean_up', 'issuer_target', 'decision_catalogue', 'annual_report'];
  await database.pool.query(`truncate ${roots.map((table) => `documents.${table}`).join(', ')} cascade`);
}

const DOCUMENT = `id title body documentNumber indexNumber attribute isPolicy isNormative isEnterpriseRelated theme genre
  disclosureClause origin isLegacy provenance validity validityChangedAt issuedOn effectiveOn expiresOn status publishedAt
  withdrawnAt isSample issuer { id } leadIssuer { id } superior { id } amends { id } repeals { id } amendedBy { id }
  repealedBy { id } catalogueItems { id } consultation { opensOn }
  interpretations { id title body forms channels stage interpreter publishedAt isSample document { id } }`;
const VIEW = `query {
  documents(first: 100) { totalCount edges { node { ${DOCUMENT} } } }
  found: documents(first: 100, filter: { text: "covid19措施 鼋", region: "140521" }) { totalCount edges { node { id } } }
  byNumber: documents(filter: { documentNumber: "沁卫发〔2026〕3号" }) { totalCount edges { node { id } } }
  ofItem: documents(first: 100, filter: { item: "item-a" }) { totalCount }
  documentThemes(region: "140500") { theme documents inForce }
  cleanUps(region: "140500", first: 10) { edges { node { id title asOf publishedAt isSample issuer { id }
    results(first: 100) { totalCount edges { node { documentId outcome note document { id } } } } } } }
  decisionCatalogues(region: "140500", year: 2026, on: "2026-11-23") { issuer { id } publishedAt isLate catalogue {
    id year publishedAt isSample region { code } decisions { id title undertaker plannedFor stage decidedOn abandonedReason
      isSample document { id } consultation { opensOn closesOn shorteningReason channels } steps { kind on takenBy }
      links { kind title url document { id } }
      meeting { heldOn publicRepresentatives opinionsVoiced opinionsAdopted }
      feedback { dueOn provisional publishedAt opinionsCollected opinionsAdopted notAdoptedReasons } } } }
  annualReports(region: "140500", year: 2025, on: "2026-11-23") { office { id } firstPublishedAt isLate report {
    id year isLive firstPublishedAt publishedAt revision missing isSample
    proactive { regulationsMade normativeMade normativeRepealed normativeInForce permits penalties feesTenThousandYuan }
    applications { line cells { id count } } reviews { line cells { id count } } texts { heading part text } } } }`;

/** What everyone may see of documents, decisions and reports. */
export function publicView(served: ServedDocuments): Promise<Readonly<Record<string, unknown>>> {
  return read(served, VIEW);
}
