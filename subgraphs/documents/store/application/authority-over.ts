import type { FollowedInstitution } from '../../../../prisma/generated/documents/client/client.ts';
import { OFFICE_KIND } from '../../rules/application/receipt.ts';
import type { DocumentsContext } from '../database.ts';

/** The health authority of a region, or of the nearest region above that has one; null when none has. */
export async function authorityOver({ db }: DocumentsContext, regionCode: string): Promise<FollowedInstitution | null> {
  const above = [regionCode, `${regionCode.slice(0, 4)}00`, `${regionCode.slice(0, 2)}0000`];
  const found = await db.followedInstitution.findMany({
    where: { kind: OFFICE_KIND, regionCode: { in: above } },
    orderBy: [{ regionCode: 'desc' }, { id: 'asc' }],
    take: 1,
  });
  return found[0] ?? null;
}
