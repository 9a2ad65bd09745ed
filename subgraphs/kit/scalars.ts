import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import type { Json } from '../../core/change.ts';
import { fromUtcMidnight, parseCivilDate, type CivilDate } from '../../core/civil-date.ts';
import { parseYuan, type Yuan } from '../../core/yuan.ts';

/** What a resolver may give for `Date`: a civil day, or the midnight in UTC that a database driver makes of one. */
export type DateOutput = CivilDate | Date;
/** What a resolver may give for `Yuan`: decimal text, or a database driver's exact decimal. */
export type YuanOutput = Yuan | { toFixed(): string };

/** Reads text or throws GraphQL's input error, which says what was expected and what came. */
function fromText<Value>(expected: string, parse: (text: string) => Value | null) {
  const parseValue = (value: unknown): Value => {
    const parsed = typeof value === 'string' ? parse(value) : null;
    if (parsed === null) throw new GraphQLError(`Expected ${expected}, got ${JSON.stringify(value)}`, BAD_INPUT);
    return parsed;
  };
  const parseLiteral = (node: ValueNode): Value => {
    if (node.kind === Kind.STRING) return parseValue(node.value);
    throw new GraphQLError(`Expected ${expected}, got a literal of another kind`, { ...BAD_INPUT, nodes: node });
  };
  return { parseValue, parseLiteral };
}

const BAD_INPUT = { extensions: { code: 'BAD_USER_INPUT' } };
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function parseInstant(text: string): Date | null {
  if (!INSTANT.test(text) || parseCivilDate(text.slice(0, 10)) === null) return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

export const DateScalar = new GraphQLScalarType<CivilDate, string>({
  name: 'Date',
  description: 'A civil day in Asia/Shanghai, `YYYY-MM-DD`.',
  ...fromText('a day YYYY-MM-DD', parseCivilDate),
  serialize: (value) => (value instanceof Date ? fromUtcMidnight(value) : String(value)),
});

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant, RFC 3339 with its offset; the hub answers in UTC with milliseconds.',
  ...fromText('an instant such as 2026-11-23T09:30:00+08:00', parseInstant),
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
});

export const YuanScalar = new GraphQLScalarType<Yuan, string>({
  name: 'Yuan',
  description: 'An exact amount in yuan (元) as decimal text with up to 4 places, such as "0.1265". Never a float.',
  ...fromText('an amount such as "12.50" with up to 4 places', parseYuan),
  serialize: (value) => {
    const amount = parseYuan(typeof value === 'string' ? value : (value as { toFixed(): string }).toFixed());
    if (amount === null) throw new TypeError(`Expected an amount in yuan, got ${String(value)}`);
    return amount;
  },
});

export const CursorScalar = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  description: 'A place in the change log of one hub: opaque text, kept as it came. See schema/FEED.md.',
  ...fromText('a cursor that this interface gave out', (text) => text),
  serialize: String,
});

export const JsonScalar = new GraphQLScalarType<Json, Json>({
  name: 'JSON',
  description: 'A JSON value. Amounts in it are decimal text, days `YYYY-MM-DD`, instants RFC 3339 in UTC.',
});

/** The hub's own scalars by name, for whoever checks input before it reaches a subgraph. */
export const customScalars: Readonly<Record<string, GraphQLScalarType>> = {
  Date: DateScalar,
  DateTime: DateTimeScalar,
  Yuan: YuanScalar,
  Cursor: CursorScalar,
  JSON: JsonScalar,
};
