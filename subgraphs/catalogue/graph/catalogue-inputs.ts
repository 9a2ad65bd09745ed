import { channelEnum } from '../../kit/builder.ts';
import { builder } from '../builder.ts';
import { Audience, DisclosureMethod, ItemLevel, OpennessStage, TimeLimitScope, TimeUnit } from './item-enums.ts';

export const Channel = channelEnum(builder);

export const DeriveCatalogueInput = builder.inputType('DeriveCatalogueInput', {
  description: "A new edition of a region's catalogue.",
  fields: (t) => ({
    region: t.id({ required: true, description: 'The GB/T 2260 code of the region whose catalogue it is.' }),
    edition: t.string({
      required: true,
      description: 'What the edition is called, such as "2026"; at most 40 characters, no two alike in a region.',
    }),
    issuer: t.id({ description: "The health authority that issues it; the region's own when left out." }),
    title: t.string({
      description: 'The title in Chinese, at most 200 characters; made from the name of the region when left out.',
    }),
    effectiveOn: t.field({
      type: 'Date',
      description:
        'The first day on which it shall hold, not past; the day of its approval when left out or past by then.',
    }),
    subordinatesFileBy: t.field({
      type: 'Date',
      description: 'The last day on which the regions below file what they derive from it (rule C10).',
    }),
  }),
});

export const AmendCatalogueDraftInput = builder.inputType('AmendCatalogueDraftInput', {
  description: 'What an edition says of itself; what is left out stays, null takes a day away.',
  fields: (t) => ({
    edition: t.string({ description: 'What the edition is called; at most 40 characters.' }),
    title: t.string({ description: 'The title in Chinese; at most 200 characters.' }),
    effectiveOn: t.field({ type: 'Date', description: 'The first day on which it shall hold, not past.' }),
    subordinatesFileBy: t.field({
      type: 'Date',
      description: 'The last day on which the regions below file what they derive from it.',
    }),
  }),
});

const LegalBasisInput = builder.inputType('LegalBasisInput', {
  description: 'What an item rests on (公开依据).',
  fields: (t) => ({
    title: t.string({ required: true, description: 'The law, regulation or notice.' }),
    article: t.string({ description: 'Its article, such as 第三十二条; left out for the whole of it.' }),
  }),
});

const TimeLimitInput = builder.inputType('TimeLimitInput', {
  description: 'Within what time something is disclosed after it came about or changed (公开时限).',
  fields: (t) => ({
    appliesTo: t.field({
      type: TimeLimitScope,
      required: true,
      description: 'To which part of the item; each part at most once.',
    }),
    days: t.int({ required: true, description: 'How many days, 0 to 366; the day on which it starts is not counted.' }),
    unit: t.field({ type: TimeUnit, required: true, description: 'Which days are counted.' }),
  }),
});

export const CatalogueItemInput = builder.inputType('CatalogueItemInput', {
  description: 'An item of a draft with all its columns (rule C5).',
  fields: (t) => ({
    catalogue: t.id({ required: true, description: 'The edition, which must be a draft or returned.' }),
    item: t.id({ description: 'The item to change; left out, a local item is added.' }),
    code: t.string({
      description: 'The number in the catalogue, such as "0101"; kept, or the next free one, when left out.',
    }),
    category: t.string({ required: true, description: 'The code of the first-level heading, such as "01".' }),
    title: t.string({ required: true, description: 'The matter, in Chinese; at most 500 characters.' }),
    contentElements: t.stringList({
      required: true,
      description: 'What is disclosed of it (公开内容要素); at least one.',
    }),
    bases: t.field({ type: [LegalBasisInput], required: true, description: 'What it rests on; at least one.' }),
    timeLimits: t.field({ type: [TimeLimitInput], required: true, description: 'The time limits; at least one.' }),
    publisher: t.string({ required: true, description: 'Who discloses it (公开主体).' }),
    channels: t.field({ type: [Channel], required: true, description: 'The channels ticked for it; at least one.' }),
    audience: t.field({ type: Audience, required: true, description: 'To whom it is disclosed.' }),
    method: t.field({ type: DisclosureMethod, required: true, description: 'On whose initiative.' }),
    levels: t.field({ type: [ItemLevel], required: true, description: 'At which levels; at least one.' }),
    stage: t.field({ type: OpennessStage, description: 'The stage of administration that it makes public (五公开).' }),
    movedTo: t.string({
      description:
        'The body to which the matter was moved, such as 行政审批局, at most 100 characters: it stays for reference and is not counted.',
    }),
    isMandatory: t.boolean({
      description: 'Whether catalogues derived from this one must keep it; true when left out.',
    }),
    isInForce: t.boolean({
      description: 'False for an abolished matter that stands for reference; true when left out.',
    }),
  }),
});

export const ReviewOpinionInput = builder.inputType('ReviewOpinionInput', {
  description: 'What is wrong with one item of a filed edition.',
  fields: (t) => ({
    item: t.id({ required: true, description: 'The item.' }),
    opinion: t.string({ required: true, description: 'What is to be changed; at most 2,000 characters.' }),
  }),
});
