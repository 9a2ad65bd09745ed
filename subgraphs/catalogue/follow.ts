import { createHash } from 'node:crypto';
import type { ChangeSubject } from '../../core/change.ts';
import type { LogEntry } from '../../feed/entry.ts';
import type { Follower } from '../kit/follower.ts';
import { disclosureDutyChanged } from './events/disclosure-duty.ts';
import type { DisclosureDuty, Transaction } from './store/database.ts';
import { dropDisclosures, putDisclosures, type FollowedPublication } from './store/followed-disclosures.ts';

const KINDS = { DOCUMENT: 'DOCUMENT', PRICE_LIST: 'PRICE_LIST', OPINION_RESPONSE: 'RESPONSE' } as const;
type Followed = keyof typeof KINDS;

/**
 * What the catalogue keeps of others' changes: what was published under its items, and when it was withdrawn. What is
 * met by it, or owed again, the log is told of.
 */
export const followers: readonly Follower<Transaction>[] = [
  {
    schema: 'catalogue',
    name: 'disclosures',
    subjects: Object.keys(KINDS) as readonly ChangeSubject[],
    apply: async (tx, entries, record, { clock }) => {
      const changed = new Map<string, DisclosureDuty>();
      for (const round of rounds(entries)) {
        const [gone, standing] = [round.filter(isWithdrawal), round.filter((entry) => !isWithdrawal(entry))];
        const met = standing.length > 0 ? await putDisclosures(tx, standing.map(publicationOf)) : [];
        const owed = gone.length > 0 ? await dropDisclosures(tx, gone.map(withdrawalOf)) : [];
        for (const duty of [...met, ...owed]) changed.set(duty.id, duty);
      }
      const now = clock.now();
      record(...[...changed.values()].map((duty) => disclosureDutyChanged('REVISED', duty, now)));
    },
  },
];

/** The same entries in their order, in as few groups as have no subject twice: almost always one. */
function rounds(entries: readonly LogEntry[]): LogEntry[][] {
  const made: LogEntry[][] = [];
  const seen = new Map<string, number>();
  for (const entry of entries) {
    const subject = `${entry.subject} ${entry.subjectId}`;
    const round = seen.get(subject) ?? 0;
    (made[round] ??= []).push(entry);
    seen.set(subject, round + 1);
  }
  return made;
}

const isWithdrawal = ({ kind }: LogEntry) => kind === 'WITHDRAWN';

/** The same in every hub that follows the same log, so that applying an entry again changes nothing. */
function disclosureId({ subject, subjectId }: LogEntry): string {
  return createHash('sha256').update(`${subject} ${subjectId}`).digest('hex').slice(0, 32);
}

function publicationOf(entry: LogEntry): FollowedPublication {
  const { title, publishedAt, url, isSample } = entry.payload;
  return {
    id: disclosureId(entry),
    position: entry.position,
    kind: KINDS[entry.subject as Followed],
    title: typeof title === 'string' ? title : '',
    publishedAt: typeof publishedAt === 'string' ? publishedAt : entry.occurredAt.toISOString(),
    at: entry.occurredAt.toISOString(),
    url: typeof url === 'string' ? url : null,
    publisherId: entry.publisherId,
    regionCode: entry.regionCode,
    subjectId: entry.subjectId,
    itemIds: entry.catalogueItemIds,
    isSample: isSample === true,
  };
}

function withdrawalOf(entry: LogEntry) {
  return { id: disclosureId(entry), position: entry.position, at: entry.occurredAt.toISOString() };
}
