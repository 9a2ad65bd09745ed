import { randomUUID } from 'node:crypto';
import type { DecisionCatalogue, FollowedInstitution } from '../../../../prisma/generated/documents/client/client.ts';
import type { Transaction } from '../database.ts';
import type { Taken } from './decision-writes.ts';

/** A catalogue that nobody else changes until the transaction ends; null when there is none. */
export async function lockCatalogue(tx: Transaction, id: string): Promise<DecisionCatalogue | null> {
  await tx.$queryRaw`SELECT 1 FROM documents.decision_catalogue WHERE id = ${id} FOR UPDATE`;
  return tx.decisionCatalogue.findUnique({ where: { id } });
}

/** The catalogue of an issuer and a year, begun when there is none yet, and locked. */
export async function catalogueOfYear(
  tx: Transaction,
  { id: issuerId, regionCode }: FollowedInstitution,
  year: number,
  { by, at }: Taken,
): Promise<DecisionCatalogue> {
  await tx.$executeRaw`
    INSERT INTO documents.decision_catalogue (id, issuer_id, region_code, year, begun_by, begun_at)
    VALUES (${randomUUID()}, ${issuerId}, ${regionCode}, ${year}, ${by}, ${at})
    ON CONFLICT (issuer_id, year) DO NOTHING`;
  await tx.$queryRaw`
    SELECT 1 FROM documents.decision_catalogue WHERE issuer_id = ${issuerId} AND year = ${year} FOR UPDATE`;
  return tx.decisionCatalogue.findUniqueOrThrow({ where: { issuerId_year: { issuerId, year } } });
}

/** The titles and ids of a catalogue's decisions, in the order in which they were listed. */
export function listedIn(tx: Transaction, catalogueId: string): Promise<{ id: string; title: string }[]> {
  return tx.$queryRaw<{ id: string; title: string }[]>`
    SELECT m.id, m.title FROM documents.major_decision m
      JOIN documents.decision_step s ON s.decision_id = m.id AND s.sequence = 1
     WHERE m.catalogue_id = ${catalogueId}
     ORDER BY s.taken_at, m.id`;
}
