import { randomUUID } from 'node:crypto';
import { civilDateOf, toUtcMidnight } from '../../../../core/civil-date.ts';
import { refuseIfAny, type Refusal } from '../../../../core/refusal.ts';
import type { Viewer } from '../../../../core/viewer.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import { transact, type Record } from '../../../kit/transact.ts';
import { cleanUpPublished } from '../../events/clean-up.ts';
import { documentRevised } from '../../events/document.ts';
import {
  cleanedRefusals,
  cleanUpRefusals,
  leftOutRefusals,
  type CleanUpInput,
  type CleanUpOutcome,
} from '../../rules/validity/clean-up.ts';
import type { CleanUp, DocumentsContext, Transaction } from '../../store/database.ts';
import type { Doing } from '../../store/document-steps.ts';
import { issuerById } from '../../store/issuers.ts';
import { leftOutOf, lockCleaned } from '../../store/validity/clean-up-documents.ts';
import { writeValidity } from '../../store/validity/validity-writes.ts';

/** A clean-up as its publisher writes it. */
export interface PublishCleanUpInput extends Omit<CleanUpInput, 'results'> {
  /** The institution whose documents were looked at. */
  readonly issuer: string;
  readonly results: readonly {
    readonly document: string;
    readonly outcome: CleanUpOutcome;
    readonly note?: string | null | undefined;
  }[];
}

/** The same with nothing left open. */
type Written = CleanUpInput & { readonly issuer: string };

/**
 * Publishes the result of a clean-up (清理) of an issuer's documents; what it found repealed or expired is so from then
 * on, in one transaction with all entries of the log.
 *
 * @throws Refused when not permitted, for documents that it can not tell of, or for normative ones that it leaves out
 * @see rule D17
 */
export async function publishCleanUp(input: PublishCleanUpInput, context: DocumentsContext): Promise<CleanUp> {
  const { viewer } = context.scope;
  const issuer = await issuerById(context, input.issuer);
  const permission = permissionRefusals(viewer, ['PUBLISHER'], issuer?.regionCode ?? null);
  refuseIfAny(permission);
  const results = input.results.map((result) => ({ ...result, note: result.note ?? null }));
  const written = { ...input, title: input.title.trim(), results };
  const now = context.clock.now();
  const unknown: Refusal = { code: 'NOT_FOUND', path: ['input', 'issuer'], expected: 'Institution', got: input.issuer };
  refuseIfAny([...(issuer === null ? [unknown] : []), ...cleanUpRefusals(written, civilDateOf(now))]);
  return transact<Transaction, CleanUp>(context, async (tx, record) => {
    refuseIfAny(await documentRefusals(tx, written, viewer));
    const doing = { by: viewer?.subject ?? '', at: now };
    const cleanUp = await keep(tx, written, issuer?.regionCode ?? '', doing);
    record(cleanUpPublished(cleanUp, cleanUp.results));
    await changeCleaned(tx, record, written, doing);
    return cleanUp;
  });
}

async function documentRefusals(
  tx: Transaction,
  { issuer, results, asOf }: Written,
  viewer: Viewer | null,
): Promise<Refusal[]> {
  const ids = results.map(({ document }) => document);
  const documents = await lockCleaned(tx, ids, viewer);
  const refusals = results.flatMap(({ document, outcome }, index): Refusal[] => {
    const path = ['input', 'results', String(index), 'document'];
    const found = documents.get(document);
    if (found !== undefined) return cleanedRefusals(found, outcome, issuer, path);
    return [{ code: 'NOT_FOUND', path, expected: 'Document', got: document.slice(0, 100) }];
  });
  return [...refusals, ...leftOutRefusals(await leftOutOf(tx, issuer, ids, asOf))];
}

function keep(tx: Transaction, { issuer, title, asOf, results }: Written, regionCode: string, doing: Doing) {
  return tx.cleanUp.create({
    data: {
      id: randomUUID(),
      issuerId: issuer,
      regionCode,
      title,
      asOf: toUtcMidnight(asOf),
      publishedAt: doing.at,
      publishedBy: doing.by,
      results: { create: results.map(({ document, outcome, note }) => ({ documentId: document, outcome, note })) },
    },
    include: { results: { orderBy: { documentId: 'asc' } } },
  });
}

/** Of documents that a clean-up found repealed or expired the public is told one by one. */
async function changeCleaned(
  tx: Transaction,
  record: Record,
  { title, results }: Written,
  doing: Doing,
): Promise<void> {
  for (const validity of ['REPEALED', 'EXPIRED'] as const) {
    const ids = results.filter(({ outcome }) => outcome === validity).map(({ document }) => document);
    const changed = await writeValidity(tx, { ids, validity, note: title, ...doing });
    record(...changed.map((one) => documentRevised(one, doing.at)));
  }
}
