import type { HalfYearReport } from '../store/supervised.ts';
import { civilDateOf } from '../../../core/civil-date.ts';
import { refuseIfAny } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { transact } from '../../kit/transact.ts';
import { reportRefusals, type Half } from '../rules/half-year.ts';
import type { CatalogueContext, Transaction } from '../store/database.ts';
import { owesReports, putReport } from '../store/half-year-reports.ts';
import { AUTHORS } from './authors.ts';
import { notFound } from './permitted-task.ts';

/** A half-year report as a county hands it in. */
export interface SubmitHalfYearReportInput {
  readonly region: string;
  readonly year: number;
  readonly half: Half;
  readonly body: string;
}

/**
 * Hands in the half-year report of a county; one that is handed in again revises it, and the first time decides whether
 * it was in time.
 *
 * @throws Refused when not permitted, when the region owes no reports, or when none is owed for the half-year
 * @see rule C14
 */
export async function submitHalfYearReport(
  input: SubmitHalfYearReportInput,
  context: CatalogueContext,
): Promise<HalfYearReport> {
  const { region, year, half, body } = input;
  const { scope, clock } = context;
  const now = clock.now();
  const owes = await owesReports(context, region);
  refuseIfAny([
    ...permissionRefusals(scope.viewer, AUTHORS, region),
    ...(owes ? [] : [notFound('Region (county with a health authority)', ['input', 'region'], region)]),
    ...reportRefusals({ year, half }, body, civilDateOf(now)),
  ]);
  const report = { regionCode: region, year, half, body, submittedAt: now, submittedBy: scope.viewer?.subject ?? '' };
  return transact<Transaction, HalfYearReport>(context, (tx) => putReport(tx, report));
}
