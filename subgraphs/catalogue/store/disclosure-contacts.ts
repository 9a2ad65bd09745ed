import type { DisclosureContact } from '../../../prisma/generated/catalogue/client/client.ts';
import { regionRange } from '../../../core/region-code.ts';
import { readPage, type Page, type PageArgs } from '../../kit/page.ts';
import { requireStaffOf } from '../../kit/staff.ts';
import type { CatalogueContext, Database } from './database.ts';

/** Which contacts a list holds. */
export interface ContactFilter {
  /** A region code; includes the regions below it. */
  readonly regionCode: string;
  readonly year: number;
}

type Listed = DisclosureContact & { readonly institution: { readonly regionCode: string } };

/**
 * The contacts of a year in a region and those below it, by region and institution.
 *
 * @throws Fault UNAUTHENTICATED or FORBIDDEN for whoever is not staff of the region or of one above it
 * @see rule C15
 */
export function disclosureContactsOf(
  { db, scope }: CatalogueContext,
  { regionCode, year }: ContactFilter,
  page: PageArgs,
): Promise<Page<DisclosureContact>> {
  requireStaffOf(scope.viewer, regionCode);
  const { from, to } = regionRange(regionCode);
  const where = { year, institution: { regionCode: { gte: from, lte: to } } };
  return readPage<Listed>(page, {
    find: (take, position) => {
      const [region = '', institutionId = ''] = position ?? [];
      const behind =
        position === null
          ? {}
          : {
              OR: [
                { institution: { regionCode: { gt: region } } },
                { institution: { regionCode: region }, institutionId: { gt: institutionId } },
              ],
            };
      return db.disclosureContact.findMany({
        where: { AND: [where, behind] },
        include: { institution: { select: { regionCode: true } } },
        orderBy: [{ institution: { regionCode: 'asc' } }, { institutionId: 'asc' }],
        take,
      });
    },
    positionOf: (contact) => [contact.institution.regionCode, contact.institutionId],
    count: () => db.disclosureContact.count({ where }),
  });
}

/** A contact as it is registered. */
export type RegisteredContact = Omit<DisclosureContact, 'firstRegisteredAt'>;

/**
 * Keeps the contact of an institution for a year; one that is registered again replaces what stood, and the first time
 * stays what decides. By parameters of one statement, so that no error repeats what is personal.
 */
export async function putContact(db: Database, contact: RegisteredContact): Promise<DisclosureContact> {
  const { institutionId, year, name, post, phone, email, registeredAt, registeredBy } = contact;
  await db.$executeRaw`
    INSERT INTO catalogue.disclosure_contact
           (institution_id, year, name, post, phone, email, first_registered_at, registered_at, registered_by)
    VALUES (${institutionId}, ${year}, ${name}, ${post}, ${phone}, ${email}, ${registeredAt}, ${registeredAt}, ${registeredBy})
    ON CONFLICT (institution_id, year) DO UPDATE SET name = excluded.name, post = excluded.post,
      phone = excluded.phone, email = excluded.email, registered_at = excluded.registered_at,
      registered_by = excluded.registered_by`;
  return db.disclosureContact.findUniqueOrThrow({ where: { institutionId_year: { institutionId, year } } });
}
