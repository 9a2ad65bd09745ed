import { queryFromInfo } from '@pothos/plugin-prisma';
import { connectionOf, pageArgs } from '../../../kit/connection.ts';
import { builder } from '../../builder.ts';
import { receiptEvent } from '../../rules/application/receipt.ts';
import { applicationById, applicationList } from '../../store/application/applications.ts';
import { DisclosureApplication } from './disclosure-application.ts';
import { ApplicationRoute, ApplicationStage, ReceiptEvent } from './enums.ts';

export const DisclosureApplicationConnection = connectionOf(builder, 'DisclosureApplication', DisclosureApplication);

builder.queryFields((t) => ({
  disclosureApplication: t.field({
    type: DisclosureApplication,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'The id of an application.' }) },
    description:
      'One application for disclosure on request; null for everyone but staff of its region or of one above it.',
    resolve: (_root, { id }, context, info) => applicationById(id, context, info),
  }),
  disclosureApplications: t.field({
    type: DisclosureApplicationConnection,
    args: {
      office: t.arg.id({ description: 'Handled by this institution.' }),
      region: t.arg.id({ description: 'Of this region and those below it, by GB/T 2260 code.' }),
      stage: t.arg({ type: ApplicationStage, description: 'At this stage.' }),
      receivedFrom: t.arg({ type: 'Date', description: 'Received on this day or later.' }),
      receivedTo: t.arg({ type: 'Date', description: 'Received on this day or earlier.' }),
      overdueOn: t.arg({
        type: 'Date',
        description: 'Without an answer although the last day for it lies before this one.',
      }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description:
      'Applications for disclosure on request, the last received first; empty for everyone but staff, who see those of their regions.',
    resolve: (_root, { first, after, ...filter }, context, info) =>
      applicationList(
        context,
        filter,
        { first, after },
        queryFromInfo({ context, info, typeName: 'DisclosureApplication', path: ['edges', 'node'] }),
      ),
  }),
}));

builder.queryField('receiptEvent', (t) =>
  t.field({
    type: ReceiptEvent,
    args: { route: t.arg({ type: ApplicationRoute, required: true, description: 'How an application comes in.' }) },
    description: 'What makes the day of receipt of an application (rule R3), from which its time limit counts.',
    resolve: (_root, { route }) => receiptEvent(route),
  }),
);
