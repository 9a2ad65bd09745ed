import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { APPLICATION_COLUMNS, APPLICATION_LINES } from '../rules/report/application-lines.ts';
import { ENTERED_NUMBERS, REPORT_HEADINGS } from '../rules/report/content.ts';
import { REVIEW_COLUMNS, REVIEW_LINES } from '../rules/report/review-lines.ts';
import { upsert, type HeldTable } from '../../kit/held-table.ts';
import { ToldPayload } from '../../kit/told-payload.ts';
import { yearNamed } from './year-named.ts';

const TABLE: HeldTable = {
  name: 'documents.annual_report',
  key: { office_id: 'text', year: 'int' },
  columns: {
    ...{ region_code: 'text', texts: 'jsonb', entered: 'jsonb', fees_ten_thousand_yuan: 'numeric', published: 'jsonb' },
    ...{ first_published_at: 'timestamptz', published_at: 'timestamptz', revision: 'int', is_sample: 'boolean' },
  },
  kept: { written_by: 'text', written_at: 'timestamptz', published_by: 'text' },
};

/** Takes over annual reports (政府信息公开工作年度报告) as they were published last. */
export async function applyAnnualReports(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const gone = entries.filter(({ kind }) => kind === 'WITHDRAWN').map(yearNamed);
  if (gone.length > 0) await tx.$queryRawUnsafe(REMOVE, JSON.stringify(gone));
  await upsert(tx, TABLE, entries.filter(({ kind }) => kind !== 'WITHDRAWN').map(rowOf));
}

/** What staff of this hub wrote and nobody published stays. */
const REMOVE = `
  delete from documents.annual_report r using json_to_recordset($1::json) as told (of text, year int)
   where r.office_id = told.of and r.year = told.year and r.published_at is not null
  returning 1`;

function rowOf(entry: HeldEntry) {
  const told = ToldPayload.of(entry);
  const { of, year } = yearNamed(entry);
  if (told.text('office') !== of) told.refuse('office', of);
  if (told.count('year') !== year) told.refuse('year', String(year));
  const published = contentOf(told);
  const publishedAt = told.instant('publishedAt');
  return {
    ...{ office_id: of, year, region_code: told.text('region'), texts: published.texts, entered: published.entered },
    ...{ fees_ten_thousand_yuan: published.feesTenThousandYuan, published, published_at: publishedAt },
    ...{ first_published_at: told.instant('firstPublishedAt'), revision: told.count('revision') },
    ...{ is_sample: told.flag('isSample'), written_by: '', written_at: publishedAt, published_by: '' },
  };
}

function contentOf(told: ToldPayload) {
  const [texts, entered, normative] = [told.inner('texts'), told.inner('entered'), told.inner('normative')];
  return {
    texts: namedOf(texts, REPORT_HEADINGS, (heading) => texts.text(heading)),
    entered: namedOf(entered, ENTERED_NUMBERS, (number) => entered.count(number)),
    feesTenThousandYuan: told.decimalOrNull('feesTenThousandYuan'),
    normative: {
      ...{ made: normative.count('made'), repealed: normative.count('repealed') },
      inForce: normative.count('inForce'),
    },
    applications: tableOf(told.inner('applications'), APPLICATION_LINES, APPLICATION_COLUMNS),
    reviews: tableOf(told.inner('reviews'), REVIEW_LINES, REVIEW_COLUMNS),
  };
}

/** Of members that may be left out those that are there. */
function namedOf<Value>(told: ToldPayload, names: readonly string[], valueOf: (name: string) => Value) {
  const there = new Set(told.names());
  return Object.fromEntries(names.filter((name) => there.has(name)).map((name) => [name, valueOf(name)]));
}

function tableOf(told: ToldPayload, lines: readonly string[], columns: readonly string[]) {
  return Object.fromEntries(
    lines.map((line) => {
      const cells = told.inner(line);
      return [line, Object.fromEntries(columns.map((column) => [column, cells.count(column)]))];
    }),
  );
}
