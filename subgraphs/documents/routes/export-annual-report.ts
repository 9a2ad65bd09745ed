import { refusalMessage, type Refusal } from '../../../core/refusal.ts';
import { parametersOf } from '../../kit/parameters.ts';
import { jsonAnswer, textAnswer, type RouteAnswer, type RouteRequest } from '../../kit/route.ts';
import { writeWorkbook } from '../../kit/spreadsheet/write-spreadsheet.ts';
import { reportPage } from '../rules/report/report-page.ts';
import { reportSheets } from '../rules/report/report-sheets.ts';
import type { DocumentsContext } from '../store/database.ts';
import { printedReport } from '../store/report/printed-reports.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * `GET /exports/annual-report?office=ID&year=YEAR[&format=xlsx|html][&version=published|live]`: the annual report of an
 * office, in the official tables. What is published is for everyone; as it stands now, marked as not public, for staff of
 * the region: when it is not published yet, or when they ask for that.
 *
 * @throws Fault BAD_USER_INPUT
 */
export async function exportAnnualReport(request: RouteRequest, context: DocumentsContext): Promise<RouteAnswer> {
  const parameters = parametersOf(request.query);
  const office = parameters.needed('office');
  const year = parameters.wholeNumber('year');
  const format = parameters.word('format', ['xlsx', 'html']);
  const isLive = parameters.word('version', ['published', 'live']) === 'live';
  parameters.check(['office', 'year', 'format', 'version']);
  const { locale } = request.scope;
  const report = await printedReport(context, { office, year, isLive });
  if (report === null) return notFound(request, `${office}, ${String(year)}`);
  if (format === 'html') return inLanguage(textAnswer(200, 'text/html', reportPage(report, locale)), locale);
  const file = `annual-report-${office.replaceAll(/[^\p{L}\p{N}.-]+/gu, '_')}-${String(year)}.xlsx`;
  const ascii = file.replaceAll(/[^\x20-\x7e]/g, '_');
  return inLanguage(
    {
      status: 200,
      headers: {
        'content-type': XLSX,
        'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file)}`,
        'cache-control': 'no-store',
      },
      body: await writeWorkbook(...reportSheets(report, locale)),
    },
    locale,
  );
}

function notFound({ scope }: RouteRequest, asked: string): RouteAnswer {
  const got = asked.slice(0, 100);
  const refusal: Refusal = { code: 'NOT_FOUND', path: ['office'], expected: 'AnnualReport', got };
  const message = refusalMessage(refusal, scope.locale);
  return inLanguage(jsonAnswer(404, { outcome: 'refused', refusals: [{ ...refusal, message }] }), scope.locale);
}

function inLanguage(answer: RouteAnswer, locale: string): RouteAnswer {
  return { ...answer, headers: { ...answer.headers, 'content-language': locale } };
}
