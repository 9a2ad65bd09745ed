import { builder } from '../builder.ts';
import { documentThemes, type DocumentTheme } from '../store/document-themes.ts';

const Theme = builder.objectRef<DocumentTheme>('DocumentTheme').implement({
  description: 'A theme that documents are classed under, so that all on one matter stand together (一类事, rule D20).',
  fields: (t) => ({
    theme: t.exposeString('theme', { description: 'Its name, to give as `theme` of a `DocumentFilter`.' }),
    documents: t.exposeInt('documents', { description: 'How many published documents it has.' }),
    inForce: t.exposeInt('inForce', { description: 'How many of them hold: neither repealed nor expired.' }),
  }),
});

builder.queryField('documentThemes', (t) =>
  t.field({
    type: [Theme],
    args: { region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }) },
    description: 'The themes of what was published, the one with the most documents first; at most 500.',
    resolve: (_root, { region }, context) => documentThemes(context, region),
  }),
);
