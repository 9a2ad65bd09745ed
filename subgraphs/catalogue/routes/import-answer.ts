import type { Refused, Refusal } from '../../../core/refusal.ts';
import { jsonAnswer, textAnswer, type RouteAnswer, type RouteRequest } from '../../kit/route.ts';
import type { SheetFault } from '../rules/sheet/sheet-fault.ts';
import { importReport, type ImportOutcome, type MadeDraft, type ReadFile } from './import-report.ts';
import { placedRefusals } from './placed-refusals.ts';
import { reportText } from './report-text.ts';

/** What was made of a file. */
interface Imported {
  readonly catalogue: Omit<MadeDraft, 'region' | 'items'> & { readonly regionCode: string };
  readonly items: number;
}

/** The answer to a file whose items are the region's draft now. */
export function importedAnswer(request: RouteRequest, file: ReadFile, { catalogue, items }: Imported): RouteAnswer {
  const { id, regionCode: region, edition, title, status } = catalogue;
  return answered(request, 200, {
    outcome: 'imported',
    file,
    catalogue: { id, region, edition, title, status, items },
  });
}

/** The answer to a file of which nothing was taken, with everything that is wrong in it. */
export function faultyAnswer(request: RouteRequest, file: ReadFile | null, faults: readonly SheetFault[]): RouteAnswer {
  return answered(request, statusOf(faults), { outcome: 'refused', file, faults });
}

/** The answer to a request that was refused before a file was read, or for no place in one. */
export function refusedAnswer(request: RouteRequest, { refusals }: Refused): RouteAnswer {
  return faultyAnswer(request, null, placedRefusals(refusals, []));
}

const STATUSES: Partial<Record<Refusal['code'], number>> = {
  SIGN_IN_NEEDED: 401,
  ROLE_NOT_ALLOWED: 403,
  REGION_NOT_ALLOWED: 403,
  FILE_UNREADABLE: 415,
};

/** By the first fault that has a status of its own: such ones come alone. */
function statusOf(faults: readonly SheetFault[]): number {
  const isLoneMissing = faults.length === 1 && faults[0]?.code === 'NOT_FOUND';
  return faults.flatMap(({ code }) => STATUSES[code] ?? [])[0] ?? (isLoneMissing ? 404 : 422);
}

function answered(request: RouteRequest, status: number, outcome: ImportOutcome): RouteAnswer {
  const { locale } = request.scope;
  const report = importReport(outcome, locale);
  const answer = wantsText(request.headers['accept'])
    ? textAnswer(status, 'text/plain', reportText(report, locale))
    : jsonAnswer(status, report);
  return { ...answer, headers: { ...answer.headers, 'content-language': locale } };
}

/** Whether text is named before JSON, or alone. */
function wantsText(accept: string | undefined): boolean {
  const types = (accept ?? '').split(',').map((type) => type.split(';')[0]?.trim().toLowerCase());
  const [text, json] = [types.indexOf('text/plain'), types.indexOf('application/json')];
  return text >= 0 && (json < 0 || text < json);
}
