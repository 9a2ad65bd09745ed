import { answerOf, orRefused } from '../../../kit/answer.ts';
import { builder } from '../../builder.ts';
import { publishAnnualReport } from '../../commands/report/publish-annual-report.ts';
import { writeAnnualReport } from '../../commands/report/write-annual-report.ts';
import { AnnualReport } from './annual-report.ts';
import { AnnualReportHeading } from './enums.ts';

const WriteAnnualReportResult = answerOf(builder, 'WriteAnnualReportResult', 'AnnualReport', AnnualReport);
const PublishAnnualReportResult = answerOf(builder, 'PublishAnnualReportResult', 'AnnualReport', AnnualReport);

const AnnualReportTextInput = builder.inputType('AnnualReportTextInput', {
  description: 'A text of a report.',
  fields: (t) => ({
    heading: t.field({ type: AnnualReportHeading, required: true, description: 'Its heading, once.' }),
    text: t.string({ required: true, description: 'The text, at most 20,000 characters; an empty one is removed.' }),
  }),
});

const count = (description: string) => ({ description: `${description} Null removes it.` });

const AnnualReportNumbersInput = builder.inputType('AnnualReportNumbersInput', {
  description: 'Numbers of part 2 that staff enter (rule A3); what is left out stays.',
  fields: (t) => ({
    regulationsMade: t.int(count('Regulations (规章) made in the year; 0 unless entered.')),
    regulationsRepealed: t.int(count('Regulations repealed in the year; 0 unless entered.')),
    regulationsInForce: t.int(count('Regulations in force at the end of the year; 0 unless entered.')),
    permits: t.int(count('Decisions on permits (行政许可) in the year.')),
    penalties: t.int(count('Decisions on penalties (行政处罚) in the year.')),
    compulsoryMeasures: t.int(count('Decisions on compulsory measures (行政强制) in the year.')),
  }),
});

const AnnualReportInput = builder.inputType('AnnualReportInput', {
  description: 'What staff write of a report; what is left out stays.',
  fields: (t) => ({
    texts: t.field({ type: [AnnualReportTextInput], description: 'Texts by heading.' }),
    entered: t.field({ type: AnnualReportNumbersInput, description: 'Numbers.' }),
    feesTenThousandYuan: t.string({
      description: 'Fees in ten thousand yuan (万元), with up to four places, such as "12.5". Null removes it.',
    }),
  }),
});

const office = { required: true, description: 'The office, a health authority.' } as const;
const year = { required: true, description: 'The year that the report is about, from 2008.' } as const;

builder.mutationFields((t) => ({
  writeAnnualReport: t.field({
    type: WriteAnnualReportResult,
    nullable: false,
    args: {
      office: t.arg.id(office),
      year: t.arg.int(year),
      input: t.arg({ type: AnnualReportInput, required: true, description: 'Texts and numbers.' }),
    },
    description:
      'Keeps texts and entered numbers of an annual report; nothing of it is public. Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(writeAnnualReport(args, context)),
  }),
  publishAnnualReport: t.field({
    type: PublishAnnualReportResult,
    nullable: false,
    args: {
      office: t.arg.id(office),
      year: t.arg.int(year),
      input: t.arg({ type: AnnualReportInput, description: 'Texts and numbers, kept before it is published.' }),
    },
    description:
      'Publishes an annual report: what is counted now is frozen with what was written (rules A1–A8). Published again, it is a correction. Refused while its year is not over or parts are missing. Role: PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(publishAnnualReport(args, context)),
  }),
}));
