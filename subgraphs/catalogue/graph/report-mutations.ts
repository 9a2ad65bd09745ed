import { civilDateOf } from '../../../core/civil-date.ts';
import { answerOf, orRefused } from '../../kit/answer.ts';
import { builder } from '../builder.ts';
import { issueFailureNotice } from '../commands/issue-failure-notice.ts';
import { registerDisclosureContact } from '../commands/register-disclosure-contact.ts';
import { submitHalfYearReport } from '../commands/submit-half-year-report.ts';
import { withdrawFailureNotice } from '../commands/withdraw-failure-notice.ts';
import type { CatalogueContext } from '../store/database.ts';
import type { HalfYearReport } from '../store/supervised.ts';
import { DisclosureContactType } from './disclosure-contact.ts';
import { FailureNotice } from './failure-notice.ts';
import { HalfYearReportType, type ReportOn } from './half-year-report.ts';
import * as inputs from './supervision-inputs.ts';

const SubmitHalfYearReportResult = answerOf(
  builder,
  'SubmitHalfYearReportResult',
  'HalfYearReport',
  HalfYearReportType,
);
const RegisterDisclosureContactResult = answerOf(
  builder,
  'RegisterDisclosureContactResult',
  'DisclosureContact',
  DisclosureContactType,
);
const IssueFailureNoticeResult = answerOf(builder, 'IssueFailureNoticeResult', 'FailureNotice', FailureNotice);
const WithdrawFailureNoticeResult = answerOf(builder, 'WithdrawFailureNoticeResult', 'FailureNotice', FailureNotice);

async function handedIn(made: Promise<HalfYearReport>, { clock }: CatalogueContext): Promise<ReportOn> {
  const report = await made;
  const { regionCode, year, half } = report;
  return { regionCode, halfYear: { year, half }, report, on: civilDateOf(clock.now()) };
}

builder.mutationFields((t) => ({
  submitHalfYearReport: t.field({
    type: SubmitHalfYearReportResult,
    args: { input: t.arg({ type: inputs.SubmitHalfYearReportInput, required: true, description: 'The report.' }) },
    description:
      'Hands in the half-year report of a county (rule C14); again: revises it, and the first time stays what decides whether it was in time. Roles: EDITOR, PUBLISHER of the county.',
    resolve: (_root, { input }, context) => orRefused(handedIn(submitHalfYearReport(input, context), context)),
  }),
  registerDisclosureContact: t.field({
    type: RegisterDisclosureContactResult,
    args: {
      input: t.arg({ type: inputs.RegisterDisclosureContactInput, required: true, description: 'The contact.' }),
    },
    description:
      "Registers whom to ask in an institution in a year (rule C15); again: replaces it. Roles: EDITOR, PUBLISHER of the institution's region.",
    resolve: (_root, { input }, context) => orRefused(registerDisclosureContact(input, context)),
  }),
  issueFailureNotice: t.field({
    type: IssueFailureNoticeResult,
    args: { input: t.arg({ type: inputs.IssueFailureNoticeInput, required: true, description: 'The notice.' }) },
    description:
      'Gives public notice that a region has not disclosed what it must (通报, rule C19); an entry of the change log. Roles: REVIEWER, PUBLISHER whose regions cover the region above it.',
    resolve: (_root, { input }, context) => orRefused(issueFailureNotice(input, context)),
  }),
  withdrawFailureNotice: t.field({
    type: WithdrawFailureNoticeResult,
    args: {
      id: t.arg.id({ required: true, description: 'The notice.' }),
      note: t.arg.string({ required: true, description: 'Why, in public; at most 1,000 characters.' }),
    },
    description:
      'Withdraws a notice that should not have been given; a tombstone in the change log says why. Roles: REVIEWER, PUBLISHER whose regions cover the region above the one that it is about.',
    resolve: (_root, args, context) => orRefused(withdrawFailureNotice(args, context)),
  }),
}));
