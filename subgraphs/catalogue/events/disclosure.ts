import type { ChangeKind, NewEntry } from '../../../core/change.ts';
import type { ChannelCopy, Disclosure } from '../../../prisma/generated/catalogue/client/client.ts';

/** What the log tells of a disclosure. */
interface ToldDisclosure extends Disclosure {
  readonly copies: readonly ChannelCopy[];
  readonly conflictSince: Date | null;
  readonly itemIds: readonly string[];
}

/** The log's entry of a link, or of how a disclosure reads on its channels. */
export function disclosureChanged(
  kind: Exclude<ChangeKind, 'WITHDRAWN'>,
  disclosure: ToldDisclosure,
  occurredAt: Date,
): NewEntry {
  const { regionCode, kind: kindOfDisclosure, title, url, subjectId, copies, conflictSince, isSample } = disclosure;
  return {
    ...aboutDisclosure(disclosure, occurredAt),
    kind,
    payload: {
      region: regionCode,
      kind: kindOfDisclosure,
      title,
      url,
      publishedAt: disclosure.publishedAt.toISOString(),
      subject: subjectId,
      items: [...disclosure.itemIds],
      copies: copies.map(copyPayload),
      conflictSince: conflictSince?.toISOString() ?? null,
      isSample,
    },
  };
}

/** The log's tombstone of a link; it holds the reason and nothing of what was withdrawn. */
export function disclosureWithdrawn(
  disclosure: ToldDisclosure,
  { reason, note, occurredAt }: { readonly reason: string; readonly note: string; readonly occurredAt: Date },
): NewEntry {
  return { ...aboutDisclosure(disclosure, occurredAt), kind: 'WITHDRAWN', payload: { reason, note } };
}

function aboutDisclosure({ id, regionCode, publisherId, itemIds }: ToldDisclosure, occurredAt: Date) {
  const about = { subject: 'DISCLOSURE', subjectId: id, regionCode, publisherId, occurredAt } as const;
  return { ...about, catalogueItemIds: [...itemIds] };
}

function copyPayload({ channel, url, sha256, recordedAt }: ChannelCopy) {
  return { channel, url, sha256, recordedAt: recordedAt.toISOString() };
}
