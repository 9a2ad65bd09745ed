import { createHash } from 'node:crypto';
import type { Channel } from '../../../core/channel.ts';
import { civilDateOf } from '../../../core/civil-date.ts';
import { refuseIfAny } from '../../../core/refusal.ts';
import { transact } from '../../kit/transact.ts';
import { disclosureChanged } from '../events/disclosure.ts';
import { copyRefusals, type CopyInput } from '../rules/channel-copy.ts';
import type { CatalogueContext, Disclosure, Transaction } from '../store/database.ts';
import { settleConflict, wholeDisclosure, type WholeDisclosure } from '../store/disclosure-writes.ts';
import { AUTHORS } from './authors.ts';
import { permittedDisclosure } from './permitted-disclosure.ts';

export interface RecordChannelCopiesInput {
  readonly disclosure: string;
  /** What is to be read on each channel; other channels stay as they are. */
  readonly copies: readonly CopyInput[];
  /** Channels from which it was taken down. */
  readonly gone: readonly Channel[];
}

/**
 * Records how a disclosure reads on its channels, by the SHA-256 of its content. While it reads differently on two of them
 * it is flagged; mending one ends that. What is as it was changes nothing and tells the log nothing.
 *
 * @throws Refused when not permitted, when there is no such disclosure, or for a digest or an address that is none
 * @see rules C6, C13
 */
export async function recordChannelCopies(
  { disclosure: id, copies, gone }: RecordChannelCopiesInput,
  context: CatalogueContext,
): Promise<Disclosure> {
  const { viewer } = context.scope;
  const now = context.clock.now();
  return transact<Transaction, Disclosure>(context, async (tx, record) => {
    const path = ['input', 'disclosure'];
    const before = await permittedDisclosure(tx, viewer, { id, path, roles: AUTHORS, now });
    refuseIfAny(copyRefusals(copies, ['input', 'copies']));
    const by = { recordedAt: now, recordedBy: viewer?.subject ?? '' };
    await tx.channelCopy.deleteMany({ where: { disclosureId: id, channel: { in: [...gone] } } });
    for (const copy of copies.filter((one) => isNews(before, one))) {
      const data = { url: copy.url ?? null, sha256: digestOf(copy), ...by };
      const where = { disclosureId_channel: { disclosureId: id, channel: copy.channel } };
      await tx.channelCopy.upsert({
        where,
        create: { disclosureId: id, channel: copy.channel, ...data },
        update: data,
      });
    }
    await settleConflict(tx, id, now);
    const after = await wholeDisclosure(tx, id, civilDateOf(now));
    if (after === null || isSame(before, after)) return before;
    record(disclosureChanged(isTold(before) ? 'REVISED' : 'PUBLISHED', after, now));
    return after;
  });
}

/** Of what others publish, the log has an entry of the catalogue's own only once copies were recorded. */
function isTold({ kind, copies }: WholeDisclosure): boolean {
  return kind === 'LINK' || copies.length > 0;
}

function isNews({ copies }: WholeDisclosure, copy: CopyInput): boolean {
  const known = copies.find(({ channel }) => channel === copy.channel);
  return known?.sha256 !== digestOf(copy) || known.url !== (copy.url ?? null);
}

function isSame(before: WholeDisclosure, after: WholeDisclosure): boolean {
  const facts = ({ copies }: WholeDisclosure) => copies.map(({ channel, url, sha256 }) => [channel, url, sha256]);
  return JSON.stringify(facts(before)) === JSON.stringify(facts(after));
}

function digestOf({ sha256, text }: CopyInput): string {
  return (
    sha256?.toLowerCase() ??
    createHash('sha256')
      .update(text ?? '')
      .digest('hex')
  );
}
