import { createHash } from 'node:crypto';
import type { ChangeSubject } from '../../core/change.ts';
import type { LogEntry } from '../../feed/entry.ts';
import type { Follower } from '../kit/follower.ts';
import type { Transaction } from './store/database.ts';
import { dropDisclosures, putDisclosures, type FollowedDisclosure } from './store/followed-disclosures.ts';

const KINDS = { DOCUMENT: 'DOCUMENT', PRICE_LIST: 'PRICE_LIST', OPINION_RESPONSE: 'RESPONSE' } as const;
type Followed = keyof typeof KINDS;

/** What the catalogue keeps of others' changes: what was published under its items, and when it was withdrawn. */
export const followers: readonly Follower<Transaction>[] = [
  {
    schema: 'catalogue',
    name: 'disclosures',
    subjects: Object.keys(KINDS) as readonly ChangeSubject[],
    apply: async (tx, entries) => {
      // Only the last entry of a subject counts, but a withdrawal keeps what was published before it.
      await putDisclosures(tx, entries.flatMap(disclosureOf));
      await dropDisclosures(tx, withdrawalsIn(entries));
    },
  },
];

/** The same in every hub that follows the same log, so that applying an entry again changes nothing. */
function disclosureId(subject: string, subjectId: string): string {
  return createHash('sha256').update(`${subject} ${subjectId}`).digest('hex').slice(0, 32);
}

function disclosureOf(entry: LogEntry): FollowedDisclosure[] {
  if (entry.kind === 'WITHDRAWN') return [];
  const { title, publishedAt, url } = entry.payload;
  return [
    {
      id: disclosureId(entry.subject, entry.subjectId),
      kind: KINDS[entry.subject as Followed],
      title: typeof title === 'string' ? title : '',
      publishedAt: typeof publishedAt === 'string' ? publishedAt : entry.occurredAt.toISOString(),
      url: typeof url === 'string' ? url : null,
      publisherId: entry.publisherId,
      regionCode: entry.regionCode,
      subjectId: entry.subjectId,
      itemIds: entry.catalogueItemIds,
    },
  ];
}

function withdrawalsIn(entries: readonly LogEntry[]): { readonly id: string; readonly at: string }[] {
  const last = new Map(entries.map((entry) => [disclosureId(entry.subject, entry.subjectId), entry]));
  return [...last].flatMap(([id, { kind, occurredAt }]) =>
    kind === 'WITHDRAWN' ? [{ id, at: occurredAt.toISOString() }] : [],
  );
}
