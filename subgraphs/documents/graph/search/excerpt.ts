import { builder } from '../../builder.ts';
import type { Excerpt as Cut } from '../../rules/search/excerpt.ts';
import { excerptsFor } from '../../store/search/excerpts.ts';
import { Document } from '../document.ts';

const Excerpt = builder.objectRef<Cut>('Excerpt').implement({
  description: 'A cut of a text around what was found in it; an ellipsis where the text goes on.',
  fields: (t) => ({
    before: t.exposeString('before', { description: 'What stands before it.' }),
    hit: t.exposeString('hit', { description: 'What was found, as it is written there.' }),
    after: t.exposeString('after', { description: 'What stands behind it.' }),
  }),
});

builder.prismaObjectField(Document, 'excerpts', (t) =>
  t.field({
    type: [Excerpt],
    args: {
      text: t.arg.string({ required: true, description: 'What was sought, as in `DocumentFilter.text`.' }),
      first: t.arg.int({ description: 'How many at most, 1 to 10; 3 when left out.' }),
    },
    description:
      'Cuts of the body around the words that were sought, in its order; none where only the title holds them.',
    select: { body: true },
    resolve: ({ body }, { text, first }) => excerptsFor(body, text, first),
  }),
);
