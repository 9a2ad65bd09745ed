import { builder } from '../builder.ts';
import { Channel } from './catalogue-inputs.ts';
import { TimeLimitScope } from './item-enums.ts';

export const DiscloseLinkInput = builder.inputType('DiscloseLinkInput', {
  description: 'A page elsewhere that is disclosed under items.',
  fields: (t) => ({
    items: t.idList({ required: true, description: "Items of one region's catalogue in force; at least one." }),
    title: t.string({ required: true, description: 'The title in Chinese; at most 300 characters.' }),
    url: t.string({ required: true, description: 'The address, http or https; at most 2,000 characters.' }),
  }),
});

const ChannelCopyInput = builder.inputType('ChannelCopyInput', {
  description:
    'What is to be read on one channel: its digest, or the text itself, of which the hub keeps the digest only.',
  fields: (t) => ({
    channel: t.field({ type: Channel, required: true, description: 'The channel; each at most once.' }),
    url: t.string({ description: 'Where it stands there, http or https; left out when it has no address.' }),
    sha256: t.string({ description: 'SHA-256 of the content, 64 hexadecimal digits; in place of `text`.' }),
    text: t.string({ description: 'The content itself; its digest is taken over UTF-8. In place of `sha256`.' }),
  }),
});

export const RecordChannelCopiesInput = builder.inputType('RecordChannelCopiesInput', {
  description: 'How a disclosure reads on its channels.',
  fields: (t) => ({
    disclosure: t.id({ required: true, description: 'A disclosure that stands.' }),
    copies: t.field({
      type: [ChannelCopyInput],
      required: true,
      description: 'What is to be read on each; channels that are not named stay as they are.',
    }),
    gone: t.field({ type: [Channel], description: 'Channels from which it was taken down.' }),
  }),
});

export const RecordDisclosureDutyInput = builder.inputType('RecordDisclosureDutyInput', {
  description: 'Something that came about or changed under an item.',
  fields: (t) => ({
    item: t.id({ required: true, description: "An item of the region's catalogue in force." }),
    appliesTo: t.field({
      type: TimeLimitScope,
      required: true,
      description: 'INFORMATION for laws, guides and procedures; RESULT for the result of a single case.',
    }),
    title: t.string({
      required: true,
      description: 'What came about, public; at most 300 characters. No personal names.',
    }),
    arisenOn: t.field({
      type: 'Date',
      required: true,
      description:
        'The day on which it came about; not in the future, and not before the item was owed (the `from` of its `firstDue`).',
    }),
  }),
});
