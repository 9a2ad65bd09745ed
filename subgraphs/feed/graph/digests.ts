import type { SubjectDigest } from '../../../feed/digest.ts';
import { builder } from '../builder.ts';
import { ChangeSubject } from './change-enums.ts';

const SubjectDigestType = builder.objectRef<SubjectDigest>('SubjectDigest').implement({
  description: 'How many live records of a kind there are, and one digest over them (schema/FEED.md, 8).',
  fields: (t) => ({
    subject: t.field({ type: ChangeSubject, description: 'The kind.', resolve: ({ subject }) => subject }),
    count: t.exposeInt('count', { description: 'How many are live: published and not withdrawn.' }),
    digest: t.exposeString('digest', { description: 'SHA-256 in hexadecimal; equal for equal copies.' }),
  }),
});

builder.queryField('digests', (t) =>
  t.field({
    type: [SubjectDigestType],
    args: {
      at: t.arg({ type: 'Cursor', required: true, description: 'The place in the log up to which records count.' }),
      region: t.arg.id({ description: 'Only records of this region and those below it, by GB/T 2260 code.' }),
    },
    description: 'Is a copy complete? Compare with what the copy computes at the same cursor. Faults as for `changes`.',
    resolve: async (_root, { at, region }, { log }) => [...(await log.digests(at, region ?? null))],
  }),
);
