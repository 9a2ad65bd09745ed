import { randomUUID } from 'node:crypto';
import { civilDateOf, toUtcMidnight } from '../../../../core/civil-date.ts';
import { refuseIfAny, Refused } from '../../../../core/refusal.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import { transact } from '../../../kit/transact.ts';
import { decisionCatalogueChanged, majorDecisionChanged } from '../../events/decision.ts';
import { listingRefusals, yearRefusals, type ListingInput } from '../../rules/decision/catalogue.ts';
import { trimmed } from '../../rules/required-text.ts';
import type { DocumentsContext, MajorDecision, Transaction } from '../../store/database.ts';
import { catalogueOfYear, listedIn } from '../../store/decision/catalogue-writes.ts';
import { lockDecision } from '../../store/decision/whole-decision.ts';
import { issuerById } from '../../store/issuers.ts';
import { WRITERS, writersUntilPublic } from './change-decision.ts';

export interface ListDecisionInput extends ListingInput {
  readonly issuer: string;
  readonly year: number;
}

/**
 * Lists a decision in the yearly catalogue of an issuer, which begins with its first one. In a draft nothing of it is
 * public; in a published catalogue it is public at once.
 *
 * @throws Refused when not permitted, for an unknown issuer, or for input that rules refuse
 * @see rules M1, M8
 */
export async function listDecision(input: ListDecisionInput, context: DocumentsContext): Promise<MajorDecision> {
  const { viewer } = context.scope;
  const now = context.clock.now();
  const issuer = await permittedIssuer(input, context);
  return transact<Transaction, MajorDecision>(context, async (tx, record) => {
    const catalogue = await catalogueOfYear(tx, issuer, input.year, { by: viewer?.subject ?? '', at: now });
    const isPublic = catalogue.publishedAt !== null;
    const listed = await listedIn(tx, catalogue.id);
    const titles = listed.map(({ title }) => title);
    refuseIfAny([
      ...permissionRefusals(viewer, writersUntilPublic(isPublic), issuer.regionCode),
      ...listingRefusals(input, titles),
    ]);
    const id = randomUUID();
    const decision = await tx.majorDecision.create({
      data: { id, catalogueId: catalogue.id, issuerId: issuer.id, regionCode: issuer.regionCode, ...wordsOf(input) },
    });
    const taken = { on: toUtcMidnight(civilDateOf(now)), takenBy: viewer?.subject ?? '', takenAt: now };
    await tx.decisionStep.create({ data: { decisionId: id, sequence: 1, kind: 'LISTED', ...taken } });
    const whole = isPublic ? await lockDecision(tx, id) : null;
    if (whole !== null) {
      const decisions = [...listed.map((one) => one.id), id];
      record(
        decisionCatalogueChanged('REVISED', catalogue, { decisions, occurredAt: now }),
        majorDecisionChanged('PUBLISHED', whole, now),
      );
    }
    return decision;
  });
}

/** The issuer, when the viewer may list for it, and nothing but the catalogue itself can refuse any more. */
async function permittedIssuer({ issuer: id, year, ...words }: ListDecisionInput, context: DocumentsContext) {
  const { viewer } = context.scope;
  refuseIfAny(permissionRefusals(viewer, WRITERS, null));
  const issuer = await issuerById(context, id);
  refuseIfAny(permissionRefusals(viewer, WRITERS, issuer?.regionCode ?? null));
  const years = yearRefusals(['input', 'year'], year, civilDateOf(context.clock.now()));
  if (issuer !== null && years.length === 0) return issuer;
  const [path, got] = [['input', 'issuer'], id.slice(0, 100)];
  const unknown = issuer === null ? [{ code: 'NOT_FOUND', path, expected: 'Institution', got } as const] : [];
  throw new Refused([...unknown, ...years, ...listingRefusals(words, [])]);
}

function wordsOf({ title, undertaker, plannedFor }: ListingInput) {
  const words = { title: title.trim(), undertaker: undertaker.trim(), plannedFor: trimmed(plannedFor) };
  return { ...words, stage: 'LISTED' as const };
}
