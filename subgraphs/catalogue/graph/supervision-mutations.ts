import { civilDateOf } from '../../../core/civil-date.ts';
import { answerOf, orRefused } from '../../kit/answer.ts';
import { builder } from '../builder.ts';
import { issueWorkPlan } from '../commands/issue-work-plan.ts';
import { recordLookBack } from '../commands/record-look-back.ts';
import { recordPrerequisiteMet } from '../commands/record-prerequisite-met.ts';
import { recordRectification } from '../commands/record-rectification.ts';
import { reportTaskProgress } from '../commands/report-task-progress.ts';
import type { CatalogueContext } from '../store/database.ts';
import type { TaskWithUnits } from '../store/task-standing.ts';
import * as inputs from './supervision-inputs.ts';
import { WorkPlanType } from './work-plan.ts';
import { WorkTask } from './work-task.ts';

const IssueWorkPlanResult = answerOf(builder, 'IssueWorkPlanResult', 'WorkPlan', WorkPlanType);
const ReportTaskProgressResult = answerOf(builder, 'ReportTaskProgressResult', 'WorkTask', WorkTask);
const RecordPrerequisiteMetResult = answerOf(builder, 'RecordPrerequisiteMetResult', 'WorkTask', WorkTask);
const RecordLookBackResult = answerOf(builder, 'RecordLookBackResult', 'WorkTask', WorkTask);
const RecordRectificationResult = answerOf(builder, 'RecordRectificationResult', 'WorkTask', WorkTask);

/** What a command made, as it stands today. */
async function standing(made: Promise<TaskWithUnits>, { clock }: CatalogueContext) {
  return { task: await made, on: civilDateOf(clock.now()) };
}

builder.mutationFields((t) => ({
  issueWorkPlan: t.field({
    type: IssueWorkPlanResult,
    args: { input: t.arg({ type: inputs.IssueWorkPlanInput, required: true, description: 'The plan.' }) },
    description:
      "Issues a whole work plan with its tasks; for staff, and not in the change log. Roles: EDITOR, PUBLISHER of the issuer's region.",
    resolve: (_root, { input }, context) =>
      orRefused(issueWorkPlan(input, context).then((plan) => ({ plan, on: civilDateOf(context.clock.now()) }))),
  }),
  reportTaskProgress: t.field({
    type: ReportTaskProgressResult,
    args: { input: t.arg({ type: inputs.ReportTaskProgressInput, required: true, description: 'The report.' }) },
    description:
      "Reports what a unit did for a task, and with `isComplete` that its part is complete as of today: refused while the task waits for its prerequisite, its metric is not met or its result is not filed. Roles: EDITOR, PUBLISHER of the plan's region.",
    resolve: (_root, { input }, context) => orRefused(standing(reportTaskProgress(input, context), context)),
  }),
  recordPrerequisiteMet: t.field({
    type: RecordPrerequisiteMetResult,
    args: { input: t.arg({ type: inputs.RecordPrerequisiteMetInput, required: true, description: 'What came.' }) },
    description:
      "Records that what a waiting task waited for came, so that its time runs (rule U7). Roles: EDITOR, PUBLISHER of the plan's region.",
    resolve: (_root, { input }, context) => orRefused(standing(recordPrerequisiteMet(input, context), context)),
  }),
  recordLookBack: t.field({
    type: RecordLookBackResult,
    args: { input: t.arg({ type: inputs.RecordLookBackInput, required: true, description: 'The check.' }) },
    description:
      "Records a check of a task after its year (回头看), for the first time or again after a rectification (rules U4, U5). Roles: REVIEWER, PUBLISHER of the plan's region or of one above it.",
    resolve: (_root, { input }, context) => orRefused(standing(recordLookBack(input, context), context)),
  }),
  recordRectification: t.field({
    type: RecordRectificationResult,
    args: {
      input: t.arg({ type: inputs.RecordRectificationInput, required: true, description: 'What was done about it.' }),
    },
    description:
      "Records that what the newest check of a task found wanting was put right (整改); the task is then to be checked again (rule U5). Roles: EDITOR, PUBLISHER of the plan's region.",
    resolve: (_root, { input }, context) => orRefused(standing(recordRectification(input, context), context)),
  }),
}));
