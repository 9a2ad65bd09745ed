import { Fault } from '../../../../core/fault.ts';
import { Refused, type Refusal } from '../../../../core/refusal.ts';
import { jsonAnswer, textAnswer, unexpectedFault, type RouteAnswer, type RouteRequest } from '../../../kit/route.ts';
import type { ImportOutcome } from '../../commands/importing/import-price-list.ts';
import { csvOf, jsonOf, reportLine, textOf } from './import-lines.ts';
import { importReport, refusalReport } from './import-report.ts';
import { passedLimit } from './passed-limit.ts';

/** In which form a report is wanted. */
export type ReportForm = 'JSON' | 'NDJSON' | 'CSV' | 'TEXT';

const FORMS: Readonly<Record<string, ReportForm>> = {
  'application/json': 'JSON',
  'application/x-ndjson': 'NDJSON',
  'text/csv': 'CSV',
  'text/plain': 'TEXT',
};
const TYPES: Readonly<Record<ReportForm, string>> = {
  JSON: 'application/json; charset=utf-8',
  NDJSON: 'application/x-ndjson; charset=utf-8',
  CSV: 'text/csv; charset=utf-8',
  TEXT: 'text/plain; charset=utf-8',
};

/** The form that the header `Accept` names first; JSON when it names none of them. */
export function reportForm({ headers }: RouteRequest): ReportForm {
  const types = (headers['accept'] ?? '').split(',').map((type) => type.split(';')[0]?.trim().toLowerCase() ?? '');
  return types.flatMap((type) => FORMS[type] ?? [])[0] ?? 'JSON';
}

/** The answer to a file that was read, published or not, with everything that was found. */
export function answered(request: RouteRequest, fileName: string | null, outcome: ImportOutcome): RouteAnswer {
  const { locale } = request.scope;
  const form = reportForm(request);
  const report = importReport(outcome, fileName, locale);
  const write = { JSON: jsonOf, NDJSON: jsonOf, CSV: csvOf, TEXT: textOf }[form];
  return {
    status: outcome.list === null ? 422 : 200,
    headers: {
      'content-type': TYPES[form],
      'cache-control': 'no-store',
      'content-language': locale,
      ...(form === 'CSV' && { 'content-disposition': 'attachment; filename="report.csv"' }),
    },
    body: write(report, outcome.found, locale),
  };
}

const STATUSES: Partial<Record<Refusal['code'], number>> = {
  SIGN_IN_NEEDED: 401,
  ROLE_NOT_ALLOWED: 403,
  REGION_NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  FILE_UNREADABLE: 415,
};

/** The answer to a file that passes a limit. */
const TOO_LARGE = 413;

/** The answer to an error that is the file's own; null for any other. */
export function answerOfError(request: RouteRequest, error: unknown): RouteAnswer | null {
  if (error instanceof Refused) return refused(request, error);
  const limit = passedLimit(error, request.scope.locale);
  return limit && refused(request, limit, TOO_LARGE);
}

/** The answer to a request that was refused before the file was read to its end. */
export function refused(request: RouteRequest, { refusals }: Refused, knownStatus?: number): RouteAnswer {
  const { locale } = request.scope;
  const status = knownStatus ?? refusals.flatMap(({ code }) => STATUSES[code] ?? [])[0] ?? 422;
  const report = refusalReport(refusals, locale);
  const answer = refusalAnswer(reportForm(request), status, report);
  return { ...answer, headers: { ...answer.headers, 'content-language': locale } };
}

function refusalAnswer(form: ReportForm, status: number, report: ReturnType<typeof refusalReport>): RouteAnswer {
  if (form === 'JSON') return jsonAnswer(status, { ...report, findings: [] });
  if (form !== 'NDJSON') return textAnswer(status, 'text/plain', `${report.message}\n`);
  const headers = { 'content-type': TYPES.NDJSON, 'cache-control': 'no-store' };
  return { status, headers, body: reportLine(report) };
}

/** The last line of an answer in lines that can not be what was asked for. */
export function faultOf({ scope }: RouteRequest, error: unknown): Uint8Array {
  const refusal = error instanceof Refused ? error : passedLimit(error, scope.locale);
  if (refusal !== null) return reportLine(refusalReport(refusal.refusals, scope.locale));
  const fault = error instanceof Fault ? error : unexpectedFault(error, scope);
  const errors = [{ message: fault.message, extensions: fault.extensions }];
  return new TextEncoder().encode(`${JSON.stringify({ errors })}\n`);
}
