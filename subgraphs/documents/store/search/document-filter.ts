import { Prisma, type Validity } from '../../../../prisma/generated/documents/client/client.ts';
import { addDays, startOfDay, type CivilDate } from '../../../../core/civil-date.ts';
import { regionRange } from '../../../../core/region-code.ts';
import { parseDocumentNumber } from '../../rules/document-number.ts';

/** Which documents a list holds; only published ones, whoever asks. */
export interface DocumentFilter {
  /** A region code; includes the regions below it. */
  readonly region?: string | null | undefined;
  readonly issuer?: string | null | undefined;
  /** A catalogue item. */
  readonly item?: string | null | undefined;
  readonly validity?: Validity | null | undefined;
  /** The first and last civil day of publication in Asia/Shanghai. */
  readonly publishedFrom?: CivilDate | null | undefined;
  readonly publishedTo?: CivilDate | null | undefined;
  readonly theme?: string | null | undefined;
  readonly genre?: string | null | undefined;
  readonly isNormative?: boolean | null | undefined;
  /** The whole number, however it is typed. */
  readonly documentNumber?: string | null | undefined;
  readonly indexNumber?: string | null | undefined;
  /** Words that stand in the title, the body or a number. */
  readonly text?: string | null | undefined;
}

/** What a document `d` must fit, but for the words that are sought; a published one at the least. */
export function conditionsOf(filter: DocumentFilter): Prisma.Sql {
  const all: Prisma.Sql[] = [Prisma.sql`d.status = 'PUBLISHED'`];
  const { region, item, validity, publishedFrom, publishedTo, documentNumber, indexNumber } = filter;
  if (region != null) {
    const { from, to } = regionRange(region);
    all.push(Prisma.sql`d.region_code BETWEEN ${from} AND ${to}`);
  }
  if (item != null) {
    all.push(
      Prisma.sql`EXISTS (SELECT 1 FROM documents.document_item i WHERE i.document_id = d.id AND i.item_id = ${item})`,
    );
  }
  if (validity != null) all.push(Prisma.sql`d.validity = ${validity}::documents.validity`);
  if (publishedFrom != null) all.push(Prisma.sql`d.published_at >= ${startOfDay(publishedFrom)}`);
  if (publishedTo != null) all.push(Prisma.sql`d.published_at < ${startOfDay(addDays(publishedTo, 1))}`);
  if (documentNumber != null) all.push(Prisma.sql`d.document_number = ${normalNumber(documentNumber)}`);
  if (indexNumber != null) all.push(Prisma.sql`d.index_number = ANY (${spellingsOf(indexNumber)}::text[])`);
  return Prisma.join([...all, ...equalitiesOf(filter)], ' AND ');
}

function equalitiesOf({ issuer, theme, genre, isNormative }: DocumentFilter): Prisma.Sql[] {
  const all: Prisma.Sql[] = [];
  if (issuer != null) all.push(Prisma.sql`d.issuer_id = ${issuer}`);
  if (theme != null) all.push(Prisma.sql`d.theme = ${theme.trim()}`);
  if (genre != null) all.push(Prisma.sql`d.genre = ${genre.trim()}`);
  if (isNormative != null) all.push(Prisma.sql`d.is_normative = ${isNormative}`);
  return all;
}

function normalNumber(typed: string): string {
  return parseDocumentNumber(typed)?.text ?? typed.trim();
}

/** An index number is kept as its issuer writes it; its letters are the same in either case. */
function spellingsOf(typed: string): string[] {
  const number = typed.normalize('NFKC').trim();
  return [...new Set([number, number.toUpperCase(), number.toLowerCase()])];
}
