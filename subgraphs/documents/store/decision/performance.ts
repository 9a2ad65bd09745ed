import { Prisma, type MajorDecision } from '../../../../prisma/generated/documents/client/client.ts';
import type { CivilDate } from '../../../../core/civil-date.ts';
import { regionRange } from '../../../../core/region-code.ts';
import { readPage, type Page, type PageArgs } from '../../../kit/page.ts';
import { inOrder } from '../../../kit/per-request.ts';
import { requireCatalogueYear } from '../../rules/decision/catalogue.ts';
import { DECISION_MEASURES, type DecisionMeasure, type IssuerDecisions } from '../../rules/decision/performance.ts';
import type { DocumentsContext } from '../database.ts';

/** Which decisions: of published catalogues of a region, those below it, and a year; as of a day. */
export interface AskedDecisions {
  readonly region: string;
  readonly year: number;
  readonly on: CivilDate;
}

const PUBLISHED_ON = Prisma.sql`(m.feedback_published_at AT TIME ZONE 'Asia/Shanghai')::date`;

/** Which decisions `m` fall under a measure: what is counted is what is listed. */
const CONDITIONS: Readonly<Record<DecisionMeasure, (on: CivilDate) => Prisma.Sql>> = {
  LISTED: () => Prisma.sql`true`,
  CONSULTED: () => Prisma.sql`m.consultation_opens_on IS NOT NULL`,
  SHORTENED: () => Prisma.sql`m.consultation_closes_on - m.consultation_opens_on < 29`,
  DISCUSSED: () => Prisma.sql`EXISTS (SELECT 1 FROM documents.decision_meeting d WHERE d.decision_id = m.id)`,
  DECIDED: () => Prisma.sql`m.decided_on IS NOT NULL`,
  FEEDBACK_ON_TIME: () => Prisma.sql`${PUBLISHED_ON} <= m.feedback_due_on`,
  FEEDBACK_LATE: () => Prisma.sql`${PUBLISHED_ON} > m.feedback_due_on`,
  FEEDBACK_OUTSTANDING: (on) => Prisma.sql`m.feedback_published_at IS NULL AND m.feedback_due_on >= ${on}::date`,
  FEEDBACK_OVERDUE: (on) => Prisma.sql`m.feedback_published_at IS NULL AND m.feedback_due_on < ${on}::date`,
  ABANDONED: () => Prisma.sql`m.stage = 'ABANDONED'`,
};

function among({ region, year }: AskedDecisions): Prisma.Sql {
  requireCatalogueYear(year);
  const { from, to } = regionRange(region);
  return Prisma.sql`documents.major_decision m JOIN documents.decision_catalogue c ON c.id = m.catalogue_id
     AND c.year = ${year} AND c.region_code BETWEEN ${from} AND ${to} AND c.published_at IS NOT NULL`;
}

/**
 * How the issuers of a region did in a year, by region and id: those with a published catalogue, a meeting or a target; one
 * statement.
 *
 * @throws Fault BAD_USER_INPUT for a region code or a year that is none
 */
export async function issuerDecisions({ db }: DocumentsContext, asked: AskedDecisions): Promise<IssuerDecisions[]> {
  const { from, to } = regionRange(asked.region);
  const counts = DECISION_MEASURES.map(
    (measure) => Prisma.sql`count(*) FILTER (WHERE ${CONDITIONS[measure](asked.on)})::int`,
  );
  const rows = await db.$queryRaw<(Omit<IssuerDecisions, 'counts'> & { counted: number[] | null })[]>`
    WITH counted AS (
      SELECT m.issuer_id, m.region_code, ARRAY[${Prisma.join(counts)}] AS counts FROM ${among(asked)} GROUP BY 1, 2
    ), met AS (
      SELECT d.issuer_id, m.region_code, count(DISTINCT d.held_on)::int AS days
        FROM documents.decision_meeting d JOIN documents.major_decision m ON m.id = d.decision_id
       WHERE d.public_representatives > 0 AND extract(year FROM d.held_on) = ${asked.year}
         AND m.region_code BETWEEN ${from} AND ${to}
       GROUP BY 1, 2
    ), target AS (
      SELECT issuer_id, region_code, meetings_attended FROM documents.issuer_target
       WHERE year = ${asked.year} AND region_code BETWEEN ${from} AND ${to} AND meetings_attended IS NOT NULL
    )
    SELECT issuer_id AS "issuerId", counts AS counted, coalesce(days, 0) AS "meetingsAttended",
           meetings_attended AS "meetingsTarget"
      FROM counted FULL JOIN met USING (issuer_id, region_code) FULL JOIN target USING (issuer_id, region_code)
     ORDER BY region_code, issuer_id`;
  return rows.map(({ counted, ...row }) => ({
    ...row,
    counts: Object.fromEntries(
      DECISION_MEASURES.map((measure, index) => [measure, counted?.[index] ?? 0]),
    ) as IssuerDecisions['counts'],
  }));
}

/** The decisions that a measure counts, by id; a page costs two statements and its count one. */
export function measuredDecisions(
  { db }: DocumentsContext,
  { measure, ...asked }: AskedDecisions & { readonly measure: DecisionMeasure },
  page: PageArgs,
  query: object,
): Promise<Page<MajorDecision>> {
  const which = Prisma.sql`${among(asked)} WHERE ${CONDITIONS[measure](asked.on)}`;
  return readPage<MajorDecision>(page, {
    find: async (take, position) => {
      const behind = position === null ? Prisma.empty : Prisma.sql`AND m.id > ${position[0] ?? ''}`;
      const found = await db.$queryRaw<{ id: string }[]>`
        SELECT m.id FROM ${which} ${behind} ORDER BY m.id LIMIT ${take}`;
      const ids = found.map(({ id }) => id);
      const rows = await db.majorDecision.findMany({ ...query, where: { id: { in: ids } } });
      return inOrder(ids, rows, ({ id }) => id).flatMap((row) => row ?? []);
    },
    positionOf: ({ id }) => [id],
    count: async () => {
      const [row] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM ${which}`;
      return row?.count ?? 0;
    },
  });
}
