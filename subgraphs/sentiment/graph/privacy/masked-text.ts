import { builder } from '../../builder.ts';
import { previewMaskedText } from '../../commands/privacy/preview-masked-text.ts';
import type { MaskedText as Masked } from '../../rules/privacy/mask.ts';
import { MaskedPassage } from './masked-passage.ts';

const MaskedText = builder.objectRef<Masked>('MaskedText').implement({
  description: 'A text as it would be published, and what would be masked in it (脱敏预览).',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The text, every passage replaced by what it is, such as [姓名].' }),
    masked: t.field({
      type: [MaskedPassage],
      description: 'The passages, in the order of the text handed in.',
      resolve: ({ masked }) => [...masked],
    }),
  }),
});

builder.queryField('maskedText', (t) =>
  t.field({
    type: MaskedText,
    args: {
      text: t.arg.string({ required: true, description: 'The text, at most 20,000 characters; it is not kept.' }),
      keep: t.arg.stringList({
        description: 'Passages that are public and stay as they are, at most 100 of at most 200 characters.',
      }),
    },
    description: 'What would be masked in a text, to see before it is published. Only for staff.',
    resolve: (_root, args, context) => previewMaskedText(args, context),
  }),
);
