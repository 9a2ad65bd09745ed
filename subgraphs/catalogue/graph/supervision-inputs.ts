import { builder } from '../builder.ts';
import { Half, LookBackFinding, MetricOperator } from './supervision-enums.ts';

const TaskUnitInput = builder.inputType('TaskUnitInput', {
  description: 'A unit that a task is given to.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: 'As the plan writes it; 办公室 of a bureau is taken for 局办公室. No unit twice in one task.',
    }),
    isCooperating: t.boolean({
      description: 'True when it only helps the unit that leads (配合单位); false when left out.',
    }),
  }),
});

const TaskMetricInput = builder.inputType('TaskMetricInput', {
  description: 'What of a task is counted; it can not be completed before the metric is met.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'What is counted; at most 100 characters.' }),
    operator: t.field({ type: MetricOperator, required: true, description: 'How it is compared.' }),
    target: t.float({ required: true, description: 'The value that is asked for, 0 or more, up to 4 places.' }),
    unit: t.string({ description: 'In what it is counted, such as 类.' }),
    period: t.string({ description: 'Over which time, such as 年.' }),
  }),
});

const TaskFilingInput = builder.inputType('TaskFilingInput', {
  description: 'With whom the result of a task is filed (备案); it can not be completed before.',
  fields: (t) => ({
    to: t.string({ required: true, description: 'The body that it is filed with; at most 200 characters.' }),
    dueOn: t.field({ type: 'Date', required: true, description: 'The last day on which the filing is in time.' }),
  }),
});

const WorkTaskInput = builder.inputType('WorkTaskInput', {
  description: 'A task of a work plan.',
  fields: (t) => ({
    number: t.int({ required: true, description: 'The number in the plan, from 1; no number twice.' }),
    section: t.string({ description: 'The heading above it; at most 200 characters.' }),
    summary: t.string({ required: true, description: 'What is to be done; at most 2,000 characters.' }),
    leaderRoles: t.stringList({
      description: 'The leaders in charge by role or pseudonym, such as 分管副局长; never by name. At most 20.',
    }),
    units: t.field({
      type: [TaskUnitInput],
      required: true,
      description: 'The units that it is given to; 1 to 50.',
    }),
    dueOn: t.field({
      type: 'Date',
      description:
        'The last day on which it is completed in time; needed unless `dueText` says it. Must be what `dueText` says when that is understood.',
    }),
    dueText: t.string({
      description:
        'The same in the words of the plan: 2018年11月底 and 2018年11月 mean the last day of the month, 2018年年底 31 December, 2018年7月10日前 that day.',
    }),
    metric: t.field({ type: TaskMetricInput, description: 'What of it is counted; left out when nothing is.' }),
    prerequisite: t.string({
      description:
        'What must happen first, such as 市人民政府出台实施办法: the task waits and is never overdue until `recordPrerequisiteMet` (rule U7).',
    }),
    upstreamDocument: t.string({ description: "The number of the superior's document that it carries out." }),
    filing: t.field({ type: TaskFilingInput, description: 'With whom the result is filed.' }),
  }),
});

export const IssueWorkPlanInput = builder.inputType('IssueWorkPlanInput', {
  description: 'A whole work plan with its tasks.',
  fields: (t) => ({
    issuer: t.id({ required: true, description: 'The institution that issues it; its region is the plan’s.' }),
    title: t.string({
      required: true,
      description: 'The title; at most 300 characters, and no title twice in a year of one issuer.',
    }),
    year: t.int({
      required: true,
      description: 'The year that it is for; that of `issuedOn`, or one before or after.',
    }),
    basisDocumentNumber: t.string({ description: "The number of the superior's document that it carries out." }),
    issuedOn: t.field({ type: 'Date', required: true, description: 'The day that it bears; not in the future.' }),
    tasks: t.field({ type: [WorkTaskInput], required: true, description: 'Its tasks; 1 to 300.' }),
  }),
});

export const ReportTaskProgressInput = builder.inputType('ReportTaskProgressInput', {
  description: 'What a unit reports of a task.',
  fields: (t) => ({
    task: t.id({ required: true, description: 'The task.' }),
    unit: t.string({ required: true, description: 'The unit, by any of its names in the plan.' }),
    note: t.string({ required: true, description: 'What was done; at most 2,000 characters.' }),
    metricValue: t.float({
      description: 'How far the metric has come in all, not by this unit only; left out: as reported before.',
    }),
    filedOn: t.field({ type: 'Date', description: 'When the result was filed, for a task that asks for a filing.' }),
    isComplete: t.boolean({
      description: 'True when the unit’s part is complete as of today; false when left out.',
    }),
    evidenceUrl: t.string({ description: 'Where the evidence stands: an http or https address.' }),
  }),
});

export const RecordPrerequisiteMetInput = builder.inputType('RecordPrerequisiteMetInput', {
  description: 'That what a task waited for came.',
  fields: (t) => ({
    task: t.id({ required: true, description: 'The task.' }),
    metOn: t.field({ type: 'Date', required: true, description: 'The day on which it came; not in the future.' }),
    document: t.string({ required: true, description: 'The document by which it came: its number or title.' }),
    dueOn: t.field({
      type: 'Date',
      description: 'The new due day, not before `metOn`; needed when it came after the old one.',
    }),
  }),
});

export const SubmitHalfYearReportInput = builder.inputType('SubmitHalfYearReportInput', {
  description: 'A half-year report.',
  fields: (t) => ({
    region: t.id({ required: true, description: 'The county, by GB/T 2260 code.' }),
    year: t.int({ required: true, description: 'The year that it is about.' }),
    half: t.field({
      type: Half,
      required: true,
      description: 'Which half of it: the first is that of 2020 H2, and the half must be over.',
    }),
    body: t.string({ required: true, description: 'What it says; at most 20,000 characters.' }),
  }),
});

export const RegisterDisclosureContactInput = builder.inputType('RegisterDisclosureContactInput', {
  description: 'Whom to ask in an institution. Personal: kept for staff only.',
  fields: (t) => ({
    institution: t.id({ required: true, description: 'The institution.' }),
    year: t.int({ description: 'The year of the list, from 2020; the present one when left out.' }),
    name: t.string({ required: true, description: 'The name; at most 60 characters.' }),
    post: t.string({ required: true, description: 'The post; at most 100 characters.' }),
    phone: t.string({ required: true, description: 'The telephone number; at most 40 characters.' }),
    email: t.string({ description: 'The address of mail; at most 120 characters.' }),
  }),
});

export const RecordLookBackInput = builder.inputType('RecordLookBackInput', {
  description: 'A check of a task after its year.',
  fields: (t) => ({
    task: t.id({ required: true, description: 'The task.' }),
    finding: t.field({ type: LookBackFinding, required: true, description: 'What the check found.' }),
    note: t.string({ required: true, description: 'The finding in words, for the units; at most 2,000 characters.' }),
    rectifyBy: t.field({
      type: 'Date',
      description: 'The last day on which it is put right in time; needed for NOT_DONE, not in the past.',
    }),
  }),
});

export const RecordRectificationInput = builder.inputType('RecordRectificationInput', {
  description: 'What was done about what the newest check of a task found wanting.',
  fields: (t) => ({
    task: t.id({ required: true, description: 'The task.' }),
    note: t.string({ required: true, description: 'What was done; at most 2,000 characters.' }),
    evidenceUrl: t.string({ description: 'Where the evidence stands: an http or https address.' }),
  }),
});

export const IssueFailureNoticeInput = builder.inputType('IssueFailureNoticeInput', {
  description: 'A public notice that a region has not disclosed what it must.',
  fields: (t) => ({
    region: t.id({ required: true, description: 'The region that failed, by GB/T 2260 code.' }),
    items: t.idList({
      required: true,
      description:
        "The items that it names, 1 to 300: of the region's catalogue in force, and MISSING or OVERDUE today.",
    }),
    body: t.string({ required: true, description: 'What the notice says, in public; at most 5,000 characters.' }),
    rectifyBy: t.field({
      type: 'Date',
      required: true,
      description: 'The last day on which it is put right in time; not in the past.',
    }),
  }),
});
