/** What one request may ask for. Every limit answers with the fault LIMIT_EXCEEDED, which names it, its value and what came. */
export interface Limits {
  /** Lexical tokens of the document. */
  readonly tokens: number;
  /** Levels of fields, fragments expanded; introspection is not counted. */
  readonly depth: number;
  /** Fields under another name, fragments expanded. */
  readonly aliases: number;
  /** Root fields, repeated ones included. */
  readonly rootFields: number;
  /** Fields in all, fragments expanded. */
  readonly selections: number;
  /** Fields that stand at one place of the answer, to be merged into one. */
  readonly repeats: number;
  /** Directives in the document. */
  readonly directives: number;
  /** Objects that the answer may hold at most, list sizes counted. */
  readonly cost: number;
  /** The largest `first` or `last`. */
  readonly pageSize: number;
  /** Where {@link pageSize} is another, by field coordinate (`Query.changes`). */
  readonly pageSizes: Readonly<Record<string, number>>;
  /** The length assumed of a list that has no page size. */
  readonly assumedListSize: number;
  /** Milliseconds for one request, or for one event of a subscription. */
  readonly requestMs: number;
}

/** The limits of a hub that is configured no otherwise. */
export const DEFAULT_LIMITS: Limits = {
  tokens: 5_000,
  depth: 15,
  aliases: 100,
  rootFields: 50,
  selections: 10_000,
  repeats: 200,
  directives: 100,
  cost: 100_000,
  pageSize: 100,
  pageSizes: { 'Query.changes': 1_000 },
  assumedListSize: 10,
  requestMs: 30_000,
};
