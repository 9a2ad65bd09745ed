import { builder } from '../builder.ts';

/** What proves a step, as it is handed in. */
export const EvidenceInput = builder.inputType('EvidenceInput', {
  description: 'What proves a step.',
  fields: (t) => ({
    title: t.string({ required: true, description: 'What it is; at most 200 characters.' }),
    url: t.string({ description: 'Where it is found, http or https; at most 500 characters.' }),
  }),
});

/** What proves a step, as it was kept. */
export const Evidence = builder
  .objectRef<{ readonly title: string; readonly url: string | null }>('Evidence')
  .implement({
    description: 'What proves a step.',
    fields: (t) => ({
      title: t.exposeString('title', { description: 'What it is.' }),
      url: t.exposeString('url', { nullable: true, description: 'Where it is found; null when not said.' }),
    }),
  });
