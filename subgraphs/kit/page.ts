import { Fault } from '../../core/fault.ts';

/** The most that one page may hold. */
export const MAX_PAGE_SIZE = 100;
/** What a page holds when the caller does not say. */
export const DEFAULT_PAGE_SIZE = 20;

/** One page of a list, forwards. */
export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** How many there are in all; asked of the database only when the caller selects it. */
  readonly totalCount: () => Promise<number>;
}

/** What a caller asks of a list. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Values of the columns that order a list, last one unique: where a page ended. */
export type Position = readonly string[];

/** How a list is read: by position, never by offset, so that a deep page costs what the first one costs. */
export interface ListSource<Row> {
  /** At most `take` rows behind `position` (null: from the start), in the list's order. */
  readonly find: (take: number, position: Position | null) => PromiseLike<readonly Row[]>;
  readonly positionOf: (row: Row) => Position;
  readonly count: () => PromiseLike<number>;
}

/**
 * How many rows a page shall hold.
 *
 * @throws Fault LIMIT_EXCEEDED when not between 1 and `maximum`
 */
export function pageSize(first: number | null | undefined, maximum = MAX_PAGE_SIZE): number {
  const size = first ?? DEFAULT_PAGE_SIZE;
  if (size >= 1 && size <= maximum) return size;
  const message = `Page size: expected \`first\` between 1 and ${String(maximum)}, got ${String(size)}`;
  throw new Fault('LIMIT_EXCEEDED', message, { limit: 'pageSize', maximum, actual: size });
}

/**
 * Reads one page.
 *
 * @throws Fault LIMIT_EXCEEDED for a page size out of bounds, CURSOR_INVALID for an `after` that is no cursor
 */
export async function readPage<Row>(args: PageArgs, source: ListSource<Row>): Promise<Page<Row>> {
  const size = pageSize(args.first);
  const position = args.after == null ? null : decodePosition(args.after);
  const rows = await source.find(size + 1, position);
  return {
    edges: rows.slice(0, size).map((node) => ({ cursor: encodePosition(source.positionOf(node)), node })),
    hasNextPage: rows.length > size,
    hasPreviousPage: position !== null,
    totalCount: async () => source.count(),
  };
}

/** A place holds what a database can be asked with. */
function isStorableText(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('\u0000') && value.isWellFormed();
}

function encodePosition(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function decodePosition(cursor: string): Position {
  const invalid = () =>
    new Fault('CURSOR_INVALID', `Expected a page cursor of this list, got ${JSON.stringify(cursor)}`);
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(position) && position.every(isStorableText)) return position;
  } catch {
    throw invalid();
  }
  throw invalid();
}
