import { MOST_PARTS, type KeyRangeDigest } from '../../../feed/key-ranges.ts';
import { pageSize } from '../../kit/page.ts';
import { builder } from '../builder.ts';
import { ChangeSubject } from './change-enums.ts';

const KeyRange = builder.objectRef<KeyRangeDigest>('KeyRange').implement({
  description:
    'A stretch of the ids of a kind, as UTF-8 bytes, and one digest over its live records (schema/FEED.md, 8).',
  fields: (t) => ({
    after: t.exposeString('after', { nullable: true, description: 'It begins behind this id; null: with the first.' }),
    until: t.exposeString('until', { nullable: true, description: 'It ends with this id; null: with the last.' }),
    count: t.exposeInt('count', { description: 'How many live records it holds.' }),
    digest: t.exposeString('digest', { description: 'SHA-256 in hexadecimal over them, as in `digests`.' }),
  }),
});

builder.queryField('keyRanges', (t) =>
  t.field({
    type: [KeyRange],
    args: {
      at: t.arg({ type: 'Cursor', required: true, description: 'The place in the log up to which records count.' }),
      region: t.arg.id({ description: 'Only records of this region and those below it, by GB/T 2260 code.' }),
      subject: t.arg({ type: ChangeSubject, required: true, description: 'The kind.' }),
      after: t.arg.string({ description: 'Divide what is behind this id; left out: from the first.' }),
      until: t.arg.string({ description: 'Divide what is up to this id; left out: to the last.' }),
      parts: t.arg.int({ required: true, description: `Into how many at most, 1 to ${String(MOST_PARTS)}.` }),
    },
    description:
      'Where does a copy differ? The stretches cover what was asked for without a gap, each with about as many records; compare, and ask again within one that differs. Faults as for `changes`.',
    resolve: async (_root, { at, region, subject, after, until, parts }, { log }) => [
      ...(await log.keyRanges({
        ...{ at, subject, region: region ?? null, after: after ?? null, until: until ?? null },
        parts: pageSize(parts, MOST_PARTS),
      })),
    ],
  }),
);
