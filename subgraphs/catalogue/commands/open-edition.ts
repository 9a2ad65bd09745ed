import { randomUUID } from 'node:crypto';
import { toUtcMidnight, type CivilDate } from '../../../core/civil-date.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { NewItem } from '../rules/derivation.ts';
import type { EditionInput } from '../rules/edition-input.ts';
import type { Catalogue, Region, Transaction } from '../store/database.ts';
import { addStep, insertItems } from '../store/edition-writes.ts';
import { openEditionOf } from '../store/editions.ts';

/** What a new edition is opened with. */
export interface NewEdition extends EditionInput {
  readonly region: string;
  readonly issuer?: string | null | undefined;
  readonly edition: string;
}

/** Why a region can not open an edition: no such place, another one under way, or the name taken. */
export async function openingRefusals(tx: Transaction, region: Region | null, input: NewEdition): Promise<Refusal[]> {
  const path = ['input', 'region'];
  if (region === null || region.isPseudo) {
    return [{ code: 'NOT_FOUND', path, expected: 'Region (GB/T 2260)', got: input.region.slice(0, 40) }];
  }
  const refusals: Refusal[] = [];
  const open = await openEditionOf(tx, region.code);
  if (open !== null) refusals.push({ code: 'EDITION_OPEN', path, got: `${open.edition} (${open.status})` });
  const edition = input.edition.trim();
  if ((await tx.catalogue.count({ where: { regionCode: region.code, edition } })) > 0) {
    refusals.push({ code: 'EDITION_TAKEN', path: ['input', 'edition'], got: edition });
  }
  if ((await issuerOf(tx, input)) === null) {
    const got = input.issuer?.slice(0, 100) ?? '—';
    const expected = 'Institution (HEALTH_AUTHORITY)';
    refusals.push({ code: 'NOT_FOUND', path: ['input', 'issuer'], expected, got, rules: ['C10'] });
  }
  return refusals;
}

/** What stands in a new edition, and who writes it. */
interface Contents {
  readonly region: Region;
  readonly basedOnId: string | null;
  readonly items: readonly NewItem[];
  readonly by: string;
  readonly now: Date;
}

/** Writes a draft with its items, after {@link openingRefusals} had none. */
export async function openEdition(tx: Transaction, input: NewEdition, contents: Contents): Promise<Catalogue> {
  const { region, basedOnId, items, by, now } = contents;
  const issuerId = await issuerOf(tx, input);
  if (issuerId === null) throw new Error('An edition is opened by its issuer: check the refusals first.');
  const catalogue = await tx.catalogue.create({
    data: {
      id: randomUUID(),
      regionCode: region.code,
      issuerId,
      title: input.title?.trim() ?? `${region.name}医疗卫生领域基层政务公开标准目录`,
      edition: input.edition.trim(),
      status: 'DRAFT',
      effectiveOn: midnight(input.effectiveOn),
      subordinatesFileBy: midnight(input.subordinatesFileBy),
      basedOnId,
    },
  });
  await addStep(tx, { catalogueId: catalogue.id, status: 'DRAFT', at: now, by });
  await insertItems(tx, catalogue.id, items);
  return catalogue;
}

/** The form in which the database takes a day that may be left out. */
export function midnight(day: CivilDate | null | undefined): Date | null {
  return day == null ? null : toUtcMidnight(day);
}

/** The issuer that was named, or the region's health authority; null when there is no such body there. */
async function issuerOf(tx: Transaction, { region, issuer }: NewEdition): Promise<string | null> {
  const found = await tx.institution.findFirst({
    where: { regionCode: region, kind: 'HEALTH_AUTHORITY', ...(issuer != null && { id: issuer }) },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return found?.id ?? null;
}
