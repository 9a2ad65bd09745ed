import { pageArgs } from '../../kit/connection.ts';
import { builder } from '../builder.ts';
import { conflictingDisclosures, conflictSince, copiesOf, hasChannelConflict } from '../store/channel-conflicts.ts';
import { CatalogueItem, DisclosureConnection } from './catalogue-item.ts';
import { Channel } from './catalogue-inputs.ts';
import { Disclosure } from './disclosure.ts';
import type { ChannelCopy as Copy } from '../store/database.ts';

const ChannelCopy = builder.objectRef<Copy>('ChannelCopy').implement({
  description: 'How a disclosure stands on one channel.',
  fields: (t) => ({
    channel: t.expose('channel', { type: Channel, description: 'The channel.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where it stands there; null when it has no address.' }),
    sha256: t.exposeString('sha256', {
      description: 'SHA-256 of the content that is to be read there, 64 hexadecimal digits in lower case.',
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was last found to read so.' }),
  }),
});

builder.prismaObjectFields(Disclosure, (t) => ({
  copies: t.field({
    type: [ChannelCopy],
    description: 'How it stands on each channel that was recorded, in the order of the official form (rules C6, C13).',
    resolve: ({ id }, _args, context) => copiesOf(context, id),
  }),
  conflictSince: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'Since when it reads differently on two channels (rule C13); null when it reads the same on all.',
    resolve: ({ id }, _args, context) => conflictSince(context, id),
  }),
}));

builder.prismaObjectFields(CatalogueItem, (t) => ({
  hasChannelConflict: t.boolean({
    description: 'True while anything that stands under it reads differently on two channels (rule C13).',
    resolve: ({ id }, _args, context) => hasChannelConflict(context, id),
  }),
}));

builder.queryField('channelConflicts', (t) =>
  t.field({
    type: DisclosureConnection,
    args: {
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description: 'What is disclosed and reads differently on two channels (rule C13), until it is mended.',
    resolve: (_root, { region, ...page }, context) => conflictingDisclosures(context, region, page),
  }),
);
