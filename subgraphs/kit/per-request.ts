import { queryFromInfo } from '@pothos/plugin-prisma';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from './context.ts';

/**
 * A loader that turns all keys asked for in one tick of one request into one call of `load`.
 *
 * @param name - names the loader within the request: the same name must mean the same question, arguments included
 * @param load - answers the keys, in their order
 */
export function perRequest<Key, Value>(
  context: Pick<Context<unknown>, 'loaders'>,
  name: string,
  load: (keys: readonly Key[]) => Promise<readonly Value[]>,
): DataLoader<Key, Value, string> {
  const known = context.loaders.get(name);
  if (known !== undefined) return known as DataLoader<Key, Value, string>;
  const loader = new DataLoader<Key, Value, string>((keys) => load(keys), { cacheKeyFn: (key) => JSON.stringify(key) });
  context.loaders.set(name, loader);
  return loader;
}

/** Puts rows in the order of the keys that asked for them; null where none came. */
export function inOrder<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** Groups rows under the keys that asked for them; an empty list where none came. */
export function inGroups<Row>(keys: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
}

/** How an entity's rows are found: by the Prisma selection that the operation needs, and the keys asked for. */
interface EntitySource<Db, Row> {
  readonly typeName: string;
  readonly keyOf: (row: Row) => string;
  readonly find: (query: object, keys: string[], context: Context<Db>) => PromiseLike<readonly Row[]>;
}

/**
 * `resolveReference` for a Prisma type. The references of one `_entities` field share one `info`, hence one loader,
 * and the rows with everything selected beneath them come by one SQL query.
 */
export function entityLoader<Db, Row>(source: EntitySource<Db, Row>) {
  const loaders = new WeakMap<GraphQLResolveInfo, DataLoader<string, Row | null>>();
  return (key: string, context: Context<Db>, info: GraphQLResolveInfo): Promise<Row | null> => {
    let loader = loaders.get(info);
    if (loader === undefined) {
      const query = queryFromInfo({ context, info, typeName: source.typeName });
      loader = new DataLoader(async (keys) => {
        const rows = await source.find(query, [...keys], context);
        return inOrder(keys, rows, source.keyOf);
      });
      loaders.set(info, loader);
    }
    return loader.load(key);
  };
}
