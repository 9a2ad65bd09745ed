import { connectionOf, pageArgs } from '../../../kit/connection.ts';
import { builder } from '../../builder.ts';
import { inquiryById, inquiryList } from '../../store/inquiry/inquiries.ts';
import { InquiryKind, InquiryStage } from './enums.ts';
import { Inquiry } from './inquiry.ts';

const InquiryConnection = connectionOf(builder, 'Inquiry', Inquiry);

builder.queryFields((t) => ({
  inquiry: t.field({
    type: Inquiry,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'The id of an inquiry.' }) },
    description:
      'One inquiry; null when there is none of that id. What is personal of it is only for staff of its region.',
    resolve: (_root, { id }, context, info) => inquiryById(id, context, info),
  }),
  inquiries: t.field({
    type: InquiryConnection,
    args: {
      region: t.arg.id({ description: 'Of this region and those below it, by GB/T 2260 code.' }),
      stage: t.arg({ type: InquiryStage, description: 'At this stage.' }),
      kind: t.arg({ type: InquiryKind, description: 'Of this kind.' }),
      office: t.arg.id({ description: 'In the hands of this institution.' }),
      topic: t.arg.string({ description: 'Of exactly this topic.' }),
      overdue: t.arg.boolean({
        description: 'True: with something owed whose time is over; false: with nothing such.',
      }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description: 'Inquiries, the last received first; empty for everyone but staff, who see those of their regions.',
    resolve: (_root, { first, after, ...filter }, context) => inquiryList(context, filter, { first, after }),
  }),
}));
